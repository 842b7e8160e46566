package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans of days that never overlap, out of spans that may: two requests at once are one time of hold. */
final class Intervalles {

    /** @param fin first day after, or null while it lasts */
    record Intervalle(LocalDate debut, LocalDate fin) {
    }

    private Intervalles() {
    }

    /** The union, in order; an empty span (lifted the day it began) holds nothing. */
    static List<Intervalle> union(List<Intervalle> intervalles) {
        List<Intervalle> tries = intervalles.stream().filter(i -> i.fin() == null || i.fin().isAfter(i.debut()))
                .sorted(Comparator.comparing(Intervalle::debut)).toList();
        List<Intervalle> union = new ArrayList<>();
        for (Intervalle i : tries) {
            Intervalle dernier = union.isEmpty() ? null : union.get(union.size() - 1);
            if (dernier == null || dernier.fin() != null && i.debut().isAfter(dernier.fin())) {
                union.add(i);
            } else if (dernier.fin() != null && (i.fin() == null || i.fin().isAfter(dernier.fin()))) {
                union.set(union.size() - 1, new Intervalle(dernier.debut(), i.fin()));
            }
        }
        return union;
    }
}
