package fr.jalon.mesure.attente;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places of one service for one product, shared between what is kept for a territory and what serves them all. A territory fills the
 * places kept for it first; what is beyond takes from the common ones, where there are any.
 */
final class Places {

    /** Places open on a day, for one territory or ({@code unite} null) for all. */
    record Ouvertes(String unite, int places) {
    }

    /** What a territory takes: children whose measure is exercised there, and places promised to those who wait. */
    record Prises(String unite, int exercees, int reservees) {

        int total() {
            return exercees + reservees;
        }
    }

    /** @param libres negative when the service takes more than it is habilité for */
    record Lot(String unite, int places, int exercees, int reservees, int libres) {
    }

    private final Map<String, Integer> ouvertes = new LinkedHashMap<>();
    private final Map<String, Prises> prises = new HashMap<>();
    private final boolean communes;

    Places(List<Ouvertes> ouvertes, List<Prises> prises) {
        ouvertes.forEach(o -> this.ouvertes.merge(Objects.requireNonNullElse(o.unite(), ""), o.places(), Integer::sum));
        prises.forEach(p -> this.prises.merge(p.unite(), p, (a, b) -> new Prises(a.unite(), a.exercees() + b.exercees(), a.reservees() + b.reservees())));
        this.communes = this.ouvertes.containsKey("");
    }

    int places() {
        return ouvertes.values().stream().mapToInt(Integer::intValue).sum();
    }

    int exercees() {
        return prises.values().stream().mapToInt(Prises::exercees).sum();
    }

    int reservees() {
        return prises.values().stream().mapToInt(Prises::reservees).sum();
    }

    /** Over all territories: negative when more is taken than is open. A place kept for one territory is not free for another. */
    int libres() {
        return places() - exercees() - reservees();
    }

    /** Places a child of this territory could be given: never negative. */
    int libresPour(String unite) {
        int propres = Math.max(0, propres(unite) - pris(unite));
        return propres + Math.max(0, communesLibres());
    }

    /** Whether one more child of this territory would be beyond the places. */
    boolean pleinPour(String unite) {
        return libresPour(unite) == 0;
    }

    /** One lot a territory that has places of its own, one for those that serve all; without the latter, what overflows shows where it is. */
    List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        int exerceesCommunes = 0;
        int reserveesCommunes = 0;
        for (Prises p : prises.values()) {
            int propres = propres(p.unite());
            int debordement = communes || propres == 0 ? Math.max(0, p.total() - propres) : 0;
            // Promised places are those that overflow first: the children already helped are in the places kept for them.
            int reserveesAilleurs = Math.min(debordement, p.reservees());
            exerceesCommunes += debordement - reserveesAilleurs;
            reserveesCommunes += reserveesAilleurs;
            if (ouvertes.containsKey(p.unite())) {
                int exercees = p.exercees() - (debordement - reserveesAilleurs);
                int reservees = p.reservees() - reserveesAilleurs;
                lots.add(new Lot(p.unite(), propres, exercees, reservees, propres - exercees - reservees));
            }
        }
        ouvertes.forEach((unite, places) -> {
            if (!unite.isEmpty() && !prises.containsKey(unite)) {
                lots.add(new Lot(unite, places, 0, 0, places));
            }
        });
        if (communes || exerceesCommunes + reserveesCommunes > 0) {
            int places = ouvertes.getOrDefault("", 0);
            lots.add(new Lot(null, places, exerceesCommunes, reserveesCommunes, places - exerceesCommunes - reserveesCommunes));
        }
        lots.sort(Comparator.comparing(Lot::unite, Comparator.nullsFirst(Comparator.naturalOrder())));
        return lots;
    }

    private int communesLibres() {
        if (!communes) {
            return 0;
        }
        return ouvertes.get("") - prises.values().stream().mapToInt(p -> Math.max(0, p.total() - propres(p.unite()))).sum();
    }

    private int propres(String unite) {
        return unite == null || unite.isEmpty() ? 0 : ouvertes.getOrDefault(unite, 0);
    }

    private int pris(String unite) {
        Prises p = prises.get(unite);
        return p == null ? 0 : p.total();
    }
}
