package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import fr.jalon.indicateur.FaitsMesures.Periode;
import fr.jalon.indicateur.FaitsMesures.Segment;
import org.junit.jupiter.api.Test;

/** Ratios, sums, changes and crossed facts; figures by hand. */
class FormulesComposeesTest {

    private static final LocalDate FIN = LocalDate.of(2024, 12, 31);
    private static final Portee AN = new Portee(LocalDate.of(2024, 1, 1), FIN, FIN, null);

    private static BiFunction<String, Integer, FormuleComposee.Operande> valeurs(Map<String, Integer> valeurs) {
        return (code, annee) -> valeurs.containsKey(code + annee)
                ? new FormuleComposee.Operande(BigDecimal.valueOf(valeurs.get(code + annee)), null) : new FormuleComposee.Operande(null, "Rien.");
    }

    @Test
    void the_printed_changes_of_sheet_six_are_found() {
        // 2 089 received in 2019 and 2 689 in 2023; 1 378 evaluated and 1 830.
        assertThat(new FormuleComposee.Variation("R", 2019, null).composer(2023, valeurs(Map.of("R2019", 2089, "R2023", 2689))).valeur()).isEqualByComparingTo("28.7");
        assertThat(new FormuleComposee.Variation("E", null, 4).composer(2023, valeurs(Map.of("E2019", 1378, "E2023", 1830))).valeur()).isEqualByComparingTo("32.8");
    }

    @Test
    void a_missing_or_null_operand_gives_no_figure_and_says_which() {
        FormuleComposee ratio = new FormuleComposee.Ratio("A", "B", 100);
        assertThat(ratio.composer(2024, valeurs(Map.of("A2024", 1))).raison()).isEqualTo("«\u00a0B\u00a0» n’est pas connu en 2024\u00a0: rien.");
        assertThat(ratio.composer(2024, valeurs(Map.of("A2024", 1, "B2024", 0))).raison()).contains("zéro");
        assertThat(ratio.composer(2024, valeurs(Map.of("A2024", 1, "B2024", 3))).valeur()).isEqualByComparingTo("33.3");
        assertThat(new FormuleComposee.Ratio("A", "B", 1).composer(2024, valeurs(Map.of("A2024", 7, "B2024", 3))).valeur()).isEqualByComparingTo("2.33");
        assertThat(new FormuleComposee.Variation("A", null, null).composer(2024, valeurs(Map.of("A2024", 1, "A2023", 0))).valeur()).isNull();
        assertThat(new FormuleComposee.Variation("A", 2024, null).composer(2024, valeurs(Map.of("A2024", 1))).raison()).contains("2025");
        assertThat(new FormuleComposee.Somme(List.of("A", "B"), List.of("C")).composer(2024, valeurs(Map.of("A2024", 5, "B2024", 6, "C2024", 2))).valeur())
                .isEqualByComparingTo("9");
    }

    private static Periode periode(UUID enfant, String du, String au, Map<String, String> dimensions) {
        return new Periode(UUID.randomUUID(), UUID.randomUUID(), enfant, List.of(new Segment(LocalDate.parse(du), au == null ? null : LocalDate.parse(au), "u", dimensions)));
    }

    private static Faits faits(Map<String, List<Periode>> periodes, Map<UUID, LocalDate> naissances) {
        return new Faits(List.of(), List.of(), new FaitsMesures(periodes, Map.of(), List.of(), naissances));
    }

    @Test
    void children_in_two_things_on_the_same_day_are_counted_and_shared() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        Faits faits = faits(Map.of("CONFIE", List.of(periode(a, "2024-01-01", null, Map.of()), periode(b, "2024-01-01", null, Map.of())),
                "RELEVE_MDPH", List.of(periode(a, "2023-01-01", null, Map.of("statut", "NOTIFIE")), periode(b, "2023-01-01", "2024-12-31", Map.of("statut", "NOTIFIE")))), Map.of());
        FormuleCroisee.Condition notifie = new FormuleCroisee.Condition("RELEVE_MDPH", Map.of("statut", List.of("NOTIFIE")));
        assertThat(new FormuleCroisee.Ensemble("CONFIE", null, null, notifie, false).calculer(faits, AN).valeur()).isEqualByComparingTo("1");
        assertThat(new FormuleCroisee.Ensemble("CONFIE", null, null, notifie, true).calculer(faits, AN).valeur()).isEqualByComparingTo("50.0");
    }

    @Test
    void an_end_followed_within_the_days_is_a_succession_and_the_last_day_of_them_still_is() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        UUID c = UUID.randomUUID();
        Map<String, String> aed = Map.of("produit", "AED");
        Faits faits = faits(Map.of("CONFIE", List.of(periode(a, "2023-01-01", "2024-03-01", Map.of()), periode(b, "2023-01-01", "2024-03-01", Map.of()),
                periode(c, "2023-01-01", "2024-03-01", Map.of())),
                "EXERCEE", List.of(periode(a, "2024-03-31", null, aed), periode(b, "2024-04-01", null, aed), periode(c, "2024-01-01", null, aed))), Map.of());
        FormuleCroisee.Condition vers = new FormuleCroisee.Condition("EXERCEE", Map.of("produit", List.of("AED")));
        assertThat(new FormuleCroisee.Succession("CONFIE", null, null, vers, 30, false).calculer(faits, AN).valeur()).isEqualByComparingTo("2");
        assertThat(new FormuleCroisee.Succession("CONFIE", null, null, vers, 30, true).calculer(faits, AN).valeur()).isEqualByComparingTo("66.7");
    }

    @Test
    void days_of_stay_are_those_of_the_span_and_a_leap_year_has_366() {
        UUID a = UUID.randomUUID();
        Faits faits = faits(Map.of("LIEU_ACCUEIL", List.of(periode(a, "2023-12-30", "2024-01-03", Map.of()), periode(a, "2024-12-31", null, Map.of()))), Map.of());
        assertThat(new FormuleCroisee.Journees("LIEU_ACCUEIL", null, null).calculer(faits, AN).valeur()).isEqualByComparingTo("3");
        Faits toute = faits(Map.of("LIEU_ACCUEIL", List.of(periode(a, "2023-12-30", null, Map.of()))), Map.of());
        assertThat(new FormuleCroisee.Journees("LIEU_ACCUEIL", null, null).calculer(toute, AN).valeur()).isEqualByComparingTo("366");
    }

    @Test
    void an_age_is_that_of_the_day_that_counts_and_an_unknown_one_is_in_no_band() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        Faits faits = faits(Map.of("EXERCEE", List.of(periode(a, "2024-01-01", null, Map.of()), periode(b, "2024-01-01", null, Map.of()))),
                Map.of(a, LocalDate.of(2008, 12, 31)));
        Enfants seize = new Enfants(16, null, null);
        assertThat(new FormuleMesure.EnCours("EXERCEE", null, FormuleMesure.Compte.ENFANTS, seize).calculer(faits, AN).valeur()).isEqualByComparingTo("1");
        assertThat(new FormuleMesure.EnCours("EXERCEE", null, FormuleMesure.Compte.ENFANTS, seize).calculer(faits, AN.au(FIN.minusDays(1))).valeur()).isEqualByComparingTo("0");
    }
}
