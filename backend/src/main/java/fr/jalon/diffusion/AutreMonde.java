package fr.jalon.diffusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for another table that a reader could believe in as well: printed figures equal, sums kept, and one hidden number different. It
 * moves that number by one and repairs each sum it breaks with another hidden number, as a child would be moved from a cell to another.
 * A reader knows that zeros are printed: a hidden figure stays at least one.
 */
final class AutreMonde {

    /** Steps tried before giving up, which only hides more. */
    private static final int EFFORT = 20_000;

    private final Map<String, Case> cases;
    private final Set<String> cachees;
    private final Map<String, List<Somme>> liens = new HashMap<>();
    private int reste;

    AutreMonde(Map<String, Case> cases, List<Somme> sommes, Set<String> cachees) {
        this.cases = cases;
        this.cachees = cachees;
        sommes.forEach(s -> Secret.membres(s).forEach(m -> liens.computeIfAbsent(m, x -> new ArrayList<>()).add(s)));
    }

    boolean existe(String cle) {
        if (!cachees.contains(cle)) {
            return false;
        }
        reste = EFFORT;
        for (long pas : new long[] {1, -1}) {
            if (possible(cle, pas)) {
                Map<String, Long> ecarts = new HashMap<>();
                ecarts.put(cle, pas);
                if (reparer(ecarts)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean reparer(Map<String, Long> ecarts) {
        Somme rompue = null;
        long manque = 0;
        for (String touchee : List.copyOf(ecarts.keySet())) {
            for (Somme s : liens.getOrDefault(touchee, List.of())) {
                manque = s.parties().stream().mapToLong(p -> ecarts.getOrDefault(p, 0L)).sum() - ecarts.getOrDefault(s.total(), 0L);
                if (manque != 0) {
                    rompue = s;
                    break;
                }
            }
            if (rompue != null) {
                break;
            }
        }
        if (rompue == null) {
            return true;
        }
        for (String m : Secret.membres(rompue)) {
            if (reste-- <= 0) {
                return false;
            }
            long pas = m.equals(rompue.total()) ? manque : -manque;
            if (cachees.contains(m) && !ecarts.containsKey(m) && possible(m, pas)) {
                ecarts.put(m, pas);
                if (reparer(ecarts)) {
                    return true;
                }
                ecarts.remove(m);
            }
        }
        return false;
    }

    private boolean possible(String cle, long pas) {
        Case c = cases.get(cle);
        return c.valeur() + pas >= (c.publiee() ? 1 : 0);
    }
}
