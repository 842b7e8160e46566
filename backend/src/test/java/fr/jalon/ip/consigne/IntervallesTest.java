package fr.jalon.ip.consigne;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

import fr.jalon.ip.consigne.Intervalles.Intervalle;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IntervallesTest {

    private static final LocalDate DEPART = LocalDate.of(2026, 1, 1);

    @Test
    void two_requests_at_once_are_one_time_of_hold_and_touching_ones_too() {
        assertThat(Intervalles.union(List.of(jours(0, 10), jours(5, 20)))).containsExactly(jours(0, 20));
        assertThat(Intervalles.union(List.of(jours(0, 10), jours(10, 12)))).containsExactly(jours(0, 12));
        assertThat(Intervalles.union(List.of(jours(5, null), jours(0, 3)))).containsExactly(jours(0, 3), jours(5, null));
        assertThat(Intervalles.union(List.of(jours(4, null), jours(0, 30)))).containsExactly(jours(0, null));
        assertThat(Intervalles.union(List.of(jours(4, 4)))).isEmpty();
    }

    @Property
    void the_union_holds_the_days_that_a_day_by_day_oracle_holds(@ForAll("listes") List<Intervalle> intervalles) {
        TreeSet<LocalDate> attendus = new TreeSet<>();
        intervalles.forEach(i -> i.debut().datesUntil(i.fin()).forEach(attendus::add));
        TreeSet<LocalDate> obtenus = new TreeSet<>();
        List<Intervalle> union = Intervalles.union(intervalles);
        union.forEach(i -> i.debut().datesUntil(i.fin()).forEach(j -> assertThat(obtenus.add(j)).isTrue()));
        assertThat(obtenus).isEqualTo(attendus);
        for (int i = 1; i < union.size(); i++) {
            assertThat(union.get(i).debut()).isAfter(union.get(i - 1).fin());
        }
    }

    @Provide
    Arbitrary<List<Intervalle>> listes() {
        Arbitrary<Intervalle> un = Combinators.combine(Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 20))
                .as((debut, duree) -> jours(debut, debut + duree));
        return un.list().ofMaxSize(8);
    }

    private static Intervalle jours(int debut, Integer fin) {
        return new Intervalle(DEPART.plusDays(debut), fin == null ? null : DEPART.plusDays(fin));
    }
}
