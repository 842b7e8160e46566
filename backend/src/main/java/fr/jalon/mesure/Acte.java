package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * One dated act of a measure's life. Nothing in it is updated: a correction cancels it and another is written.
 *
 * @param le the day it took effect, which may be long before it was entered
 * @param details codes, ids and dates by name
 * @param avertissements reasons given for what the tool warned of, by code
 */
public record Acte(UUID id, GenreActe genre, LocalDate le, Map<String, String> details, Map<String, String> avertissements, String texte,
        UUID evenementId, Instant saisiLe, UUID saisiPar, Instant annuleLe, String annuleMotif) {

    /** The decision opens the measure whatever is dated before it (a hearing, an agreement); then the order of the facts. */
    static final Comparator<Acte> ORDRE = Comparator.comparing((Acte a) -> a.genre() != GenreActe.DECISION).thenComparing(Acte::le)
            .thenComparing(Acte::saisiLe).thenComparing(Acte::id);

    public boolean vivant() {
        return annuleLe == null;
    }

    String d(String nom) {
        return details.get(nom);
    }

    LocalDate jour(String nom) {
        return details.get(nom) == null ? null : LocalDate.parse(details.get(nom));
    }

    boolean oui(String nom) {
        return "OUI".equals(details.get(nom));
    }
}
