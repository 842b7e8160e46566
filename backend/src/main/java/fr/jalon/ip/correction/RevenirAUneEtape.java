package fr.jalon.ip.correction;

import java.util.ArrayList;
import java.util.List;

import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.decision.DecisionsIp;

import org.springframework.stereotype.Component;

/** The steps a file went through and can come back to: an open one comes back, a closed one opens again. */
@Component
class RevenirAUneEtape {

    private final RetourArriere retour;
    private final Retours retours;
    private final DecisionsIp decisions;

    RevenirAUneEtape(RetourArriere retour, Retours retours, DecisionsIp decisions) {
        this.retour = retour;
        this.retours = retours;
        this.decisions = decisions;
    }

    /** Steps the file reached, first to last, without the one where it stands. */
    List<EtatIp> etapes(InformationPreoccupante ip) {
        if (ip.etat() == EtatIp.ANNULEE) {
            return List.of();
        }
        List<EtatIp> atteintes = new ArrayList<>(List.of(EtatIp.A_CONFIER));
        if (ip.unitePilote() != null) {
            atteintes.add(EtatIp.A_DESIGNER);
            if (!retours.valides(Sujet.ip(ip.id()), List.of("ip.evaluateurs-designes")).isEmpty()) {
                atteintes.add(EtatIp.EN_EVALUATION);
            }
        }
        if (ip.rapportRenduLe() != null) {
            atteintes.add(EtatIp.A_DECIDER);
        }
        if (ip.decideeLe() != null) {
            atteintes.add(EtatIp.A_INFORMER);
            if (!decisions.mineursSaisis(ip.id()).isEmpty() && ip.etat() == EtatIp.TRAITEE) {
                atteintes.add(EtatIp.SUITES_JUDICIAIRES);
            }
        }
        // A precision asked is an aside of the decision: one comes back from it to the decision too.
        return atteintes.stream().filter(e -> !ip.etat().ouverte() || e.ordinal() < ip.etat().ordinal()).toList();
    }

    Correction.Trace revenir(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        EtatIp cible = etapes(ip).stream().filter(e -> e.etape().equals(d.etape())).findFirst()
                .orElseThrow(() -> Refus.champ("etape", "Choisissez une étape par laquelle ce dossier est passé."));
        String avant = ip.etat().name();
        retour.ramener(ip, cible, null, motif);
        return new Correction.Trace(avant, cible.name());
    }
}
