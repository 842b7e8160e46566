package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sentence a reader would draw from the table, so that the picture's title says the finding and not its subject. */
final class Constat {

    private Constat() {
    }

    static String de(List<Tableaux.LigneAnnees> lignes) {
        // Before two full years are final there is no evolution to tell: the last figure is.
        String recues = Optional.ofNullable(evolution(lignes, "IP_RECUES", "IP reçues"))
                .or(() -> dernier(lignes, "IP_RECUES").map(v -> v.texte() + " IP reçues en " + v.annee())).orElse(null);
        String part = dernier(lignes, "PART_TROIS_MOIS")
                .map(v -> "en " + v.annee() + ", " + v.texte() + " des évaluations arrivées à leur date légale étaient rendues dans les trois mois")
                .orElse(null);
        if (recues == null && part == null) {
            return "Aucune information n’est encore enregistrée sur ces années.";
        }
        String phrase = recues == null ? part : part == null ? recues : recues + "\u00a0; " + part;
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }

    /** From the first known full year to the last: a year under way is not compared with whole ones. */
    private static String evolution(List<Tableaux.LigneAnnees> lignes, String code, String quoi) {
        List<Tableaux.Valeur> connues = valeurs(lignes, code).stream().filter(v -> v.valeur() != null && v.definitif()).toList();
        if (connues.size() < 2) {
            return null;
        }
        Tableaux.Valeur debut = connues.get(0);
        Tableaux.Valeur fin = connues.get(connues.size() - 1);
        if (debut.valeur().signum() == 0) {
            return null;
        }
        BigDecimal ecart = fin.valeur().subtract(debut.valeur()).multiply(BigDecimal.valueOf(100))
                .divide(debut.valeur(), 1, java.math.RoundingMode.HALF_UP);
        String sens = ecart.signum() == 0 ? "autant d’" + quoi
                : Francais.nombre(ecart.abs()) + "\u00a0% d’" + quoi + (ecart.signum() > 0 ? " de plus" : " de moins");
        return sens + " en " + fin.annee() + " qu’en " + debut.annee();
    }

    private static Optional<Tableaux.Valeur> dernier(List<Tableaux.LigneAnnees> lignes, String code) {
        List<Tableaux.Valeur> connues = valeurs(lignes, code).stream().filter(v -> v.valeur() != null).toList();
        return connues.isEmpty() ? Optional.empty() : Optional.of(connues.get(connues.size() - 1));
    }

    private static List<Tableaux.Valeur> valeurs(List<Tableaux.LigneAnnees> lignes, String code) {
        return lignes.stream().filter(l -> l.indicateur().code().equals(code)).flatMap(l -> l.valeurs().stream()).toList();
    }
}
