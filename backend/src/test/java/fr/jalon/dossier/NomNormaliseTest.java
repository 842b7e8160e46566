package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NomNormaliseTest {

    @Test
    void accents_case_hyphens_and_ligatures_do_not_count() {
        assertThat(NomNormalise.normaliser("Maëlys ÉLODIE")).isEqualTo("maelys elodie");
        assertThat(NomNormalise.normaliser("D’Œuvray-Łopez")).isEqualTo("d oeuvray lopez");
        assertThat(NomNormalise.normaliser(null)).isEmpty();
        assertThat(NomNormalise.normaliser("…")).isEmpty();
    }

    @Test
    void a_particle_is_kept_joined_to_its_name_and_never_alone() {
        assertThat(NomNormalise.motsGardes("Le Gall")).containsExactlyInAnyOrder("gall", "legall");
        assertThat(NomNormalise.motsGardes("Jean-Pierre")).containsExactlyInAnyOrder("jean", "pierre", "jeanpierre");
        assertThat(NomNormalise.motsGardes("Le")).containsExactly("le");
        assertThat(NomNormalise.motsDemandes("le gall maelys")).containsExactly("legall", "maelys");
        assertThat(NomNormalise.sansParticule("legall", "le gall maelys")).containsExactly("gall");
        assertThat(NomNormalise.sansParticule("maelys", "le gall maelys")).isEmpty();
    }

    @Test
    void two_words_one_letter_apart_share_a_variant_and_so_do_two_letters_exchanged() {
        assertThat(NomNormalise.variantes("lucas")).containsAnyElementsOf(NomNormalise.variantes("lukas"));
        assertThat(NomNormalise.variantes("lucas")).containsAnyElementsOf(NomNormalise.variantes("luca"));
        assertThat(NomNormalise.variantes("theo")).containsAnyElementsOf(NomNormalise.variantes("teho"));
        assertThat(NomNormalise.variantes("theo")).doesNotContainAnyElementsOf(NomNormalise.variantes("lucas"));
    }

    @Test
    void a_name_of_a_thousand_words_is_cut_before_it_costs() {
        assertThat(NomNormalise.motsDemandes("mot ".repeat(1000))).hasSize(1);
        assertThat(NomNormalise.motsGardes("x".repeat(500)).get(0)).hasSize(40);
    }
}
