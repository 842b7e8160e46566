package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the printed tables, worked again by hand. */
class EvolutionsTest {

    private static String entre(long de, long a) {
        return Evolutions.entre(2019, Grandeur.de(de), 2023, Grandeur.de(a), false).texte().replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2089 | 2689 | +28,7 %", "1378 | 1830 | +32,8 %",
        "2171 | 2689 | +23,9 %", "1565 | 1830 | +16,9 %", "2476 | 2689 | +8,6 %", "1668 | 1830 | +9,7 %",
        "559 | 716 | +28,1 %", "5952 | 9818 | +65,0 %", "1202 | 1254 | +4,3 %", "3213 | 3726 | +16,0 %",
        "200 | 318 | +59,0 %", "480 | 273 | −43,1 %", "1686 | 1668 | −1,1 %", "700 | 700 | 0,0 %"})
    void a_change_is_a_share_of_where_it_started(long de, long a, String attendu) {
        assertThat(entre(de, a)).isEqualTo(attendu);
    }

    @Test
    void the_gap_to_the_target_is_a_share_of_the_target() {
        assertThat(Evolutions.alaCible(2020, Grandeur.de(400), Grandeur.de(559), false).valeur()).isEqualByComparingTo("39.8");
        assertThat(Evolutions.alaCible(2021, Grandeur.de(680), Grandeur.de(653), false).valeur()).isEqualByComparingTo("-4.0");
        assertThat(Evolutions.alaCible(2022, Grandeur.de(700), Grandeur.de(539), false).valeur()).isEqualByComparingTo("-23.0");
    }

    @Test
    void a_rate_changes_by_points() {
        assertThat(Evolutions.entre(2022, Grandeur.de(new BigDecimal("5.5")), 2023, Grandeur.de(new BigDecimal("7.4")), true).texte()).isEqualTo("+1,9\u00a0point");
        assertThat(Evolutions.alaCible(2023, Grandeur.de(20), Grandeur.de(new BigDecimal("7.4")), true).texte()).isEqualTo("−12,6\u00a0points");
    }

    @Test
    void what_cannot_be_computed_says_why_and_is_never_an_error() {
        assertThat(Evolutions.entre(2022, Grandeur.absente("non renseigné"), 2023, Grandeur.de(6), false))
                .satisfies(e -> assertThat(e.texte()).isEqualTo("n.c."))
                .satisfies(e -> assertThat(e.raison()).isEqualTo("La valeur de 2022\u00a0: non renseigné."));
        assertThat(Evolutions.entre(2019, Grandeur.de(0), 2020, Grandeur.de(3), false).raison()).contains("est zéro");
        assertThat(Evolutions.entre(2019, Grandeur.de(0), 2020, Grandeur.de(0), false).texte()).isEqualTo("n.c.");
        assertThat(Evolutions.entre(2019, Grandeur.de(-2), 2020, Grandeur.de(3), false).raison()).contains("négative");
        assertThat(Evolutions.alaCible(2023, Grandeur.absente("la cible est un texte"), Grandeur.absente("non disponible"), false).raison())
                .isEqualTo("La cible de 2023\u00a0: la cible est un texte\u00a0; la valeur de 2023\u00a0: non disponible.");
    }

    @Test
    void two_cells_that_state_two_units_are_computed_with_a_caution() {
        Evolutions.Evolution e = Evolutions.entre(2020, Grandeur.de(3213).dite("mesures"), 2021, Grandeur.de(3395).dite("enfants"), false);
        assertThat(e.valeur()).isEqualByComparingTo("5.7");
        assertThat(e.reserve()).contains("mesures").contains("enfants");
    }

    @Property
    void a_change_applied_to_its_start_gives_back_its_end(@ForAll @LongRange(min = 1, max = 100_000) long de, @ForAll @LongRange(min = 0, max = 100_000) long a) {
        BigDecimal pourcent = Evolutions.entre(2020, Grandeur.de(de), 2021, Grandeur.de(a), false).valeur();
        double rendu = de + de * pourcent.doubleValue() / 100;
        assertThat(rendu).isCloseTo(a, org.assertj.core.data.Offset.offset(de * 0.0005 + 1e-6));
        assertThat(pourcent.signum() * Long.compare(a, de)).isNotNegative();
    }

    @Property
    void points_there_and_back_cancel_out(@ForAll @LongRange(min = 0, max = 1000) long de, @ForAll @LongRange(min = 0, max = 1000) long a) {
        Grandeur un = Grandeur.de(BigDecimal.valueOf(de, 1));
        Grandeur deux = Grandeur.de(BigDecimal.valueOf(a, 1));
        assertThat(Evolutions.entre(2020, un, 2021, deux, true).valeur().add(Evolutions.entre(2021, deux, 2022, un, true).valeur())).isEqualByComparingTo("0");
    }
}
