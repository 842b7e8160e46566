package fr.jalon.autonomie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The path from its facts, worked out by hand. */
@DisplayName("A path folded from its facts")
class SituationTest {

    private static final LocalDate NEE = LocalDate.of(2008, 5, 4);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final List<Acte> actes = new ArrayList<>();
    private final List<Sejour> sejours = new ArrayList<>();
    private int rang;

    @Test
    void entered_before_seventeen_the_interview_is_owed_by_the_birthday() {
        confie("2020-01-01", null);
        ouverte(NEE);
        Situation s = le("2024-05-04");
        assertThat(s.etat).isEqualTo(EtatAutonomie.PREPARATION);
        assertThat(s.entretienDuLe()).isEqualTo("2025-05-04");
        assertThat(s.tardive).isFalse();
        assertThat(dues(s, "2024-05-04")).containsExactly("ENTRETIEN_17 2008-05-04", "MAJORITE 2008-05-04");
    }

    @Test
    void entered_the_very_day_of_seventeen_it_is_as_soon_as_possible() {
        confie("2025-05-04", null);
        ouverte(NEE);
        Situation s = le("2025-05-04");
        assertThat(s.tardive).isTrue();
        assertThat(dues(s, "2025-05-04")).contains("ENTRETIEN_17_TARDIF 2025-05-04");
    }

    @Test
    void entered_the_day_before_seventeen_it_is_owed_the_next_day() {
        confie("2025-05-03", null);
        ouverte(NEE);
        assertThat(le("2025-05-03").tardive).isFalse();
        assertThat(le("2025-05-03").entretienDuLe()).isEqualTo("2025-05-04");
    }

    @Test
    void left_on_the_day_of_seventeen_or_before_nothing_was_owed() {
        confie("2020-01-01", "2025-05-04");
        ouverte(NEE);
        Situation s = le("2025-06-01");
        assertThat(s.entretienDuLe()).isNull();
        assertThat(s.etat).isEqualTo(EtatAutonomie.SORTIE);
        assertThat(dues(s, "2025-06-01")).isEmpty();
    }

    @Test
    void left_then_back_after_seventeen_what_was_owed_by_the_birthday_is_still_late() {
        confie("2020-01-01", "2025-06-01");
        confie("2025-09-01", null);
        ouverte(NEE);
        Situation s = le("2025-10-01");
        assertThat(s.tardive).isFalse();
        assertThat(s.entretienDuLe()).isEqualTo("2025-05-04");
        assertThat(s.entreeLe).isEqualTo("2025-09-01");
    }

    @Test
    void from_one_measure_to_the_next_care_goes_on_even_with_a_day_between() {
        confie("2020-01-01", "2023-06-30");
        confie("2023-07-01", "2024-01-31");
        confie("2024-02-01", null);
        ouverte(NEE);
        assertThat(le("2024-06-01").entreeLe).isEqualTo("2020-01-01");
        sejours.set(2, new Sejour(LocalDate.parse("2024-02-02"), null, Sejour.Mode.MINEUR, "cdas-redon", UUID.randomUUID(), null));
        assertThat(le("2024-06-01").entreeLe).as("two days out is out").isEqualTo("2024-02-02");
    }

    @Test
    void born_on_29_february_seventeen_is_28_february_of_a_common_year() {
        confie("2020-01-01", null);
        ouverte(LocalDate.of(2008, 2, 29));
        Situation s = le("2025-02-01");
        assertThat(s.dixSept).isEqualTo("2025-02-28");
        assertThat(s.dixHuit).isEqualTo("2026-02-28");
        assertThat(s.vingtEtUn).isEqualTo("2029-02-28");
    }

    @Test
    void an_interview_declined_meets_the_duty_and_one_that_did_not_take_place_leaves_it() {
        confie("2020-01-01", null);
        ouverte(NEE);
        acte(GenreActe.INVITATION, "2025-01-10", "rendezVousLe", "2025-01-20");
        assertThat(le("2025-01-12").etat).isEqualTo(EtatAutonomie.ENTRETIEN);
        acte(GenreActe.ENTRETIEN, "2025-01-20", "issue", "NON_TENU", "motif", "ABSENT");
        Situation s = le("2025-01-21");
        assertThat(s.etat).as("to be invited again").isEqualTo(EtatAutonomie.PREPARATION);
        assertThat(s.rendezVousLe).isNull();
        acte(GenreActe.ENTRETIEN, "2025-02-20", "issue", "DECLINE");
        assertThat(le("2025-02-21").etat).isEqualTo(EtatAutonomie.NOTIFICATION);
        assertThat(le("2025-02-21").entretienIssue).isEqualTo("DECLINE");
    }

    @Test
    void an_exceptional_second_interview_moves_nothing() {
        confie("2020-01-01", null);
        ouverte(NEE);
        acte(GenreActe.ENTRETIEN, "2025-02-20", "issue", "TENU", "genre", "ORDINAIRE");
        acte(GenreActe.ENTRETIEN, "2025-09-20", "issue", "TENU", "genre", "EXCEPTIONNEL");
        assertThat(le("2025-10-01").entretienLe).isEqualTo("2025-02-20");
    }

    @Test
    void at_eighteen_what_was_not_held_is_no_longer_to_be_held() {
        confie("2020-01-01", null);
        ouverte(NEE);
        assertThat(le("2026-05-03").etat).isEqualTo(EtatAutonomie.PREPARATION);
        Situation s = le("2026-05-04");
        assertThat(s.etat).isEqualTo(EtatAutonomie.MAJORITE);
        assertThat(dues(s, "2026-05-04")).noneMatch(d -> d.startsWith("ENTRETIEN"));
        assertThat(s.entretienDuLe()).as("kept for the count of those not held").isEqualTo("2025-05-04");
    }

    @Test
    void support_decided_before_the_placement_ends_makes_no_exit() {
        confie("2020-01-01", "2026-05-04");
        majeur("2026-03-01", null);
        ouverte(NEE);
        Situation s = le("2026-06-01");
        assertThat(s.etat).isEqualTo(EtatAutonomie.ACCOMPAGNE);
        assertThat(s.sortieLe).isNull();
        assertThat(dues(s, "2026-06-01")).contains("VINGT_ET_UN_ANS 2008-05-04");
    }

    @Test
    void six_months_are_for_whoever_left_as_an_adult_or_emancipated_and_a_return_cancels_them() {
        confie("2020-01-01", "2026-05-04");
        ouverte(NEE);
        acte(GenreActe.SORTIE, "2026-05-04", "logementStable", "NON");
        Situation s = le("2026-06-01");
        assertThat(s.etat).isEqualTo(EtatAutonomie.SIX_MOIS);
        assertThat(dues(s, "2026-06-01")).containsExactly("ENTRETIEN_SIX_MOIS 2026-05-04");
        majeur("2026-07-01", null);
        assertThat(dues(le("2026-07-02"), "2026-07-02")).noneMatch(d -> d.startsWith("ENTRETIEN_SIX_MOIS"));
        sejours.clear();
        actes.clear();
        confie("2020-01-01", "2025-12-01");
        ouverte(NEE);
        acte(GenreActe.SORTIE, "2025-12-01", "emancipe", "OUI");
        assertThat(le("2026-01-01").etat).as("emancipated").isEqualTo(EtatAutonomie.SIX_MOIS);
        actes.remove(1);
        acte(GenreActe.SORTIE, "2025-12-01", "logementStable", "OUI");
        assertThat(le("2026-01-01").finie).isEqualTo("SORTI_MINEUR");
    }

    @Test
    void a_department_that_sees_only_emancipated_minors_again_owes_nothing_to_adults() {
        confie("2020-01-01", "2026-05-04");
        ouverte(NEE);
        acte(GenreActe.SORTIE, "2026-05-04", "logementStable", "OUI");
        Situation s = Situation.de(actes, sejours, new Situation.Reglages(false, true), LocalDate.parse("2026-06-01"));
        assertThat(s.sixMoisDu).isFalse();
    }

    @Test
    void a_birth_date_revised_by_a_judge_moves_every_age_and_the_first_one_stays_in_the_history() {
        confie("2025-02-01", null);
        ouverte(LocalDate.of(2008, 1, 1));
        assertThat(le("2025-03-01").tardive).as("seventeen on arrival").isTrue();
        acte(GenreActe.NAISSANCE, "2025-03-02", "naissance", "2008-12-31", "exacte", "OUI");
        Situation s = le("2025-03-02");
        assertThat(s.tardive).isFalse();
        assertThat(s.entretienDuLe()).isEqualTo("2025-12-31");
        assertThat(s.actes().get(0).d("naissance")).isEqualTo("2008-01-01");
    }

    private void confie(String du, String au) {
        sejours.add(new Sejour(LocalDate.parse(du), au == null ? null : LocalDate.parse(au), Sejour.Mode.MINEUR, "cdas-redon", UUID.randomUUID(), null));
    }

    private void majeur(String du, String au) {
        sejours.add(new Sejour(LocalDate.parse(du), au == null ? null : LocalDate.parse(au), Sejour.Mode.MAJEUR, "cdas-redon", UUID.randomUUID(), null));
    }

    private void ouverte(LocalDate naissance) {
        acte(GenreActe.OUVERTURE, naissance.plusYears(16).toString(), "naissance", naissance.toString(), "exacte", "OUI", "unite", "cdas-redon");
    }

    private void acte(GenreActe genre, String le, String... details) {
        Map<String, String> d = new TreeMap<>();
        for (int i = 0; i < details.length; i += 2) {
            d.put(details[i], details[i + 1]);
        }
        actes.add(new Acte(UUID.randomUUID(), genre, LocalDate.parse(le), d, Map.of(), null, null, Instant.EPOCH.plusSeconds(rang++), null, null, null));
    }

    private Situation le(String jour) {
        return Situation.de(actes, sejours, new Situation.Reglages(true, true), LocalDate.parse(jour));
    }

    private static List<String> dues(Situation s, String jour) {
        return DatesAutonomie.de(s, List.of(), LocalDate.parse(jour), d -> d.atTime(LocalTime.NOON).atZone(PARIS).toInstant()).stream()
                .map(x -> x.regle() + " " + x.origine().jour()).toList();
    }
}
