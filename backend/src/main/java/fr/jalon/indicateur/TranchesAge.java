package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Age bands, by completed years. A child born on 29 February is a year older on 28 February in common years. */
final class TranchesAge {

    /** First age of each band after the first. */
    private static final List<Integer> SEUILS = List.of(3, 6, 11, 16, 18, 21);
    private static final List<String> CODES = List.of("00-02", "03-05", "06-10", "11-15", "16-17", "18-20", "21-99");
    private static final List<String> LIBELLES = List.of("moins de 3 ans", "3 à 5 ans", "6 à 10 ans", "11 à 15 ans", "16 et 17 ans", "18 à 20 ans",
            "21 ans et plus");
    static final String INCONNU = "INCONNU";

    private TranchesAge() {
    }

    static String de(LocalDate naissance, LocalDate jour) {
        if (naissance == null) {
            return INCONNU;
        }
        int i = 0;
        while (i < SEUILS.size() && !naissance.plusYears(SEUILS.get(i)).isAfter(jour)) {
            i++;
        }
        return CODES.get(i);
    }

    static String libelle(String code) {
        int i = CODES.indexOf(code);
        return i < 0 ? "âge inconnu" : LIBELLES.get(i);
    }

    static void changements(LocalDate naissance, Collection<LocalDate> jours) {
        if (naissance != null) {
            SEUILS.forEach(s -> jours.add(naissance.plusYears(s)));
        }
    }
}
