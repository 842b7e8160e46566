package fr.jalon.contrat;

import java.math.BigDecimal;

/**
 * A level or a target, known or not.
 *
 * @param valeur null when there is no number, and {@code absence} says why in a few words that follow the year (« non renseigné »)
 * @param unite the unit its own cell states (« 3244 mesures »), or null when the cell states none
 */
public record Grandeur(BigDecimal valeur, String absence, String unite) {

    public static Grandeur de(BigDecimal valeur) {
        return new Grandeur(valeur, null, null);
    }

    public static Grandeur de(long valeur) {
        return de(BigDecimal.valueOf(valeur));
    }

    public static Grandeur absente(String pourquoi) {
        return new Grandeur(null, pourquoi, null);
    }

    public Grandeur dite(String uneUnite) {
        return new Grandeur(valeur, absence, uneUnite);
    }

    boolean connue() {
        return valeur != null;
    }
}
