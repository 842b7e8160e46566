package fr.jalon.commun.acte;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What every act holds, whatever the file it is about. Nothing in it is updated: a correction cancels it and another is written.
 *
 * @param genre code of its kind
 * @param le the day it took effect, which may be long before it was entered
 * @param details codes, ids and dates by name
 * @param avertissements reasons given for what the tool warned of, by code
 * @param saisiPar null when the tool wrote it
 */
public record ActeEcrit(UUID id, String genre, LocalDate le, Map<String, String> details, Map<String, String> avertissements, String texte,
        UUID evenementId, Instant saisiLe, UUID saisiPar, Instant annuleLe, String annuleMotif) {
}
