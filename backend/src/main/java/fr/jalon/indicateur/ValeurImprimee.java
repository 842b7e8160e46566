package fr.jalon.indicateur;

import java.math.BigDecimal;

/**
 * A figure or a target as a document prints it.
 *
 * @param annee as printed: « 2021 », « 2018-2022 », « 2020/2021 », or null
 * @param dateArrete day the figure was read, as printed, or null
 * @param valeur null unless the status says a number
 * @param texte the printed words
 * @param perimetre what it covers when it is not the row's own, or null
 */
public record ValeurImprimee(String code, String annee, String dateArrete, TypeValeur type, BigDecimal valeur, String texte, Statut statut,
        String perimetre, String remarque) {

    public enum TypeValeur {
        REALISE, CIBLE
    }

    /** A number; « non renseigné », « non disponible », « sans objet »; words. */
    public enum Statut {
        CHIFFRE, NR, ND, NA, TEXTE
    }
}
