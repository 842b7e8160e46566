package fr.jalon.ip.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.evaluation.Signalements;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of an IP as other parts of it need them: who was referred, what letters say, what a correction cancels. */
@Component
public class DecisionsIp {

    /** A decision that stands. */
    public record Vivante(UUID id, UUID mineurId, Issue issue, String natureAide, Instant decideeLe, UUID signataireId, UUID interimDe,
            UUID evenementId) {
    }

    private final Decisions decisions;
    private final Evenements evenements;
    private final Signalements signalements;
    private final Horloge horloge;

    DecisionsIp(Decisions decisions, Evenements evenements, Signalements signalements, Horloge horloge) {
        this.decisions = decisions;
        this.evenements = evenements;
        this.signalements = signalements;
        this.horloge = horloge;
    }

    /** Those that stand, by minor. */
    public Map<UUID, Vivante> vivantes(UUID ipId) {
        Map<UUID, Vivante> vivantes = new HashMap<>();
        decisions.findByIpIdOrderByDecideeLeAscSaisieLeAsc(ipId).stream().filter(DecisionMineur::vivante)
                .forEach(d -> vivantes.put(d.mineurId(), new Vivante(d.id(), d.mineurId(), d.issue(), d.natureAide(), d.decideeLe(),
                        d.signataireId(), d.interimDe(), d.evenementId())));
        return vivantes;
    }

    /** Minors referred to the judicial authority, by a decision or by a signalement at any step. */
    public Set<UUID> mineursSaisis(UUID ipId) {
        Set<UUID> saisis = vivantes(ipId).values().stream().filter(v -> v.issue() == Issue.AUTORITE_JUDICIAIRE).map(Vivante::mineurId)
                .collect(Collectors.toSet());
        saisis.addAll(signalements.mineursSignales(ipId));
        return saisis;
    }

    /** When the last decision that stands was taken. */
    public Optional<Instant> derniereDecision(UUID ipId) {
        return vivantes(ipId).values().stream().map(Vivante::decideeLe).max(Instant::compareTo);
    }

    /**
     * Cancels decisions, with the event that counted each and the referral each sent; the lines stay, struck through.
     *
     * @param mineurs whose, or null for all of them
     * @return ids of the events cancelled
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> annuler(InformationPreoccupante ip, Collection<UUID> mineurs, String motif) {
        List<DecisionMineur> visees = decisions.findByIpIdOrderByDecideeLeAscSaisieLeAsc(ip.id()).stream().filter(DecisionMineur::vivante)
                .filter(d -> mineurs == null || mineurs.contains(d.mineurId())).toList();
        for (DecisionMineur d : visees) {
            d.annuler(horloge.maintenant(), motif);
            decisions.save(d);
            evenements.annuler(d.evenementId(), "ip.decision-annulee", motif);
            if (d.signalementId() != null && signalementVivant(ip.id(), d.signalementId())) {
                signalements.annuler(ip, d.signalementId(), motif);
            }
        }
        return visees.stream().map(DecisionMineur::evenementId).toList();
    }

    private boolean signalementVivant(UUID ipId, UUID signalement) {
        return signalements.de(ipId).stream().anyMatch(s -> s.id().equals(signalement) && s.vivant());
    }
}
