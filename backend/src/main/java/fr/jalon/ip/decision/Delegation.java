package fr.jalon.ip.decision;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A dated délégation de signature.
 *
 * @param reference the arrêté that gives it
 * @param interimDe the absent decider stood in for, or null
 * @param au last day included, or null while it runs
 */
public record Delegation(UUID id, UUID utilisateurId, String reference, UUID interimDe, LocalDate du, LocalDate au) {

    boolean valide(LocalDate jour) {
        return !jour.isBefore(du) && (au == null || !jour.isAfter(au));
    }
}
