package fr.jalon.ip.suites;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody the outcome is owed to.
 *
 * @param referenceId the adult, or the information this person or service transmitted
 * @param mineurId for a holder: told minor by minor; null otherwise
 * @param nom as shown to the person reading; a private sender is named to those who received the information only
 * @param du owed now: by right, or because they asked
 * @param droit French sentence that says why it is owed, or why not
 */
record Destinataire(Genre genre, UUID referenceId, UUID mineurId, String nom, String qualite, boolean du, String droit) {

    /** Kinds of recipient. {@link #motifs()}: grounds on which they may not be told, the parquet's hold apart. */
    enum Genre {
        TITULAIRE(List.of("INTERET_ENFANT", "DANGER_ENFANT", "INTROUVABLE")),
        /** The three grounds of D226-2-8, and no other. */
        TRANSMETTEUR(List.of("INTERET_ENFANT", "DANGER_ENFANT", "DANGER_TRANSMETTEUR")),
        SNATED(List.of()),
        AUTRE_DEPARTEMENT(List.of());

        private final List<String> motifs;

        Genre(List<String> motifs) {
            this.motifs = motifs;
        }

        List<String> motifs() {
            return motifs;
        }
    }

    boolean est(Genre autre, UUID reference, UUID mineur) {
        return genre == autre && Objects.equals(referenceId, reference) && Objects.equals(mineurId, mineur);
    }
}
