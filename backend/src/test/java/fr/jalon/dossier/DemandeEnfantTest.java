package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import fr.jalon.commun.Refus;
import org.junit.jupiter.api.Test;

class DemandeEnfantTest {

    @Test
    void a_date_typed_in_the_line_is_the_birth_and_the_rest_is_the_name() {
        DemandeEnfant d = DemandeEnfant.lire("Le Goff maëlys 12/03/2016", null);
        assertThat(d.naissance()).isEqualTo(Naissance.exacte(LocalDate.of(2016, 3, 12)));
        assertThat(d.mots()).extracting(DemandeEnfant.Mot::mot).contains("legoff", "goff", "maelys");
        assertThat(d.mots()).filteredOn(m -> m.mot().equals("maelys")).extracting(DemandeEnfant.Mot::jeton).containsExactly(2);
    }

    @Test
    void a_month_a_year_and_an_approximate_year_stay_as_vague_as_they_were_given() {
        assertThat(DemandeEnfant.lire("", "03/2016").naissance().auPlusTard()).isEqualTo(LocalDate.of(2016, 3, 31));
        assertThat(DemandeEnfant.lire("", "2016-03").naissance().auPlusTot()).isEqualTo(LocalDate.of(2016, 3, 1));
        assertThat(DemandeEnfant.lire("lucas 2014", null).naissance()).isEqualTo(Naissance.annee(2014));
        assertThat(DemandeEnfant.lire("lucas vers 2014", null).naissance().auPlusTot()).isEqualTo(LocalDate.of(2012, 1, 1));
        assertThat(DemandeEnfant.lire("lucas", "2016-03-12").naissance().le()).isEqualTo(LocalDate.of(2016, 3, 12));
    }

    @Test
    void a_date_that_does_not_exist_is_refused_at_its_field() {
        assertThatThrownBy(() -> DemandeEnfant.lire("", "31/02/2016")).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> DemandeEnfant.lire("", "hier")).isInstanceOfSatisfying(Refus.class,
                r -> assertThat(r.erreurs().get(0).champ()).isEqualTo("naissance"));
    }

    @Test
    void two_neighbours_are_also_asked_joined_each_for_its_own_token() {
        assertThat(DemandeEnfant.lire("jean pierre", null).mots()).filteredOn(m -> m.mot().equals("jeanpierre"))
                .extracting(DemandeEnfant.Mot::jeton).containsExactly(1, 2);
        assertThat(DemandeEnfant.lire("   ", null).vide()).isTrue();
    }
}
