package fr.jalon.ip.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;
import org.junit.jupiter.api.Test;

class QuiRecoitTest {

    private static final List<String> RECEVEUSES = List.of("crip", "u1", "u2");
    private final QuiRecoit deconcentre = new QuiRecoit(new Profil.Recueil(false, "crip", false, true, true), RECEVEUSES);
    private final QuiRecoit centralise = new QuiRecoit(new Profil.Recueil(true, "crip", false, false, true), RECEVEUSES);
    private final QuiRecoit suivi = new QuiRecoit(new Profil.Recueil(true, "crip", true, true, false), RECEVEUSES);

    @Test
    void where_the_units_receive_it_is_the_unit_of_whoever_takes_the_call() {
        assertThat(deconcentre.designer(null, List.of("u1"), false, List.of("u2")).unite()).isEqualTo("u1");
    }

    @Test
    void somebody_of_two_units_says_which_and_cannot_name_a_third() {
        assertThat(deconcentre.designer("u2", List.of("u1", "u2"), false, List.of()).unite()).isEqualTo("u2");
        assertThatThrownBy(() -> deconcentre.designer(null, List.of("u1", "u2"), false, List.of())).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> deconcentre.designer("crip", List.of("u1", "u2"), false, List.of())).isInstanceOf(Refus.class);
    }

    @Test
    void somebody_of_the_whole_departement_names_any_unit_that_receives() {
        assertThat(deconcentre.designer("u2", List.of(), true, List.of()).unite()).isEqualTo("u2");
        assertThatThrownBy(() -> deconcentre.designer("ailleurs", List.of(), true, List.of())).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> deconcentre.designer(null, List.of(), true, List.of())).isInstanceOf(Refus.class);
    }

    @Test
    void where_the_crip_receives_it_is_the_crip_whatever_the_form_says() {
        assertThat(centralise.designer("u1", List.of("u1"), false, List.of("u2"))).isEqualTo(new QuiRecoit.Designation("crip", "CENTRALE"));
    }

    @Test
    void a_family_already_followed_is_received_by_the_unit_that_follows_it_where_the_profile_says_so() {
        assertThat(suivi.designer(null, List.of("crip"), false, List.of("u2", "crip"))).isEqualTo(new QuiRecoit.Designation("u2", "SUIVI"));
        assertThat(suivi.designer(null, List.of("crip"), false, List.of("crip"))).isEqualTo(new QuiRecoit.Designation("crip", "CENTRALE"));
        assertThat(suivi.designer(null, List.of("crip"), false, List.of("association"))).isEqualTo(new QuiRecoit.Designation("crip", "CENTRALE"));
    }
}
