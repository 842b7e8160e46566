package fr.jalon.dossier;

/**
 * What a French ear hears of a name: « Renault », « Renaud » and « Reno » give one key. Commons Codec has no French key (its
 * Metaphone and Soundex are English, Cologne German, and Beider-Morse answers one name with up to dozens of keys, which multiplies
 * the index); Soundex2 and Phonex round too early and put a fifth of given names together. This one reads spellings as French reads
 * them, left to right, longest first, then drops what is silent at the end. The key is compared, never shown.
 */
final class PhonetiqueFrancaise {

    private static final String VOYELLES = "aeiou";
    /** Stands for a final mute e: says nothing, keeps the consonant before it voiced and soft, and undoes a nasal (« Martine », « Solange »). */
    private static final char E_MUET = '\'';

    private PhonetiqueFrancaise() {
    }

    /** @param mot lower-case ASCII letters, as {@link NomNormalise} gives them */
    static String cle(String mot) {
        String m = muettesFinales(prepare(mot));
        StringBuilder cle = new StringBuilder();
        int i = 0;
        while (i < m.length()) {
            i += lire(m, i, cle);
        }
        return sansDoubles(cle);
    }

    private static String prepare(String mot) {
        String m = mot.replace('y', 'i').replaceAll("ch(?=[rln])", "k").replace("sch", "1").replace("sh", "1").replace("ch", "1").replace("ph", "f").replace("bv", "v")
                .replace("ck", "k").replace("cq", "k").replace("w", "v").replace("h", "");
        StringBuilder simple = new StringBuilder();
        for (int i = 0; i < m.length(); i++) {
            char c = m.charAt(i);
            // A doubled letter sounds as one, but « ss » between vowels is not « s » and « ll » after i may be a glide.
            if (i == 0 || c != m.charAt(i - 1) || c == 's' || c == 'l') {
                simple.append(c);
            }
        }
        return simple.toString();
    }

    private static String muettesFinales(String m) {
        String avant = m;
        if (m.length() > 3 && (m.endsWith("ault") || m.endsWith("auld") || m.endsWith("aulx") || m.endsWith("ouls"))) {
            return m.substring(0, m.length() - 2);
        }
        while (avant.length() > 2) {
            char c = avant.charAt(avant.length() - 1);
            char precedente = avant.charAt(avant.length() - 2);
            boolean consonneMuette = "dtsxz".indexOf(c) >= 0 || c == 'p' && precedente == 'm';
            boolean finaleEn = c == 'r' && precedente == 'e' && avant.length() > 4;
            if (c == 'e' && (VOYELLES.indexOf(precedente) < 0 || precedente == 'e' || precedente == 'i' || precedente == 'u')) {
                // A final mute e voices the consonant before it: stop dropping there (« Denise » keeps its s, « Denis » does not).
                String sans = avant.substring(0, avant.length() - 1);
                return VOYELLES.indexOf(precedente) < 0 ? sans + E_MUET : sans;
            }
            if (finaleEn || (consonneMuette && precedente == 'e')) {
                return avant.substring(0, avant.length() - 1);
            }
            if (!consonneMuette) {
                return avant;
            }
            avant = avant.substring(0, avant.length() - 1);
        }
        return avant;
    }

    /** Reads one sound at {@code i}, writes it, and tells how many letters it took. */
    private static int lire(String m, int i, StringBuilder cle) {
        char c = m.charAt(i);
        if (VOYELLES.indexOf(c) >= 0) {
            return voyelle(m, i, cle);
        }
        switch (c) {
            case 'c' -> {
                cle.append(devantEOuI(m, i + 1) ? 's' : 'k');
                return 1;
            }
            case 'g' -> {
                return g(m, i, cle);
            }
            case 'q' -> {
                cle.append('k');
                return suivant(m, i, "u") ? 2 : 1;
            }
            case E_MUET -> {
                return 1;
            }
            case 'x' -> cle.append("ks");
            case 'z' -> cle.append('s');
            case 'm' -> cle.append('n');
            case 't' -> cle.append(suivant(m, i, "ion") ? 's' : 't');
            default -> cle.append(c);
        }
        return 1;
    }

    private static int g(String m, int i, StringBuilder cle) {
        if (suivant(m, i, "n")) {
            cle.append('n');
            return 2;
        }
        if (suivant(m, i, "ue") || suivant(m, i, "ui")) {
            cle.append('g');
            return 2;
        }
        if (devantEOuI(m, i + 1)) {
            cle.append('j');
            boolean eMuet = suivant(m, i, "ea") || suivant(m, i, "eo");
            return eMuet ? 2 : 1;
        }
        cle.append('g');
        return 1;
    }

    private static int voyelle(String m, int i, StringBuilder cle) {
        String[][] graphies = {{"eau", "o"}, {"oeu", "e"}, {"ain", "2"}, {"ein", "2"}, {"aim", "2"}, {"oin", "u2"}, {"ien", "i2"},
            {"oui", "ui"}, {"au", "o"}, {"ou", "u"}, {"oi", "ua"}, {"ai", "e"}, {"ei", "e"}, {"eu", "e"}, {"oe", "e"}, {"ae", "e"},
            {"an", "3"}, {"am", "3"}, {"en", "3"}, {"em", "3"}, {"in", "2"}, {"im", "2"}, {"un", "2"}, {"um", "2"}, {"on", "4"},
            {"om", "4"}, {"ill", "i"}, {"ie", "i"}};
        for (String[] graphie : graphies) {
            if (m.startsWith(graphie[0], i) && (!nasale(graphie[0]) || finDeSyllabe(m, i + graphie[0].length()))) {
                cle.append(graphie[1]);
                return graphie[0].length();
            }
        }
        cle.append(m.charAt(i));
        return 1;
    }

    private static boolean nasale(String graphie) {
        return graphie.endsWith("n") || graphie.endsWith("m");
    }

    private static boolean finDeSyllabe(String m, int i) {
        return i >= m.length() || (VOYELLES.indexOf(m.charAt(i)) < 0 && m.charAt(i) != E_MUET && m.charAt(i) != 'n' && m.charAt(i) != 'm');
    }

    private static boolean devantEOuI(String m, int i) {
        return i < m.length() && (m.charAt(i) == 'e' || m.charAt(i) == 'i' || m.charAt(i) == E_MUET);
    }

    private static boolean suivant(String m, int i, String suite) {
        return m.startsWith(suite, i + 1);
    }

    private static String sansDoubles(StringBuilder cle) {
        StringBuilder simple = new StringBuilder();
        for (int i = 0; i < cle.length(); i++) {
            if (i == 0 || cle.charAt(i) != cle.charAt(i - 1)) {
                simple.append(cle.charAt(i));
            }
        }
        return simple.toString();
    }
}
