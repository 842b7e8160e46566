package fr.jalon.commun.donnees;

import java.util.List;

/**
 * One line said of a row.
 *
 * @param libelle as the reader sees it
 * @param sql expression that gives the value, on the row {@code t}
 * @param liste list of the profile that gives the words of a code, or null
 * @param colonnes columns of the table it answers for
 */
public record Colonne(String libelle, String sql, Genre genre, String liste, List<String> colonnes) {

    /** How a value becomes words. */
    public enum Genre {
        /** By its type: dates in French, yes or no, the text as it stands. */
        VALEUR, CODE, EVENEMENT, AGENT, UNITE, ENFANT,
        /** A JSON object of codes and dates. */
        DETAILS,
        /** A JSON object whose values are what agents wrote. */
        MOTIFS
    }
}
