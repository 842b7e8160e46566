package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.departement.ProfilsDEssai;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each département has words for the synthetic measures. */
class PaletteMesuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"17", "22", "35", "49", "61"})
    void each_profile_names_what_the_demonstration_invents(String code) {
        PaletteMesures palette = new PaletteMesures(ProfilsDEssai.lire(code));
        for (boolean judiciaire : new boolean[] {true, false}) {
            assertThat(palette.de(MesurePrevue.Nature.MILIEU, judiciaire, false)).get()
                    .satisfies(t -> assertThat(t.base().cadre()).isEqualTo(judiciaire ? "JUDICIAIRE" : "ADMINISTRATIF"));
            assertThat(palette.de(MesurePrevue.Nature.FAMILIAL, judiciaire, false)).get().satisfies(t -> assertThat(t.base().accueil()).isTrue());
        }
        assertThat(palette.de(MesurePrevue.Nature.MILIEU, true, true)).get().satisfies(t -> assertThat(t.base().code()).isEqualTo("AEMO_RENFORCEE"));
        assertThat(palette.de(MesurePrevue.Nature.UNITE, false, false)).get().satisfies(t -> assertThat(t.parUnite()).isTrue());
        assertThat(palette.de(MesurePrevue.Nature.TIERS, true, false)).get().satisfies(t -> assertThat(t.base().code()).isEqualTo("PLACEMENT_TIERS"));
    }
}
