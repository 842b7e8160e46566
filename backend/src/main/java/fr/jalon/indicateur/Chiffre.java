package fr.jalon.indicateur;

import java.math.BigDecimal;

/**
 * A figure.
 *
 * @param valeur null when it cannot be known, and {@code raison} says why in words for the screen
 * @param effectif files counted
 * @param base files among which, for a share; null otherwise
 */
public record Chiffre(BigDecimal valeur, String raison, long effectif, Long base) {

    public static Chiffre nonConnu(String raison) {
        return new Chiffre(null, raison, 0, null);
    }
}
