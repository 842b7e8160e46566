package fr.jalon.mesure.attente;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static Places.Ouvertes ouvertes(String unite, int places) {
        return new Places.Ouvertes(unite, places);
    }

    private static Places.Prises prises(String unite, int exercees, int reservees) {
        return new Places.Prises(unite, exercees, reservees);
    }

    @Test
    void places_for_all_are_shared_and_a_promised_place_is_taken() {
        Places p = new Places(List.of(ouvertes(null, 36), ouvertes(null, 320)), List.of(prises("redon", 200, 3), prises("semnon", 150, 0)));

        assertThat(p.places()).isEqualTo(356);
        assertThat(p.libres()).isEqualTo(3);
        assertThat(p.libresPour("redon")).isEqualTo(3);
        assertThat(p.libresPour("fougeres")).isEqualTo(3);
        assertThat(p.lots()).containsExactly(new Places.Lot(null, 356, 350, 3, 3));
    }

    @Test
    void places_kept_for_a_territory_do_not_serve_another() {
        Places p = new Places(List.of(ouvertes("redon", 10), ouvertes("semnon", 5)), List.of(prises("semnon", 5, 0)));

        assertThat(p.libres()).isEqualTo(10);
        assertThat(p.libresPour("redon")).isEqualTo(10);
        assertThat(p.libresPour("semnon")).isZero();
        assertThat(p.libresPour("fougeres")).isZero();
    }

    @Test
    void a_territory_fills_its_own_places_before_the_common_ones() {
        Places p = new Places(List.of(ouvertes("redon", 10), ouvertes(null, 4)), List.of(prises("redon", 11, 1), prises("semnon", 1, 0)));

        assertThat(p.libresPour("redon")).isEqualTo(1);
        assertThat(p.libresPour("semnon")).isEqualTo(1);
        assertThat(p.lots()).containsExactly(new Places.Lot(null, 4, 2, 1, 1), new Places.Lot("redon", 10, 10, 0, 0));
    }

    @Test
    void beyond_its_places_a_service_says_by_how_much_and_nothing_is_free() {
        Places p = new Places(List.of(ouvertes("redon", 2)), List.of(prises("redon", 3, 1), prises("semnon", 1, 0)));

        assertThat(p.libres()).isEqualTo(-3);
        assertThat(p.libresPour("redon")).isZero();
        assertThat(p.pleinPour("semnon")).isTrue();
        assertThat(p.lots()).containsExactly(new Places.Lot(null, 0, 1, 0, -1), new Places.Lot("redon", 2, 3, 1, -2));
    }

    @Property
    void lots_add_up_to_the_whole_and_a_child_given_a_free_place_takes_exactly_one(@ForAll long graine) {
        Random hasard = new Random(graine);
        List<String> unites = List.of("a", "b", "c");
        List<Places.Ouvertes> ouvertes = new ArrayList<>();
        List<Places.Prises> prises = new ArrayList<>();
        if (hasard.nextBoolean()) {
            ouvertes.add(ouvertes(null, hasard.nextInt(6)));
        }
        for (String u : unites) {
            if (hasard.nextBoolean()) {
                ouvertes.add(ouvertes(u, hasard.nextInt(5)));
            }
            if (hasard.nextBoolean()) {
                prises.add(prises(u, hasard.nextInt(5), hasard.nextInt(4)));
            }
        }
        Places p = new Places(ouvertes, prises);

        assertThat(p.lots().stream().mapToInt(Places.Lot::places).sum()).isEqualTo(p.places());
        assertThat(p.lots().stream().mapToInt(Places.Lot::exercees).sum()).isEqualTo(p.exercees());
        assertThat(p.lots().stream().mapToInt(Places.Lot::reservees).sum()).isEqualTo(p.reservees());
        assertThat(p.lots().stream().mapToInt(Places.Lot::libres).sum()).isEqualTo(p.libres());
        for (String u : unites) {
            int avant = p.libresPour(u);
            assertThat(avant).isEqualTo(naif(ouvertes, prises, u)).isNotNegative();
            List<Places.Prises> unDePlus = new ArrayList<>(prises);
            unDePlus.add(prises(u, 0, 1));
            assertThat(new Places(ouvertes, unDePlus).libresPour(u)).isEqualTo(Math.max(0, avant - 1));
        }
    }

    /** Children seated one by one: in a seat of their territory, else in a common one, else nowhere; then the seats left are counted. */
    private static int naif(List<Places.Ouvertes> ouvertes, List<Places.Prises> prises, String pour) {
        List<String> sieges = new ArrayList<>();
        ouvertes.forEach(o -> {
            for (int i = 0; i < o.places(); i++) {
                sieges.add(o.unite() == null ? "*" : o.unite());
            }
        });
        for (Places.Prises p : prises) {
            for (int i = 0; i < p.total(); i++) {
                if (!sieges.remove(p.unite())) {
                    sieges.remove("*");
                }
            }
        }
        return (int) sieges.stream().filter(s -> s.equals(pour) || s.equals("*")).count();
    }
}
