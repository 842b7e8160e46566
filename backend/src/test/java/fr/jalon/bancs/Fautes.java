package fr.jalon.bancs;

import java.text.Normalizer;
import java.util.Random;

/** How a name is heard and typed wrong, in stated shares. One fault a query, on the name or on the given name. */
final class Fautes {

    /** Kind of fault and its share in a hundred. */
    enum Genre {
        SANS_ACCENT_NI_TIRET(15), ORDRE_INVERSE(10), LETTRE_OUBLIEE(17), LETTRE_CHANGEE(14), LETTRES_INTERVERTIES(10), LETTRE_AJOUTEE(9), A_L_OREILLE(25);

        private final int part;

        Genre(int part) {
            this.part = part;
        }

        static Genre tirer(Random alea) {
            int reste = alea.nextInt(100);
            for (Genre g : values()) {
                reste -= g.part;
                if (reste < 0) {
                    return g;
                }
            }
            throw new AssertionError("shares do not add up to 100");
        }
    }

    private static final String[][] OREILLE = {{"ault", "o"}, {"eau", "au"}, {"au", "o"}, {"ph", "f"}, {"qu", "k"}, {"ck", "k"}, {"th", "t"}, {"y", "i"}, {"ai", "é"}, {"ei", "ai"},
        {"ss", "c"}, {"ll", "l"}, {"nn", "n"}, {"mm", "m"}, {"tt", "t"}, {"rr", "r"}, {"ff", "f"}, {"c", "k"}, {"z", "s"}, {"en", "an"}, {"an", "en"}, {"in", "ain"}, {"h", ""}, {"s", "ss"}, {"x", "s"}};

    private Fautes() {
    }

    static String abimer(String nom, String prenom, Genre genre, Random alea) {
        if (genre == Genre.ORDRE_INVERSE) {
            return nom + " " + prenom;
        }
        boolean surNom = alea.nextInt(100) < 60 || prenom.length() < 4;
        return surNom ? prenom + " " + mot(nom, genre, alea) : mot(prenom, genre, alea) + " " + nom;
    }

    private static String mot(String mot, Genre genre, Random alea) {
        int i = mot.length() < 3 ? 0 : 1 + alea.nextInt(mot.length() - 1);
        return switch (genre) {
            case SANS_ACCENT_NI_TIRET -> sansAccent(mot).replace('-', ' ').toLowerCase();
            case LETTRE_OUBLIEE -> mot.length() < 4 ? mot : mot.substring(0, i) + mot.substring(i + 1);
            case LETTRE_CHANGEE -> mot.substring(0, i) + (char) ('a' + alea.nextInt(26)) + mot.substring(Math.min(mot.length(), i + 1));
            case LETTRE_AJOUTEE -> mot.substring(0, i) + (char) ('a' + alea.nextInt(26)) + mot.substring(i);
            case LETTRES_INTERVERTIES -> i + 1 >= mot.length() ? mot : mot.substring(0, i) + mot.charAt(i + 1) + mot.charAt(i) + mot.substring(i + 2);
            case A_L_OREILLE -> oreille(mot.toLowerCase(), alea);
            case ORDRE_INVERSE -> mot;
        };
    }

    private static String oreille(String mot, Random alea) {
        int depart = alea.nextInt(OREILLE.length);
        for (int k = 0; k < OREILLE.length; k++) {
            String[] r = OREILLE[(depart + k) % OREILLE.length];
            int ou = mot.indexOf(r[0], 1);
            if (ou > 0) {
                return mot.substring(0, ou) + r[1] + mot.substring(ou + r[0].length());
            }
        }
        return mot + "e";
    }

    private static String sansAccent(String mot) {
        return Normalizer.normalize(mot, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
