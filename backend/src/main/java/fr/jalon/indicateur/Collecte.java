package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where the histories of files put what they add to one formula: cells that only add up. A figure of a year or a month is a sum of cells,
 * so that a changed history is taken out as it was and put in as it is.
 */
final class Collecte {

    /** What spans a figure is read over. */
    enum Grain {
        ANNEE, MOIS
    }

    /** The figure's own count; files behind it when they are another number; base of a share; open at the first day; days of a length; weight of days. */
    enum Composante {
        NOMBRE, FICHIERS, BASE, OUVERTURE, LONGUEUR, OUVERTS, POIDS, FICHIERS_OUVERTURE
    }

    enum AxeCumul {
        TOTAL, UNITE, PRODUIT, SEXE, AGE
    }

    record Cle(AxeCumul axe, String valeur) {
        static final Cle TOTAL = new Cle(AxeCumul.TOTAL, "");

        /** A part of the whole that is read with it: what a service exercises of a product, against its places. */
        static Cle places(String service, String produit) {
            return new Cle(AxeCumul.TOTAL, service + "|" + produit);
        }
    }

    /** @param jour day of the epoch */
    record Cellule(Grain grain, Composante composante, AxeCumul axe, String cle, int jour, int longueur) {
    }

    /** Where a fact is. @param histoire null when it is no child's */
    record Lieu(Histoire histoire, String unite, String produit) {

        static Lieu de(Histoire h, FaitsMesures.Segment s) {
            return new Lieu(h, s.unite(), s.dimensions().get("produit"));
        }

        Collection<Cle> cles(LocalDate jour) {
            List<Cle> cles = new ArrayList<>(5);
            cles.add(Cle.TOTAL);
            if (unite != null) {
                cles.add(new Cle(AxeCumul.UNITE, unite));
            }
            if (produit != null) {
                cles.add(new Cle(AxeCumul.PRODUIT, produit));
            }
            if (histoire != null && histoire.enfant() != null) {
                cles.add(new Cle(AxeCumul.SEXE, histoire.sexe()));
                cles.add(new Cle(AxeCumul.AGE, TranchesAge.de(histoire.naissance(), jour)));
            }
            return cles;
        }
    }

    /** Something on a day. @param origine day that places it in a span; {@code jour}, not before, the one from which it counts there */
    record Date(LocalDate origine, LocalDate jour, Collection<Cle> cles) {
    }

    private final Paliers paliers;
    private final Map<Cellule, long[]> cellules;
    private int signe = 1;

    Collecte(Paliers paliers) {
        this(paliers, new HashMap<>());
    }

    private Collecte(Paliers paliers, Map<Cellule, long[]> cellules) {
        this.paliers = paliers;
        this.cellules = cellules;
    }

    Map<Cellule, long[]> cellules() {
        return cellules;
    }

    /** What is emitted from now on is added, or taken out. */
    Collecte signe(int nouveau) {
        signe = nouveau;
        return this;
    }

    private void ajouter(Grain grain, Composante composante, Cle cle, LocalDate jour, int longueur, long n) {
        Cellule c = new Cellule(grain, composante, cle.axe(), cle.valeur(), (int) paliers.palier(grain, composante, jour).toEpochDay(), longueur);
        long[] somme = cellules.computeIfAbsent(c, k -> new long[1]);
        somme[0] += signe * n;
        if (somme[0] == 0) {
            cellules.remove(c);
        }
    }

    /** One more on that day, in spans of any length. */
    void fait(Composante composante, LocalDate jour, Collection<Cle> cles) {
        if (jour != null) {
            for (Cle cle : cles) {
                for (Grain g : Grain.values()) {
                    ajouter(g, composante, cle, jour, 0, 1);
                }
            }
        }
    }

    /** Placed by one day and counted from a later one, when both are in the same span. */
    void faitDepuis(Composante composante, Date d) {
        distincts(composante, List.of(d));
    }

    void longueur(LocalDate jour, long longueur, Collection<Cle> cles) {
        for (Cle cle : cles) {
            for (Grain g : Grain.values()) {
                ajouter(g, Composante.LONGUEUR, cle, jour, Math.toIntExact(longueur), 1);
            }
        }
    }

    /** Dated facts of one thing that counts once in a span, from the first of them. */
    void distincts(Composante composante, List<Date> dates) {
        for (Grain g : Grain.values()) {
            Map<Cle, Map<LocalDate, LocalDate>> premiers = new HashMap<>();
            for (Date d : dates) {
                LocalDate debut = Paliers.debut(g, d.origine());
                if (debut.equals(Paliers.debut(g, d.jour()))) {
                    for (Cle cle : d.cles()) {
                        premiers.computeIfAbsent(cle, k -> new HashMap<>(4)).merge(debut, d.jour(), (a, b) -> a.isBefore(b) ? a : b);
                    }
                }
            }
            premiers.forEach((cle, jours) -> jours.values().forEach(jour -> ajouter(g, composante, cle, jour, 0, 1)));
        }
    }

    /**
     * The same, but for spans whose first day it is open on already.
     *
     * @param ouverte open on the first day of a span
     * @param premiere that day is the one that tells it, of the span that begins on the other
     */
    void distinctsSaufOuverts(Composante composante, List<Date> dates, Predicate<LocalDate> ouverte, BiPredicate<LocalDate, LocalDate> premiere) {
        for (Grain g : Grain.values()) {
            Map<LocalDate, Date> premiers = new HashMap<>();
            for (Date d : dates) {
                LocalDate debut = Paliers.debut(g, d.jour());
                if (d.jour().isAfter(debut) && !ouverte.test(debut) && premiere.test(debut, d.jour())) {
                    premiers.merge(debut, d, (a, b) -> b.jour().isBefore(a.jour()) ? b : a);
                }
            }
            premiers.values().forEach(d -> d.cles().forEach(cle -> ajouter(g, composante, cle, d.jour(), 0, 1)));
        }
    }

    /**
     * One thing that counts on the days {@code ouvertes} says, under the keys it says.
     *
     * @param jours all those on which the answer may change
     */
    void stock(Composante composante, TreeSet<LocalDate> jours, Function<LocalDate, Set<Cle>> ouvertes) {
        Set<Cle> avant = Set.of();
        for (LocalDate jour : jours) {
            Set<Cle> apres = ouvertes.apply(jour);
            for (Cle cle : apres) {
                if (!avant.contains(cle)) {
                    bouger(composante, cle, jour, 1);
                }
            }
            for (Cle cle : avant) {
                if (!apres.contains(cle)) {
                    bouger(composante, cle, jour, -1);
                }
            }
            avant = apres;
        }
    }

    private void bouger(Composante composante, Cle cle, LocalDate jour, int n) {
        for (Grain g : Grain.values()) {
            ajouter(g, composante, cle, jour, 0, n);
        }
    }

    /**
     * The same thing counted once in a span some day of which it counts: open on its first day, or from the first day it opens after it.
     *
     * @param composante of what opens in a span; {@code ouverture} of what is open on its first day
     */
    void touche(Composante composante, Composante ouverture, TreeSet<LocalDate> jours, Function<LocalDate, Set<Cle>> ouvertes) {
        stock(ouverture, jours, ouvertes);
        Map<Grain, Set<Object>> dites = new HashMap<>();
        Set<Cle> avant = Set.of();
        for (LocalDate jour : jours) {
            Set<Cle> apres = ouvertes.apply(jour);
            for (Cle cle : apres) {
                if (!avant.contains(cle)) {
                    for (Grain g : Grain.values()) {
                        LocalDate debut = Paliers.debut(g, jour);
                        if (!jour.equals(debut) && !ouverteLe(debut, jours, ouvertes).contains(cle)
                                && dites.computeIfAbsent(g, k -> new HashSet<>()).add(List.of(cle, debut))) {
                            ajouter(g, composante, cle, jour, 0, 1);
                        }
                    }
                }
            }
            avant = apres;
        }
    }

    private static Set<Cle> ouverteLe(LocalDate jour, TreeSet<LocalDate> jours, Function<LocalDate, Set<Cle>> ouvertes) {
        LocalDate change = jours.floor(jour);
        return change == null ? Set.of() : ouvertes.apply(change);
    }

    /** Days that a stretch lasts, however they are cut into spans. @param fin null while it runs */
    void jours(LocalDate debut, LocalDate fin, Collection<Cle> cles) {
        for (Cle cle : cles) {
            for (Grain g : Grain.values()) {
                ajouter(g, Composante.OUVERTS, cle, debut, 0, 1);
                ajouter(g, Composante.POIDS, cle, debut, 0, debut.toEpochDay());
                if (fin != null) {
                    ajouter(g, Composante.OUVERTS, cle, fin, 0, -1);
                    ajouter(g, Composante.POIDS, cle, fin, 0, -fin.toEpochDay());
                }
            }
        }
    }

    static Set<Cle> reunir(Collection<Collection<Cle>> cles) {
        Set<Cle> toutes = new LinkedHashSet<>();
        cles.forEach(toutes::addAll);
        return toutes;
    }
}
