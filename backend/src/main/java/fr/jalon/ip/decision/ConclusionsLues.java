package fr.jalon.ip.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.ip.evaluation.Conclusions;
import fr.jalon.ip.evaluation.Conclusions.ConclusionMineur;
import fr.jalon.ip.evaluation.PropositionEvaluation;

import org.springframework.stereotype.Component;

/** What the evaluators concluded and proposed, read only: the decision is another object, and says so in its own words. */
@Component
class ConclusionsLues {

    private final Conclusions conclusions;

    ConclusionsLues(Conclusions conclusions) {
        this.conclusions = conclusions;
    }

    Map<UUID, ConclusionMineur> de(UUID ipId) {
        Map<UUID, ConclusionMineur> lues = new HashMap<>();
        conclusions.de(ipId).stream().filter(c -> c.conclusion() != null).forEach(c -> lues.put(c.mineurId(), c));
        return lues;
    }

    Map<UUID, ReglesDecision.Propose> proposees(UUID ipId) {
        Map<UUID, ReglesDecision.Propose> proposees = new HashMap<>();
        de(ipId).forEach((mineur, c) -> proposees.put(mineur, new ReglesDecision.Propose(c.conclusion(), issue(c.proposition()))));
        return proposees;
    }

    /** The outcome proposed, in the decider's words. */
    static Issue issue(PropositionEvaluation proposition) {
        if (proposition == null) {
            return null;
        }
        return switch (proposition) {
            case CLASSEMENT -> Issue.CLASSEMENT;
            case DROIT_COMMUN -> Issue.DROIT_COMMUN;
            case AIDE_ADMINISTRATIVE -> Issue.AIDE_ADMINISTRATIVE;
            case SAISINE_JUDICIAIRE -> Issue.AUTORITE_JUDICIAIRE;
        };
    }
}
