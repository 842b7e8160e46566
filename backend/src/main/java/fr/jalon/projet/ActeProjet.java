package fr.jalon.projet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * One dated act of a projet's life. Nothing in it is updated: a correction cancels it and another is written.
 *
 * @param automatique made by the measures, which it follows
 * @param details codes, ids and dates by name
 * @param avertissements reasons given for what the tool warned of, by code
 */
public record ActeProjet(UUID id, GenreActeProjet genre, LocalDate le, boolean automatique, Map<String, String> details,
        Map<String, String> avertissements, String texte, UUID evenementId, Instant saisiLe, UUID saisiPar, Instant annuleLe, String annuleMotif) {

    /** The first opening comes before whatever is dated before it; then the order of the facts. */
    static final Comparator<ActeProjet> ORDRE = Comparator.comparing((ActeProjet a) -> a.genre() != GenreActeProjet.OUVERTURE)
            .thenComparing(ActeProjet::le).thenComparing(a -> a.genre().rang()).thenComparing(ActeProjet::saisiLe).thenComparing(ActeProjet::id);

    public boolean vivant() {
        return annuleLe == null;
    }

    public String d(String nom) {
        return details.get(nom);
    }

    LocalDate jour(String nom) {
        return details.get(nom) == null ? null : LocalDate.parse(details.get(nom));
    }

    UUID ref(String nom) {
        return details.get(nom) == null ? null : UUID.fromString(details.get(nom));
    }
}
