package fr.jalon.departement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilTest {

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    private Profil profil(String code) {
        return ProfilConfig.lire("classpath:profils/" + code + ".yaml", validator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"35", "49", "17", "61", "22"})
    void each_of_the_five_profiles_holds_together_and_knows_only_roles_and_missions_of_the_house(String code) {
        Profil profil = profil(code);

        assertThat(profil.code()).isEqualTo(code);
        profil.roles().forEach((role, missions) -> {
            assertThat(Role.valueOf(role)).isNotNull();
            missions.forEach(m -> assertThat(Mission.valueOf(m)).isNotNull());
        });
        assertThat(profil.missions().keySet()).containsExactlyInAnyOrder(
                List.of(Mission.values()).stream().map(Enum::name).toArray(String[]::new));
        for (Mission mission : Mission.values()) {
            assertThat(profil.roles().values()).as("someone holds " + mission).anyMatch(l -> l.contains(mission.name()));
        }
    }

    @Test
    void ille_et_vilaine_has_twenty_two_cdas_which_receive_and_evaluate_themselves() {
        Profil profil = profil("35");

        assertThat(profil.unites()).filteredOn(u -> u.type().equals("CDAS")).hasSize(22);
        assertThat(profil.missions().get("RECUEIL")).contains("CDAS");
        assertThat(profil.recueil().centralise()).isFalse();
        assertThat(profil.mot("projet")).isEqualTo("PPEF");
    }

    @Test
    void maine_et_loire_receives_at_the_crip_and_knows_three_tracks() {
        Profil profil = profil("49");

        assertThat(profil.missions().get("RECUEIL")).containsExactly("CRIP");
        assertThat(profil.voies()).extracting(Profil.Voie::code).containsExactly("CINQ_JOURS", "VINGT_JOURS", "DEUX_MOIS");
        assertThat(profil.liste("natures")).extracting(Profil.Libelle::code).contains("TRIBUNAL_MOINS_13");
    }

    @Test
    void charente_maritime_always_sends_the_fiche_navette_before_the_mandate() {
        assertThat(profil("17").recueil().navetteObligatoire()).isTrue();
    }

    @Test
    void a_profile_that_names_a_type_of_unit_it_does_not_have_is_refused_with_the_reason() {
        assertThatThrownBy(() -> ProfilConfig.lire("classpath:profils/invalide.yaml", validator))
                .hasMessageContaining("aucune unité de type MDS");
    }
}
