package fr.jalon.ip.correction;

import java.util.List;

import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;

import org.springframework.stereotype.Component;

/** A minor withdrawn by mistake comes back; when the others are decided already, the file waits for a decision on this one. */
@Component
class ReintegrerMineur implements Correction {

    private final MineursConcernes mineurs;
    private final RetourArriere retour;
    private final Retours retours;
    private final Evenements evenements;

    ReintegrerMineur(MineursConcernes mineurs, RetourArriere retour, Retours retours, Evenements evenements) {
        this.mineurs = mineurs;
        this.retour = retour;
        this.retours = retours;
        this.evenements = evenements;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.REINTEGRATION_MINEUR;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.etat() != EtatIp.CLOSE_SANS_DECISION && ip.etat() != EtatIp.ANNULEE
                && mineurs.findByIpIdOrderByOrdre(ip.id()).stream().anyMatch(MineurConcerne::retire);
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        if (ip.etat() == EtatIp.CLOSE_SANS_DECISION) {
            throw Refus.global("Ce dossier est clos : rouvrez-le d’abord.");
        }
        MineurConcerne mineur = mineurs.findByIpIdOrderByOrdre(ip.id()).stream().filter(m -> m.retire() && m.id().equals(d.mineurId()))
                .findFirst().orElseThrow(() -> Refus.champ("mineurId", "Choisissez le mineur à réintégrer."));
        mineur.reintegrer();
        retours.valides(Sujet.mineur(mineur.id()), List.of("ip.mineur-sorti"))
                .forEach(f -> evenements.annuler(f.id(), "ip.acte-annule", motif));
        if (ip.decideeLe() != null) {
            // Nobody's decision falls: the list of those to cancel is empty.
            retour.ramener(ip, EtatIp.A_DECIDER, List.of(), motif);
        }
        return new Trace("MINEUR/" + mineur.id(), "REINTEGRE");
    }
}
