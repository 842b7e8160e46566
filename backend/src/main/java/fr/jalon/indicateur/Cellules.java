package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import fr.jalon.indicateur.Collecte.Cellule;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Grain;

/** Cells of one formula, ready to be summed between two days: its own, and those of others read as one with them. */
final class Cellules {

    /** What one key holds: sums by day, and numbers by day and length. */
    private static final class Series {
        private final Map<Grain, Map<Composante, TreeMap<Integer, Long>>> parJour = new EnumMap<>(Grain.class);
        private final Map<Grain, TreeMap<Integer, Map<Integer, Long>>> longueurs = new EnumMap<>(Grain.class);

        NavigableMap<Integer, Long> parJour(Grain grain, Composante composante) {
            Map<Composante, TreeMap<Integer, Long>> duGrain = parJour.get(grain);
            return duGrain == null ? null : duGrain.get(composante);
        }
    }

    private final Map<Cle, Series> parCle = new HashMap<>();
    private final List<Cellules> autres;

    Cellules() {
        this(List.of());
    }

    private Cellules(List<Cellules> autres) {
        this.autres = autres;
    }

    void ajouter(Grain grain, Composante composante, Cle cle, int jour, int longueur, long n) {
        Series series = parCle.computeIfAbsent(cle, k -> new Series());
        if (composante == Composante.LONGUEUR) {
            series.longueurs.computeIfAbsent(grain, k -> new TreeMap<>()).computeIfAbsent(jour, k -> new HashMap<>()).merge(longueur, n, Long::sum);
        } else {
            series.parJour.computeIfAbsent(grain, k -> new EnumMap<>(Composante.class)).computeIfAbsent(composante, k -> new TreeMap<>()).merge(jour, n, Long::sum);
        }
    }

    void ajouter(Cellule c, long n) {
        ajouter(c.grain(), c.composante(), new Cle(c.axe(), c.cle()), c.jour(), c.longueur(), n);
    }

    /** These read together; nothing is copied, what is kept by others stays theirs. */
    static Cellules reunir(Cellules... toutes) {
        return new Cellules(List.of(toutes));
    }

    Set<Cle> cles(Collecte.AxeCumul axe) {
        Set<Cle> cles = new TreeSet<>(Comparator.comparing(Cle::valeur));
        parCle.keySet().stream().filter(c -> c.axe() == axe).forEach(cles::add);
        autres.forEach(a -> cles.addAll(a.cles(axe)));
        return cles;
    }

    /** Not of lengths. @param du null: since ever */
    long somme(Grain grain, Composante composante, Cle cle, LocalDate du, LocalDate au) {
        return du != null && du.isAfter(au) ? 0
                : somme(grain, composante, cle, du == null ? Integer.MIN_VALUE : (int) du.toEpochDay(), (int) au.toEpochDay());
    }

    private long somme(Grain grain, Composante composante, Cle cle, int du, int au) {
        Series series = parCle.get(cle);
        NavigableMap<Integer, Long> jours = series == null ? null : series.parJour(grain, composante);
        long somme = 0;
        if (jours != null) {
            for (long n : jours.subMap(du, true, au, true).values()) {
                somme += n;
            }
        }
        for (Cellules a : autres) {
            somme += a.somme(grain, composante, cle, du, au);
        }
        return somme;
    }

    SortedMap<Integer, Long> longueurs(Grain grain, Cle cle, LocalDate du, LocalDate au) {
        SortedMap<Integer, Long> nombres = new TreeMap<>();
        if (!du.isAfter(au)) {
            longueurs(grain, cle, (int) du.toEpochDay(), (int) au.toEpochDay(), nombres);
        }
        nombres.values().removeIf(n -> n == 0);
        return nombres;
    }

    private void longueurs(Grain grain, Cle cle, int du, int au, SortedMap<Integer, Long> nombres) {
        Series series = parCle.get(cle);
        TreeMap<Integer, Map<Integer, Long>> jours = series == null ? null : series.longueurs.get(grain);
        if (jours != null) {
            jours.subMap(du, true, au, true).values().forEach(m -> m.forEach((longueur, n) -> nombres.merge(longueur, n, Long::sum)));
        }
        autres.forEach(a -> a.longueurs(grain, cle, du, au, nombres));
    }

    /** First day on which something is, or null. */
    LocalDate premier() {
        TreeMap<Integer, Long> jours = new TreeMap<>();
        tous(jours);
        return jours.entrySet().stream().filter(e -> e.getValue() > 0).findFirst().map(e -> LocalDate.ofEpochDay(e.getKey())).orElse(null);
    }

    private void tous(Map<Integer, Long> jours) {
        Series series = parCle.get(Cle.TOTAL);
        NavigableMap<Integer, Long> siens = series == null ? null : series.parJour(Grain.ANNEE, Composante.NOMBRE);
        if (siens != null) {
            siens.forEach((jour, n) -> jours.merge(jour, n, Long::sum));
        }
        autres.forEach(a -> a.tous(jours));
    }
}
