package fr.jalon.releve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A light record.
 *
 * @param enfantId null for a meeting
 * @param au last day, or null for one day and while it lasts
 * @param champs codes and whole numbers by field
 * @param texte a precision that nobody counts
 */
record Releve(UUID id, String code, UUID enfantId, UUID foyerId, String uniteId, LocalDate du, LocalDate au, Map<String, String> champs, String texte,
        UUID evenementId, UUID finEvenementId, Instant noteLe, UUID notePar, Instant corrigeLe, Instant annuleLe, String annuleMotif, long version) {

    boolean vivant() {
        return annuleLe == null;
    }
}
