package fr.jalon.departement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

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

    @ParameterizedTest
    @ValueSource(strings = {"35", "49", "17", "61", "22"})
    void the_calendar_toward_majority_follows_the_ages_and_says_where_each_step_comes_from(String code) {
        ReglagesAutonomie autonomie = profil(code).autonomie();

        assertThat(autonomie.reperes()).extracting(r -> r.periode().toTotalMonths()).isSorted();
        assertThat(autonomie.reperes()).extracting(ReglagesAutonomie.Repere::code).doesNotHaveDuplicates()
                .contains("BILAN_SANTE", "PAPIERS", "BANQUE", "CAF_CPAM", "LOGEMENT", "ORIENTATION", "MDPH", "TITRE_SEJOUR");
        assertThat(autonomie.reperes()).allMatch(r -> r.source() != null || r.aValider());
        assertThat(autonomie.entretien()).extracting(ReglagesAutonomie.Rubrique::code).contains("PARCOURS", "DROITS", "LOGEMENT", "RESSOURCES",
                "FORMATION", "SANTE", "RELATIONS", "PAPIERS", "PAROLE");
        assertThat(profil(code).produits()).anyMatch(p -> p.domaine().equals("MAJEUR"));
    }

    @Test
    void a_step_for_unaccompanied_minors_or_for_the_mdph_concerns_nobody_else() {
        ReglagesAutonomie autonomie = profil("35").autonomie();

        assertThat(autonomie.reperesPour(Set.of())).extracting(ReglagesAutonomie.Repere::code).doesNotContain("TITRE_SEJOUR", "MDPH").contains("BANQUE");
        assertThat(autonomie.reperesPour(Set.of("MNA"))).extracting(ReglagesAutonomie.Repere::code).contains("TITRE_SEJOUR", "BANQUE")
                .doesNotContain("MDPH");
    }

    @Test
    void a_step_of_the_profile_takes_the_place_of_the_common_one_of_the_same_code() {
        assertThat(profil("35").autonomie().repere("REUNION_MAJORITE")).get().extracting(ReglagesAutonomie.Repere::libelle)
                .isEqualTo("Temps collectif annuel des jeunes qui vont avoir 18 ans");
        assertThat(profil("22").autonomie().reperes()).first().extracting(ReglagesAutonomie.Repere::age).isEqualTo("P16Y");
        assertThat(profil("22").autonomie().repere("INSERTION_16")).isPresent();
        assertThat(profil("35").autonomie().repere("INSERTION_16")).isEmpty();
    }

    @Test
    void in_care_is_what_the_code_says_and_a_child_entrusted_straight_to_a_third_party_is_outside() {
        Profil profil = profil("35");

        assertThat(profil.basesLegales()).filteredOn(Profil.BaseLegale::confieAse).extracting(Profil.BaseLegale::code)
                .containsExactlyInAnyOrder("ACCUEIL_PROVISOIRE", "TAD", "PLACEMENT_ASE", "OPP", "PLACEMENT_URGENCE", "PLACEMENT_PROVISOIRE");
    }
}
