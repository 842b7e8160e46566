package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/**
 * A file of a list.
 *
 * @param tacheId the step that waits; null in a list of reasons, where the file may be over
 * @param joursEcoules days since reception
 * @param joursRestants days left, negative when late; null without legal date
 */
public record Dossier(String tacheId, TypeSujet sujetType, UUID sujetId, String reference, List<String> enfants, String etape,
        String etapeLibelle, String uniteId, String unite, LocalDate recueLe, Integer joursEcoules, UUID echeanceId, LocalDate dateLegale,
        Integer joursRestants, boolean enConsigne, boolean urgence, UUID titulaireId, String titulaire, String motif) {
}
