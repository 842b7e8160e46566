package fr.jalon.contrat;

import java.math.BigDecimal;

/** Numbers as French writes them, with spaces that do not break. */
final class Nombres {

    private Nombres() {
    }

    static String texte(BigDecimal valeur, String unite) {
        return texte(valeur) + ("%".equals(unite) ? "\u00a0%" : "");
    }

    static String texte(BigDecimal valeur) {
        String brut = valeur.stripTrailingZeros().toPlainString();
        boolean negatif = brut.startsWith("-");
        String nu = negatif ? brut.substring(1) : brut;
        int point = nu.indexOf('.');
        StringBuilder entier = new StringBuilder(point < 0 ? nu : nu.substring(0, point));
        for (int i = entier.length() - 3; i > 0; i -= 3) {
            entier.insert(i, '\u00a0');
        }
        return (negatif ? "−" : "") + entier + (point < 0 ? "" : "," + nu.substring(point + 1));
    }
}
