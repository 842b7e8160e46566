package fr.jalon.indicateur;

import java.math.BigDecimal;

/** Numbers as French writes them: 2 689 and 12,5, with spaces that do not break. */
final class Francais {

    private Francais() {
    }

    static String nombre(BigDecimal valeur) {
        String brut = valeur.stripTrailingZeros().toPlainString();
        int point = brut.indexOf('.');
        String entier = point < 0 ? brut : brut.substring(0, point);
        StringBuilder groupe = new StringBuilder(entier);
        for (int i = groupe.length() - 3; i > (entier.startsWith("-") ? 1 : 0); i -= 3) {
            groupe.insert(i, '\u00a0');
        }
        return groupe + (point < 0 ? "" : "," + brut.substring(point + 1));
    }

    /** One decimal always, so that figures of a line compare at a glance. */
    static String pourcent(BigDecimal valeur) {
        BigDecimal une = valeur.setScale(1, java.math.RoundingMode.HALF_UP);
        return nombre(une.setScale(0, java.math.RoundingMode.DOWN)) + "," + une.remainder(BigDecimal.ONE).movePointRight(1).abs().intValue() + "\u00a0%";
    }
}
