package fr.jalon.autonomie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * One dated act of the path. Nothing in it is updated: a correction cancels it and another is written.
 *
 * @param le the day it took effect, which may be long before it was entered
 * @param details codes, ids and dates by name
 * @param avertissements reasons given for what the tool warned of, by code
 */
public record Acte(UUID id, GenreActe genre, LocalDate le, Map<String, String> details, Map<String, String> avertissements, String texte,
        UUID evenementId, Instant saisiLe, UUID saisiPar, Instant annuleLe, String annuleMotif) {

    /** The order of the facts. */
    static final Comparator<Acte> ORDRE = Comparator.comparing(Acte::le).thenComparing(Acte::saisiLe).thenComparing(Acte::id);
    /** The order they were entered: what is said last stands. */
    static final Comparator<Acte> SAISIE = Comparator.comparing(Acte::saisiLe).thenComparing(Acte::id);

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

    /** Null when the act does not say. */
    Boolean dit(String nom) {
        return details.get(nom) == null ? null : oui(nom);
    }

    /** Written by the tool because of another act or of a fact of the measures: cancelled with what it follows. */
    boolean automatique() {
        return oui("auto");
    }
}
