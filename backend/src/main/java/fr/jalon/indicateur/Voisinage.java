package fr.jalon.indicateur;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is near a figure, each with one answer: counted, or out by one condition of the formula. Conditions are asked in an order; whoever is met
 * several times is counted if once they pass them all, and out by the one they went furthest to otherwise. What is counted and what is out
 * make up all that are near.
 */
final class Voisinage {

    /** Stands for a child nobody knows. */
    private static final UUID PERSONNE = new UUID(0, 0);

    private record Hors(int rang, String raison) {
    }

    private final Set<UUID> comptes = new LinkedHashSet<>();
    private final Map<UUID, Hors> hors = new LinkedHashMap<>();

    /** The first reason that is there leaves it out; counted when there is none. */
    void juger(UUID qui, String... raisons) {
        for (int rang = 0; rang < raisons.length; rang++) {
            if (raisons[rang] != null) {
                hors(qui, rang, raisons[rang]);
                return;
            }
        }
        comptes.add(cle(qui));
    }

    /** @param rang how many conditions it passed */
    void hors(UUID qui, int rang, String raison) {
        hors.merge(cle(qui), new Hors(rang, raison), (a, b) -> b.rang() > a.rang() ? b : a);
    }

    private static UUID cle(UUID qui) {
        return qui == null ? PERSONNE : qui;
    }

    long comptes() {
        return comptes.size();
    }

    long proches() {
        Set<UUID> tous = new LinkedHashSet<>(comptes);
        tous.addAll(hors.keySet());
        return tous.size();
    }

    /** How many are out by each condition, the one most of them went furthest to first. */
    Map<String, Long> exclus() {
        Map<String, Long> combien = new LinkedHashMap<>();
        hors.forEach((qui, h) -> {
            if (!comptes.contains(qui)) {
                combien.merge(h.raison(), 1L, Long::sum);
            }
        });
        Map<String, Long> tries = new LinkedHashMap<>();
        combien.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> tries.put(e.getKey(), e.getValue()));
        return tries;
    }
}
