package fr.jalon.tache;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/**
 * A line of the list.
 *
 * @param titre names of the children, for the page shown only
 * @param consigne a request of the parquet is in force on the file, even when it does not hold this step
 * @param depuis since when the step waits
 * @param objetId the one thing within the file the task is about, whose own words {@code etapeLibelle} then holds; null for a step of the path
 */
public record LigneTache(String id, TypeSujet sujetType, UUID sujetId, UUID ipId, String reference, String titre, String etape,
        String etapeLibelle, String mission, List<String> enfants, Unite unite, Echeance echeance, Titulaire titulaire, boolean nonLue,
        Instant depuis, boolean urgence, boolean consigne, UUID objetId) {

    public record Unite(String id, String nom) {
    }

    /** @param jours days left, negative when late; null without legal date */
    public record Echeance(UUID id, LocalDate dateLegale, Bande bande, Integer jours) {
    }

    /**
     * @param absentJusquau last day away when the holder is away today, or null
     * @param remplacantId who receives the task meanwhile, or null
     */
    public record Titulaire(UUID id, String nom, Instant depuis, LocalDate absentJusquau, UUID remplacantId, String remplacant) {
    }
}
