package fr.jalon.echeance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Compares what a file asks for with the due dates it has. Pure: the same answer serves to make them equal and to check that they are.
 */
final class Accord {

    /** What has to change. {@code avant} is null for a new due date, {@code attendue} for one no longer asked. */
    record Changement(Genre genre, Echeance avant, Attendue attendue, Regle regle, Delai.Terme terme) {
    }

    enum Genre {
        POSER, DEPLACER, SATISFAIRE, ROUVRIR, ANNULER
    }

    private record Cle(String genre, UUID objet) {
    }

    private final BiFunction<String, LocalDate, Regle> regles;
    private final ZoneId zone;

    /** @param regles version of a rule in force on a day */
    Accord(BiFunction<String, LocalDate, Regle> regles, ZoneId zone) {
        this.regles = regles;
        this.zone = zone;
    }

    /** @param existantes due dates of the file that were not cancelled */
    List<Changement> comparer(List<Echeance> existantes, List<Attendue> attendues) {
        Map<Cle, Echeance> restantes = new LinkedHashMap<>();
        existantes.forEach(e -> restantes.put(new Cle(e.genre(), e.objetId()), e));
        List<Changement> changements = new ArrayList<>();
        for (Attendue a : attendues) {
            Regle regle = regles.apply(a.regle(), a.origine().jour());
            Echeance avant = restantes.remove(new Cle(regle.genre(), a.objet() == null ? null : a.objet().id()));
            Delai.Terme terme = regle.delai().terme(a.origine(), zone);
            if (avant == null) {
                changements.add(new Changement(Genre.POSER, null, a, regle, terme));
            } else if (!memeCompte(avant, a, regle, terme)) {
                changements.add(new Changement(Genre.DEPLACER, avant, a, regle, terme));
            }
            if (a.satisfaiteLe() != null && (avant == null || !memeInstant(avant.satisfaiteLe(), a.satisfaiteLe()))) {
                changements.add(new Changement(Genre.SATISFAIRE, avant, a, regle, terme));
            } else if (a.satisfaiteLe() == null && avant != null && !avant.ouverte()) {
                changements.add(new Changement(Genre.ROUVRIR, avant, a, regle, terme));
            }
        }
        restantes.values().forEach(e -> changements.add(new Changement(Genre.ANNULER, e, null, null, null)));
        return changements;
    }

    /**
     * An open due date follows its rule; one that was met keeps the version it was met under, unless its origin or its rule was
     * corrected.
     */
    private static boolean memeCompte(Echeance avant, Attendue a, Regle regle, Delai.Terme terme) {
        boolean memeDepart = avant.regle().equals(regle.code()) && avant.origine().jour().equals(a.origine().jour())
                && memeInstant(avant.origine().instant(), a.origine().instant());
        boolean memeVersion = avant.regleId().equals(regle.id()) && avant.dateLegale().equals(terme.jour())
                && memeInstant(avant.instantLegal(), terme.instant());
        return memeDepart && (memeVersion || !avant.ouverte() && a.satisfaiteLe() != null);
    }

    /** The database keeps microseconds, the clock nanoseconds. */
    private static boolean memeInstant(Instant a, Instant b) {
        return Objects.equals(a == null ? null : a.truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                b == null ? null : b.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }
}
