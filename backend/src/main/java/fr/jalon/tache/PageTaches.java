package fr.jalon.tache;

import java.util.List;

/**
 * A page found by key.
 *
 * @param suivante what to give as {@code apres} for the next page; null at the end
 * @param precedente what to give as {@code avant} for the page before; null at the beginning
 */
public record PageTaches(List<LigneTache> lignes, String suivante, String precedente, long total) {
}
