package fr.jalon.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random tables given to a reader who tries every table that fits what is printed: no small number may have a single possible value. The
 * reader knows the rules of the house: zeros are printed, what is hidden is at least one.
 */
class SecretAuHasardTest {

    private static final int SEUIL = 5;

    /** Rows by columns, with their totals: units by years, and all the years. */
    record Croise(int lignes, int colonnes, List<Integer> valeurs) {

        long v(int l, int c) {
            return valeurs.get(l * colonnes + c);
        }
    }

    @Provide
    Arbitrary<Croise> croises() {
        return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.integers().between(2, 3)).flatAs((l, c) ->
                Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 4)), net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(5, 9)))
                        .list().ofSize(l * c).map(v -> new Croise(l, c, v)));
    }

    @Property(tries = 1500)
    void no_small_number_of_a_crossed_table_can_be_found_by_subtraction(@ForAll("croises") Croise t) {
        Map<String, Long> vraies = new LinkedHashMap<>();
        List<Somme> sommes = new ArrayList<>();
        for (int l = 0; l < t.lignes(); l++) {
            List<String> parties = new ArrayList<>();
            long total = 0;
            for (int c = 0; c < t.colonnes(); c++) {
                vraies.put(l + "," + c, t.v(l, c));
                parties.add(l + "," + c);
                total += t.v(l, c);
            }
            vraies.put("L" + l, total);
            sommes.add(new Somme("L" + l, parties));
        }
        for (int c = 0; c < t.colonnes(); c++) {
            List<String> parties = new ArrayList<>();
            long total = 0;
            for (int l = 0; l < t.lignes(); l++) {
                parties.add(l + "," + c);
                total += t.v(l, c);
            }
            vraies.put("C" + c, total);
            sommes.add(new Somme("C" + c, parties));
        }
        verifier(vraies, sommes);
    }

    @Property(tries = 1000)
    void nor_of_totals_of_totals(@ForAll("croises") Croise t) {
        Map<String, Long> vraies = new LinkedHashMap<>();
        List<Somme> sommes = new ArrayList<>();
        List<String> groupes = new ArrayList<>();
        long tout = 0;
        for (int l = 0; l < t.lignes(); l++) {
            List<String> parties = new ArrayList<>();
            long total = 0;
            for (int c = 0; c < t.colonnes(); c++) {
                vraies.put(l + "," + c, t.v(l, c));
                parties.add(l + "," + c);
                total += t.v(l, c);
            }
            vraies.put("G" + l, total);
            groupes.add("G" + l);
            sommes.add(new Somme("G" + l, parties));
            tout += total;
        }
        vraies.put("T", tout);
        sommes.add(new Somme("T", groupes));
        verifier(vraies, sommes);
    }

    private void verifier(Map<String, Long> vraies, List<Somme> sommes) {
        List<Case> cases = vraies.entrySet().stream().map(e -> Case.de(e.getKey(), e.getValue(), e.getValue())).toList();
        Set<String> cachees = Secret.cachees(cases, sommes, List.of(), SEUIL);
        vraies.forEach((cle, v) -> {
            if (v > 0 && v < SEUIL) {
                assertThat(cachees).contains(cle);
                assertThat(new Lecteur(vraies, sommes, cachees).autreValeur(cle)).as("another value of %s in %s, hidden %s", cle, vraies, cachees).isTrue();
            } else if (v == 0) {
                assertThat(cachees).as("zero is printed").doesNotContain(cle);
            }
        });
    }

    /** Tries each hidden number in turn, from one up, and drops a table as soon as a sum cannot come right. */
    private static final class Lecteur {

        private final Map<String, Long> connues = new LinkedHashMap<>();
        private final List<String> inconnues = new ArrayList<>();
        private final List<Somme> sommes;
        private final Map<String, Long> vraies;
        private final long plus;

        Lecteur(Map<String, Long> vraies, List<Somme> sommes, Set<String> cachees) {
            this.vraies = vraies;
            this.sommes = sommes;
            vraies.forEach((k, v) -> {
                if (cachees.contains(k)) {
                    inconnues.add(k);
                } else {
                    connues.put(k, v);
                }
            });
            plus = vraies.values().stream().mapToLong(Long::longValue).max().orElse(0) + 2;
        }

        boolean autreValeur(String cle) {
            for (long v = 1; v <= plus; v++) {
                if (v != vraies.get(cle)) {
                    Map<String, Long> essai = new LinkedHashMap<>(connues);
                    essai.put(cle, v);
                    if (completer(essai, inconnues.stream().filter(i -> !i.equals(cle)).toList(), 0)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean completer(Map<String, Long> essai, List<String> reste, int rang) {
            if (!possible(essai)) {
                return false;
            }
            if (rang == reste.size()) {
                return true;
            }
            for (long v = 1; v <= plus; v++) {
                essai.put(reste.get(rang), v);
                if (completer(essai, reste, rang + 1)) {
                    return true;
                }
                essai.remove(reste.get(rang));
            }
            return false;
        }

        private boolean possible(Map<String, Long> essai) {
            for (Somme s : sommes) {
                long bas = 0;
                boolean complete = true;
                for (String p : s.parties()) {
                    Long v = essai.get(p);
                    bas += v == null ? 1 : v;
                    complete &= v != null;
                }
                Long total = essai.get(s.total());
                if (total != null && (complete ? bas != total : bas > total)) {
                    return false;
                }
            }
            return true;
        }
    }
}
