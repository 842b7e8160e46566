package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Made of other figures, counted or entered by hand; a missing operand gives no figure and says which, never an error value. */
sealed interface FormuleComposee extends Formule {

    /** An operand: its value, or why there is none. @param libelle the words a reader knows it by; null where its code is all there is */
    record Operande(BigDecimal valeur, String raison, String libelle) {

        Operande(BigDecimal valeur, String raison) {
            this(valeur, raison, null);
        }

        private String nom(String code) {
            return "«\u00a0" + (libelle == null ? code : libelle) + "\u00a0»";
        }
    }

    /** Codes of the catalogue, or of rows entered by hand. */
    List<String> operandes();

    /** @param lire an operand by its code and year */
    Operande composer(int annee, BiFunction<String, Integer, Operande> lire);

    @Override
    default Resultat calculer(Faits faits, Portee portee) {
        throw new IllegalStateException("Composée d’autres chiffres");
    }

    private static Operande manque(String code, int annee, Operande o) {
        return new Operande(null, o.nom(code) + " n’est pas connu en " + annee + (o.raison() == null ? "." : "\u00a0: " + minuscule(o.raison())));
    }

    private static String minuscule(String raison) {
        return Character.toLowerCase(raison.charAt(0)) + raison.substring(1);
    }

    private static Operande rapport(BigDecimal numerateur, BigDecimal denominateur, int fois) {
        return new Operande(numerateur.multiply(BigDecimal.valueOf(fois)).divide(denominateur, fois == 1 ? 2 : 1, RoundingMode.HALF_UP), null);
    }

    /** @param fois 100 for a share, 1000 for a rate, 1 for a plain ratio */
    record Ratio(String numerateur, String denominateur, Integer fois) implements FormuleComposee {

        @Override
        public List<String> operandes() {
            return List.of(numerateur, denominateur);
        }

        @Override
        public Operande composer(int annee, BiFunction<String, Integer, Operande> lire) {
            Operande haut = lire.apply(numerateur, annee);
            Operande bas = lire.apply(denominateur, annee);
            if (haut.valeur() == null) {
                return manque(numerateur, annee, haut);
            }
            if (bas.valeur() == null) {
                return manque(denominateur, annee, bas);
            }
            if (bas.valeur().signum() == 0) {
                return new Operande(null, "Le dénominateur, " + bas.nom(denominateur) + ", vaut zéro en " + annee + ".");
            }
            return rapport(haut.valeur(), bas.valeur(), fois == null ? 100 : fois);
        }
    }

    /** @param moins taken away, or null */
    record Somme(List<String> de, List<String> moins) implements FormuleComposee {

        @Override
        public List<String> operandes() {
            List<String> tous = new ArrayList<>(de);
            tous.addAll(moins == null ? List.of() : moins);
            return tous;
        }

        @Override
        public Operande composer(int annee, BiFunction<String, Integer, Operande> lire) {
            BigDecimal somme = BigDecimal.ZERO;
            for (String code : operandes()) {
                Operande o = lire.apply(code, annee);
                if (o.valeur() == null) {
                    return manque(code, annee, o);
                }
                somme = moins != null && moins.contains(code) && !de.contains(code) ? somme.subtract(o.valeur()) : somme.add(o.valeur());
            }
            return new Operande(somme, null);
        }
    }

    /** Change in percent since a year, or over so many years (one where neither is said). */
    record Variation(String de, Integer depuis, Integer sur) implements FormuleComposee {

        @Override
        public List<String> operandes() {
            return List.of(de);
        }

        @Override
        public Operande composer(int annee, BiFunction<String, Integer, Operande> lire) {
            int avant = depuis != null ? depuis : annee - (sur == null ? 1 : sur);
            if (avant >= annee) {
                return new Operande(null, "Il n’y a pas d’évolution avant " + (avant + 1) + ".");
            }
            Operande debut = lire.apply(de, avant);
            Operande fin = lire.apply(de, annee);
            if (debut.valeur() == null) {
                return manque(de, avant, debut);
            }
            if (fin.valeur() == null) {
                return manque(de, annee, fin);
            }
            if (debut.valeur().signum() == 0) {
                return new Operande(null, debut.nom(de) + " vaut zéro en " + avant + "\u00a0: l’évolution ne se calcule pas.");
            }
            return rapport(fin.valeur().subtract(debut.valeur()), debut.valeur().abs(), 100);
        }
    }
}
