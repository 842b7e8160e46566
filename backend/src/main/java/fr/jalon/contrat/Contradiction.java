package fr.jalon.contrat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points out a comment that says the contrary of its figure: « baisse » beside a rise. Says nothing when the words go both ways, deny, or
 * speak of a target: a false alarm would teach to ignore the true ones.
 */
final class Contradiction {

    private static final Pattern BAISSE = Pattern.compile("\\b(baiss\\w*|diminu\\w*|recul\\w*|chut\\w*|repli\\w*|decroi\\w*|decru\\w*|moindre|reduction|en moins)\\b");
    private static final Pattern HAUSSE = Pattern.compile("\\b(hauss\\w*|augment\\w*|accroi\\w*|accru\\w*|progress(?:ion|ent|e)\\b|croissance|davantage|en plus)\\b");
    private static final Pattern STABLE = Pattern.compile("\\b(stab(?:le|les|ilite|ilise\\w*)|inchange\\w*|identique|constant\\w*)\\b");
    private static final Pattern NIE = Pattern.compile("(\\bpas (de |d’|d')?|\\bsans |\\bni |\\bmalgre (la |une |cette )?|\\bfreine\\w* |\\bobjectif de |\\bvise\\w* )[\\w’' ]{0,12}$");
    /** A change above it is not what anybody calls stable. */
    private static final java.math.BigDecimal NET = java.math.BigDecimal.TEN;

    private Contradiction() {
    }

    /** @param evolution the change the comment is read beside */
    static Optional<String> relever(String commentaire, Evolutions.Evolution evolution, int de, int a) {
        if (commentaire == null || evolution.valeur() == null) {
            return Optional.empty();
        }
        String mots = Normalizer.normalize(commentaire, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.FRENCH);
        boolean baisse = dit(BAISSE, mots);
        boolean hausse = dit(HAUSSE, mots);
        boolean stable = dit(STABLE, mots);
        if ((baisse ? 1 : 0) + (hausse ? 1 : 0) + (stable ? 1 : 0) != 1) {
            return Optional.empty();
        }
        int sens = evolution.valeur().signum();
        String chiffre = "le chiffre passe de " + de + " à " + a + " par " + evolution.texte();
        if (baisse && sens > 0) {
            return Optional.of("Le commentaire parle de baisse\u00a0; " + chiffre + ".");
        }
        if (hausse && sens < 0) {
            return Optional.of("Le commentaire parle de hausse\u00a0; " + chiffre + ".");
        }
        if (stable && evolution.valeur().abs().compareTo(NET) > 0) {
            return Optional.of("Le commentaire parle de stabilité\u00a0; " + chiffre + ".");
        }
        return Optional.empty();
    }

    private static boolean dit(Pattern mot, String texte) {
        Matcher m = mot.matcher(texte);
        while (m.find()) {
            if (!NIE.matcher(texte.substring(Math.max(0, m.start() - 40), m.start())).find()) {
                return true;
            }
        }
        return false;
    }
}
