package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import fr.jalon.indicateur.Collecte.Cellule;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Grain;

/** Cells of one formula, ready to be summed between two days. */
final class Cellules {

    private record Serie(Grain grain, Composante composante, Cle cle) {
    }

    /** By day, then by length. */
    private final Map<Serie, TreeMap<Integer, Map<Integer, Long>>> series = new HashMap<>();

    void ajouter(Grain grain, Composante composante, Cle cle, int jour, int longueur, long n) {
        series.computeIfAbsent(new Serie(grain, composante, cle), k -> new TreeMap<>()).computeIfAbsent(jour, k -> new HashMap<>(2))
                .merge(longueur, n, Long::sum);
    }

    void ajouter(Cellule c, long n) {
        ajouter(c.grain(), c.composante(), new Cle(c.axe(), c.cle()), c.jour(), c.longueur(), n);
    }

    /** These and others together. */
    static Cellules reunir(Cellules... toutes) {
        Cellules reunies = new Cellules();
        for (Cellules c : toutes) {
            c.series.forEach((serie, jours) -> jours.forEach((jour, longueurs) -> longueurs.forEach((longueur, n) -> reunies.ajouter(serie.grain(),
                    serie.composante(), serie.cle(), jour, longueur, n))));
        }
        return reunies;
    }

    Set<Cle> cles(Collecte.AxeCumul axe) {
        Set<Cle> cles = new TreeSet<>(java.util.Comparator.comparing(Cle::valeur));
        series.keySet().stream().map(Serie::cle).filter(c -> c.axe() == axe).forEach(cles::add);
        return cles;
    }

    /** @param du null: since ever */
    long somme(Grain grain, Composante composante, Cle cle, LocalDate du, LocalDate au) {
        TreeMap<Integer, Map<Integer, Long>> jours = series.get(new Serie(grain, composante, cle));
        if (jours == null || du != null && du.isAfter(au)) {
            return 0;
        }
        SortedMap<Integer, Map<Integer, Long>> voulus = du == null ? jours.headMap((int) au.toEpochDay() + 1)
                : jours.subMap((int) du.toEpochDay(), (int) au.toEpochDay() + 1);
        long somme = 0;
        for (Map<Integer, Long> n : voulus.values()) {
            for (long v : n.values()) {
                somme += v;
            }
        }
        return somme;
    }

    SortedMap<Integer, Long> longueurs(Grain grain, Cle cle, LocalDate du, LocalDate au) {
        TreeMap<Integer, Map<Integer, Long>> jours = series.get(new Serie(grain, Composante.LONGUEUR, cle));
        SortedMap<Integer, Long> nombres = new TreeMap<>();
        if (jours != null) {
            jours.subMap((int) du.toEpochDay(), (int) au.toEpochDay() + 1).values().forEach(m -> m.forEach((longueur, n) -> nombres.merge(longueur, n, Long::sum)));
        }
        nombres.values().removeIf(n -> n == 0);
        return nombres;
    }

    /** First day on which something is, or null. */
    LocalDate premier() {
        TreeMap<Integer, Map<Integer, Long>> jours = series.get(new Serie(Grain.ANNEE, Composante.NOMBRE, Cle.TOTAL));
        return jours == null ? null : jours.entrySet().stream().filter(e -> e.getValue().values().stream().anyMatch(n -> n > 0)).findFirst()
                .map(e -> LocalDate.ofEpochDay(e.getKey())).orElse(null);
    }
}
