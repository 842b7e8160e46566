package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.indicateur.FaitsMesures.Acte;
import fr.jalon.indicateur.FaitsMesures.Periode;
import fr.jalon.indicateur.FaitsMesures.Segment;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Families, numbers, months, short stays and what follows an act; figures by hand, families against the slow way. */
class FormulesSuiviTest {

    private static final LocalDate FIN = LocalDate.of(2024, 12, 31);
    private static final Portee AN = new Portee(LocalDate.of(2024, 1, 1), FIN, FIN, null);

    private final Map<String, List<Periode>> periodes = new HashMap<>();
    private final Map<String, List<Acte>> actes = new HashMap<>();
    private final Map<UUID, UUID> foyers = new HashMap<>();

    private void periode(String genre, UUID enfant, String du, String au, Map<String, String> dimensions) {
        periodes.computeIfAbsent(genre, k -> new ArrayList<>()).add(new Periode(UUID.randomUUID(), UUID.randomUUID(), enfant,
                List.of(new Segment(LocalDate.parse(du), au == null ? null : LocalDate.parse(au), "u", dimensions))));
    }

    private void acte(String type, UUID enfant, String jour, Map<String, String> dimensions) {
        actes.computeIfAbsent(type, k -> new ArrayList<>()).add(new Acte(UUID.randomUUID(), enfant, LocalDate.parse(jour), "u", dimensions));
    }

    private String valeur(Formule f) {
        Faits faits = new Faits(List.of(), List.of(), new FaitsMesures(periodes, actes, List.of(), Map.of(), foyers));
        Resultat r = f.calculer(faits, AN);
        return r.valeur() == null ? r.nonConnu() : r.valeur().toPlainString();
    }

    @Example
    void three_children_of_one_home_and_one_of_no_known_home_are_two_families() {
        UUID chez = UUID.randomUUID();
        for (int n = 0; n < 3; n++) {
            UUID enfant = UUID.randomUUID();
            foyers.put(enfant, chez);
            periode("EXERCEE", enfant, "2023-05-01", n == 0 ? "2024-01-02" : null, Map.of("produit", "TISF"));
        }
        periode("EXERCEE", UUID.randomUUID(), "2024-12-31", null, Map.of("produit", "TISF"));
        periode("EXERCEE", UUID.randomUUID(), "2023-01-01", "2024-01-01", Map.of("produit", "TISF"));
        periode("EXERCEE", UUID.randomUUID(), "2024-01-01", null, Map.of("produit", "AED"));
        assertThat(valeur(new FormuleSuivi.Familles("EXERCEE", null, Map.of("produit", List.of("TISF")), false))).isEqualTo("2");
    }

    @Property(tries = 200)
    void families_of_visits_are_the_different_homes(@ForAll @Size(max = 30) List<@IntRange(max = 9) Integer> enfants, @ForAll @IntRange(min = 1, max = 4) int logements) {
        periodes.clear();
        actes.clear();
        foyers.clear();
        for (Integer e : enfants) {
            UUID enfant = new UUID(0, e);
            foyers.put(enfant, new UUID(1, e % logements));
            acte("releve.note", enfant, "2024-06-01", Map.of("code", "VISITE_TISF"));
        }
        long attendu = enfants.stream().map(e -> e % logements).distinct().count();
        assertThat(valeur(new FormuleSuivi.Familles(null, "VISITE_TISF", null, false))).isEqualTo(String.valueOf(attendu));
    }

    @Example
    void numbers_of_sittings_add_up_in_hours_and_a_mean_of_nothing_is_not_zero() {
        acte("releve.note", null, "2024-02-01", Map.of("code", "COMMISSION_REGULATION", "situations", "12", "minutes", "100"));
        acte("releve.note", null, "2024-09-01", Map.of("code", "COMMISSION_REGULATION", "situations", "8", "minutes", "95"));
        acte("releve.note", null, "2023-09-01", Map.of("code", "COMMISSION_REGULATION", "situations", "80", "minutes", "900"));
        assertThat(valeur(new FormuleSuivi.Nombres("COMMISSION_REGULATION", "situations", false, false, null))).isEqualTo("20");
        assertThat(valeur(new FormuleSuivi.Nombres("COMMISSION_REGULATION", "minutes", false, false, 60))).isEqualTo("3.3");
        assertThat(valeur(new FormuleSuivi.Nombres("COMMISSION_REGULATION", "situations", true, false, null))).isEqualTo("10.0");
        assertThat(valeur(new FormuleSuivi.Nombres("INTERVENANTS", "nombre", true, false, null))).isEqualTo("Rien n’est noté sur cette période.");
        periode("RELEVE_ACCOMPAGNEMENT_PARENTS", null, "2024-02-01", null, Map.of("parents", "2"));
        periode("RELEVE_ACCOMPAGNEMENT_PARENTS", null, "2024-02-01", "2024-12-31", Map.of("parents", "1"));
        assertThat(valeur(new FormuleSuivi.Nombres("ACCOMPAGNEMENT_PARENTS", "parents", false, true, null))).isEqualTo("2");
    }

    @Example
    void lengths_are_told_in_months_of_those_that_ended() {
        periode("RELEVE_ACCUEIL_FDE", UUID.randomUUID(), "2023-12-31", "2024-12-31", Map.of());
        periode("RELEVE_ACCUEIL_FDE", UUID.randomUUID(), "2024-01-01", "2024-07-01", Map.of());
        periode("RELEVE_ACCUEIL_FDE", UUID.randomUUID(), "2010-01-01", null, Map.of());
        // 366 and 182 days: 548 / (2 × 30.4375).
        assertThat(valeur(new FormuleSuivi.DureeMois("RELEVE_ACCUEIL_FDE", null))).isEqualTo("9.00");
    }

    @Example
    void a_stay_is_short_until_the_eve_of_the_month_date_to_date() {
        periode("RELEVE_HEBERGEMENT_MNA", UUID.randomUUID(), "2024-01-31", "2024-02-28", Map.of("type", "HOTEL"));
        periode("RELEVE_HEBERGEMENT_MNA", UUID.randomUUID(), "2024-01-31", "2024-02-29", Map.of("type", "HOTEL"));
        periode("RELEVE_HEBERGEMENT_MNA", UUID.randomUUID(), "2024-03-01", "2024-03-10", Map.of("type", "COLOCATION"));
        assertThat(valeur(new FormuleSuivi.Courtes("RELEVE_HEBERGEMENT_MNA", Map.of("type", List.of("HOTEL")), 1, null))).isEqualTo("1");
    }

    @Example
    void complex_situations_without_a_place_are_those_nobody_houses_that_day() {
        UUID accueilli = UUID.randomUUID();
        UUID sorti = UUID.randomUUID();
        List.of(accueilli, sorti, UUID.randomUUID()).forEach(e -> periode("RELEVE_SITUATION_COMPLEXE", e, "2024-01-01", null, Map.of()));
        periode("LIEU_ACCUEIL", accueilli, "2024-01-01", null, Map.of());
        periode("LIEU_ACCUEIL", sorti, "2024-01-01", "2024-12-31", Map.of());
        assertThat(valeur(new FormuleSuivi.Sans("RELEVE_SITUATION_COMPLEXE", null, new FormuleCroisee.Condition("LIEU_ACCUEIL", null)))).isEqualTo("2");
    }

    @Example
    void a_return_is_accompanied_when_a_measure_at_home_runs_within_thirty_days() {
        UUID suivi = UUID.randomUUID();
        UUID tard = UUID.randomUUID();
        List.of(suivi, tard).forEach(e -> acte("mesure.terminee", e, "2024-03-01", Map.of("accueil", "OUI", "suite", "MESURE_JUDICIAIRE")));
        acte("mesure.terminee", UUID.randomUUID(), "2024-03-01", Map.of("accueil", "OUI", "suite", "PLACEMENT"));
        periode("EXERCEE", suivi, "2024-03-31", null, Map.of("produit", "AEMO"));
        periode("EXERCEE", tard, "2024-04-01", null, Map.of("produit", "AEMO"));
        Map<String, List<String>> retour = Map.of("accueil", List.of("OUI"), "suite", List.of("MESURE_JUDICIAIRE"));
        FormuleCroisee.Condition domicile = new FormuleCroisee.Condition("EXERCEE", Map.of("accueil", List.of("ABSENT")));
        assertThat(valeur(new FormuleSuivi.ActesSuivis("mesure.terminee", retour, null, domicile, 30, false))).isEqualTo("1");
        assertThat(valeur(new FormuleSuivi.ActesSuivis("mesure.terminee", retour, null, domicile, 30, true))).isEqualTo("50.0");
    }

    @Example
    void a_kind_nobody_noted_yet_is_not_known_before_its_first_note() {
        acte("releve.note", UUID.randomUUID(), "2024-05-01", Map.of("code", "STAFF"));
        periode("RELEVE_MDPH", UUID.randomUUID(), "2022-05-01", null, Map.of());
        FaitsMesures faits = new FaitsMesures(periodes, actes, List.of(), Map.of(), foyers);
        assertThat(faits.premierReleve("releve.note", Map.of("code", List.of("STAFF")))).isEqualTo("2024-05-01");
        assertThat(faits.premierReleve("releve.note", Map.of("code", List.of("SYNTHESE")))).isNull();
        assertThat(faits.premierReleve("RELEVE_MDPH", null)).isEqualTo("2022-05-01");
        assertThat(faits.premierReleve("RELEVE_PARRAINAGE", null)).isNull();
    }
}
