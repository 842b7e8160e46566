package fr.jalon.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Figures worked by hand. */
class SecretTest {

    private static final int ONZE = Public.PUBLIC.seuil();

    @Test
    void a_cell_of_three_children_is_hidden_with_the_neighbour_that_would_give_it_by_subtraction() {
        List<Case> cases = List.of(Case.de("redon", 3, 3), Case.de("fougeres", 40, 40), Case.de("vitre", 25, 25), Case.de("total", 68, 68));
        assertThat(Secret.cachees(cases, List.of(new Somme("total", List.of("redon", "fougeres", "vitre"))), List.of(), ONZE))
                .containsExactlyInAnyOrder("redon", "vitre");
    }

    @Test
    void partners_see_from_five_children_the_public_from_eleven_and_zero_tells_nothing() {
        List<Case> cases = List.of(Case.de("quatre", 4, 4), Case.de("cinq", 5, 5), Case.de("dix", 10, 10), Case.de("onze", 11, 11), Case.de("zero", 0, 0));
        assertThat(Secret.cachees(cases, List.of(), List.of(), Public.PARTENAIRES.seuil())).containsExactly("quatre");
        assertThat(Secret.cachees(cases, List.of(), List.of(), ONZE)).containsExactlyInAnyOrder("quatre", "cinq", "dix");
        assertThat(Secret.cachees(cases, List.of(), List.of(), Public.INTERNE.seuil())).isEmpty();
    }

    @Test
    void children_are_protected_and_not_measures() {
        List<Case> cases = List.of(Case.de("douze mesures de quatre enfants", 12, 4), Case.de("trois reunions", 3, -1));
        assertThat(Secret.cachees(cases, List.of(), List.of(), ONZE)).containsExactly("douze mesures de quatre enfants");
    }

    @Test
    void two_small_cells_that_leave_only_one_possibility_hide_a_third() {
        // 2 = 1 + 1: hiding both says both.
        List<Case> cases = List.of(Case.de("a", 1, 1), Case.de("b", 1, 1), Case.de("c", 30, 30), Case.de("total", 32, 32));
        assertThat(Secret.cachees(cases, List.of(new Somme("total", List.of("a", "b", "c"))), List.of(), ONZE)).contains("a", "b", "c");
    }

    @Test
    void a_share_on_a_small_base_is_hidden_and_one_that_leaves_few_out_too() {
        List<Case> cases = List.of(Case.de("n", 4, 4), Case.de("d", 9, 9), Case.de("presque", 97, 97), Case.de("tous", 100, 100));
        Set<String> cachees = Secret.cachees(cases, List.of(), List.of(new Part("taux", "n", "d"), new Part("couverture", "presque", "tous")), ONZE);
        // 97 of 100 says that three are not covered: one of the two terms goes, and the share with it.
        assertThat(cachees).contains("n", "d", "taux", "couverture", "presque").doesNotContain("tous");
    }

    @Test
    void a_share_alone_on_the_page_is_kept_when_both_groups_are_large() {
        List<Case> cases = List.of(new Case("n", 40, 40, false), new Case("d", 100, 100, false));
        assertThat(Secret.cachees(cases, List.of(), List.of(new Part("taux", "n", "d")), ONZE)).doesNotContain("taux");
    }

    @Test
    void what_is_hidden_in_one_year_is_not_found_by_the_total_of_the_years() {
        List<Case> cases = List.of(Case.de("2021", 14, 14), Case.de("2022", 6, 6), Case.de("2023", 19, 19), Case.de("2021-2023", 39, 39));
        assertThat(Secret.cachees(cases, List.of(new Somme("2021-2023", List.of("2021", "2022", "2023"))), List.of(), ONZE))
                .containsExactlyInAnyOrder("2022", "2021");
    }

    @Test
    void a_total_stays_protected_when_all_its_other_parts_are_zero() {
        List<Case> cases = List.of(Case.de("a", 3, 3), Case.de("b", 0, 0), Case.de("total", 3, 3));
        assertThat(Secret.cachees(cases, List.of(new Somme("total", List.of("a", "b"))), List.of(), ONZE)).containsExactlyInAnyOrder("a", "total");
    }
}
