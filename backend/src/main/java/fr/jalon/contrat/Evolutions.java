package fr.jalon.contrat;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Every change and every gap of the table, in one place. A count changes by per cent of where it started; a rate changes by points, since a
 * per cent of per cents is read wrong by everybody. What cannot be computed is « n.c. » with its reason, never an error value.
 */
public final class Evolutions {

    public enum Mesure {
        POURCENT, POINTS
    }

    /**
     * @param valeur with one decimal, or null and {@code raison} says why
     * @param reserve computed, yet to be read with care (two cells state two units), or null
     */
    public record Evolution(BigDecimal valeur, Mesure mesure, String raison, String reserve) {

        /** « +28,7 % », « −0,4 point », « n.c. ». */
        public String texte() {
            if (valeur == null) {
                return "n.c.";
            }
            String signe = valeur.signum() > 0 ? "+" : valeur.signum() < 0 ? "−" : "";
            String nombre = valeur.abs().setScale(1, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
            String unite = mesure == Mesure.POURCENT ? "%" : valeur.abs().compareTo(BigDecimal.valueOf(2)) < 0 ? "point" : "points";
            return signe + nombre + "\u00a0" + unite;
        }

        static Evolution nonConnue(Mesure mesure, String raison) {
            return new Evolution(null, mesure, raison, null);
        }
    }

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    private Evolutions() {
    }

    /** From one year to another. @param taux the values are rates, in per cent */
    public static Evolution entre(int de, Grandeur depart, int a, Grandeur arrivee, boolean taux) {
        return relative("La valeur de " + de, depart, "La valeur de " + a, arrivee, taux);
    }

    /** What is missing or in excess of the target. */
    public static Evolution alaCible(int annee, Grandeur cible, Grandeur realise, boolean taux) {
        return relative("La cible de " + annee, cible, "La valeur de " + annee, realise, taux);
    }

    private static Evolution relative(String nomDepart, Grandeur depart, String nomArrivee, Grandeur arrivee, boolean taux) {
        Mesure mesure = taux ? Mesure.POINTS : Mesure.POURCENT;
        if (!depart.connue() || !arrivee.connue()) {
            String nom = depart.connue() ? nomArrivee : nomDepart;
            Grandeur manque = depart.connue() ? arrivee : depart;
            String deux = depart.connue() || arrivee.connue() ? "" : "\u00a0; " + minuscule(nomArrivee) + "\u00a0: " + arrivee.absence();
            return Evolution.nonConnue(mesure, nom + "\u00a0: " + manque.absence() + deux + ".");
        }
        String reserve = depart.unite() != null && arrivee.unite() != null && !depart.unite().equalsIgnoreCase(arrivee.unite())
                ? nomDepart + " est écrite en " + depart.unite() + ", " + minuscule(nomArrivee) + " en " + arrivee.unite() + "." : null;
        BigDecimal ecart = arrivee.valeur().subtract(depart.valeur());
        if (taux) {
            return new Evolution(ecart.setScale(1, RoundingMode.HALF_UP), mesure, null, reserve);
        }
        if (depart.valeur().signum() == 0) {
            return Evolution.nonConnue(mesure, nomDepart + " est zéro\u00a0: un écart en pour cent n’a pas de sens.");
        }
        if (depart.valeur().signum() < 0) {
            return Evolution.nonConnue(mesure, nomDepart + " est négative\u00a0: un écart en pour cent n’a pas de sens.");
        }
        return new Evolution(ecart.multiply(CENT).divide(depart.valeur(), 1, RoundingMode.HALF_UP), mesure, null, reserve);
    }

    private static String minuscule(String texte) {
        return Character.toLowerCase(texte.charAt(0)) + texte.substring(1);
    }
}
