package fr.jalon.ip.correction;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.HorlogeInformation;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/** The true date and hour of reception: both clocks start there, and so does the treatment of the IP. */
@Component
class CorrigerReception implements Correction {

    private final InformationsEntrantes informations;
    private final HorlogeInformation horlogeInformation;
    private final Retours retours;
    private final Periodes periodes;
    private final Horloge horloge;
    private final EntityManager entites;

    CorrigerReception(InformationsEntrantes informations, HorlogeInformation horlogeInformation, Retours retours, Periodes periodes,
            Horloge horloge, EntityManager entites) {
        this.informations = informations;
        this.horlogeInformation = horlogeInformation;
        this.retours = retours;
        this.periodes = periodes;
        this.horloge = horloge;
        this.entites = entites;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.RECEPTION;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.etat() != EtatIp.ANNULEE;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        if (d.recueLe() == null) {
            throw Refus.champ("recueLe", "Indiquez la date et l’heure de réception.");
        }
        Instant vraie = d.recueLe().atZone(horloge.zone()).toInstant();
        if (vraie.isAfter(horloge.maintenant())) {
            throw Refus.champ("recueLe", "La réception ne peut pas être à venir.");
        }
        if (vraie.isAfter(ip.qualifieeLe())) {
            throw Refus.champ("recueLe", "La réception ne peut pas suivre la qualification, faite le "
                    + EnFrancais.jour(horloge.jour(ip.qualifieeLe())) + ".");
        }
        if (vraie.equals(ip.recueLe())) {
            throw Refus.champ("recueLe", "C’est déjà la date enregistrée.");
        }
        Trace trace = new Trace(ip.recueLe().toString(), vraie.toString());
        InformationEntrante initiale = informations.verrouiller(ip.informationInitialeId()).orElseThrow();
        ip.corrigerReception(vraie);
        initiale.corrigerReception(vraie);
        entites.flush();
        retours.valides(Sujet.information(initiale.id()), List.of("information.recue"))
                .forEach(f -> retours.rectifier(f.id(), vraie, null, Map.of(), motif));
        periodes.de(Sujet.ip(ip.id())).stream().filter(p -> p.genre().equals("TRAITEMENT"))
                .min(Comparator.comparing(Periodes.Periode::segment)).ifPresent(p -> periodes.corrigerDebut(p.periodeId(), horloge.jour(vraie)));
        horlogeInformation.suivre(initiale.id());
        return trace;
    }
}
