package fr.jalon.ip.correction;

import java.util.List;
import java.util.Map;

import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Component;

/** The urgency as it was at reception: a reduced delay may come or go. */
@Component
class CorrigerUrgence implements Correction {

    private final Retours retours;
    private final Periodes periodes;

    CorrigerUrgence(Retours retours, Periodes periodes) {
        this.retours = retours;
        this.periodes = periodes;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.URGENCE;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.etat() != EtatIp.ANNULEE;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        if (d.urgence() == null) {
            throw Refus.champ("urgence", "Dites s’il y avait urgence à la réception.");
        }
        if (d.urgence() == ip.urgence()) {
            throw Refus.champ("urgence", "C’est déjà ce qui est enregistré.");
        }
        Map<String, String> urgence = Map.of("urgence", oui(d.urgence()));
        retours.valides(Sujet.ip(ip.id()), List.of("ip.qualifiee")).forEach(f -> retours.rectifier(f.id(), null, null, urgence, motif));
        periodes.de(Sujet.ip(ip.id())).stream().filter(p -> p.genre().equals("TRAITEMENT") && p.dimensions().containsKey("urgence"))
                .map(Periodes.Periode::periodeId).distinct().forEach(p -> retours.corrigerPeriode(p, null, urgence));
        ip.corrigerUrgence(d.urgence());
        return new Trace(oui(!d.urgence()), oui(d.urgence()));
    }

    private static String oui(boolean valeur) {
        return valeur ? "OUI" : "NON";
    }
}
