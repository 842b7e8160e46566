package fr.jalon.ip.correction;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Refus;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.decision.DecisionsIp;

import org.springframework.stereotype.Component;

/** A decision was taken for the wrong minor, or was not the one decided: the file comes back to its decider for those minors only. */
@Component
class CorrigerDecision implements Correction {

    private final RetourArriere retour;
    private final DecisionsIp decisions;

    CorrigerDecision(RetourArriere retour, DecisionsIp decisions) {
        this.retour = retour;
        this.decisions = decisions;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.DECISION;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.decideeLe() != null && ip.etat() != EtatIp.CLOSE_SANS_DECISION && ip.etat() != EtatIp.ANNULEE;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        Set<UUID> decides = decisions.vivantes(ip.id()).keySet();
        List<UUID> vises = d.mineurs() == null || d.mineurs().isEmpty() ? List.copyOf(decides) : d.mineurs();
        if (!decides.containsAll(vises)) {
            throw Refus.champ("mineurs", "Choisissez des mineurs pour qui une décision est prise.");
        }
        String avant = ip.etat().name();
        boolean toutes = vises.size() == decides.size();
        retour.ramener(ip, EtatIp.A_DECIDER, toutes ? null : vises, motif);
        return new Trace(avant, EtatIp.A_DECIDER.name());
    }
}
