package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import fr.jalon.dossier.Naissance;
import fr.jalon.echeance.Attendue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which due dates the acts of a measure ask for, from which day, and what meets them. */
class DatesMesureTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DECIDEE = LocalDate.of(2026, 1, 5);
    private static final Naissance ADOLESCENT = Naissance.exacte(LocalDate.of(2012, 6, 1));

    @Test
    void a_waiting_measure_has_its_term_and_no_report_to_hand_in() {
        assertThat(regles(new Histoire(DECIDEE, "terme", "2027-01-05"))).containsExactly("TERME_MESURE 2027-01-05");
    }

    @Test
    void a_measure_that_waits_for_an_agreement_lapses_by_no_term() {
        assertThat(regles(new Histoire(DECIDEE, "terme", "2027-01-05", "accordAttendu", "OUI"))).isEmpty();
    }

    @Test
    void the_exercise_asks_for_the_evaluation_of_its_term_and_for_reports_from_the_start() {
        Histoire h = demarree("2026-02-01");
        assertThat(regles(h)).containsExactly("TERME_MESURE 2027-01-05", "EVALUATION_TERME 2027-01-05", "RAPPORT_SITUATION 2026-02-01");
    }

    @Test
    void a_report_moves_the_next_one_and_the_term_evaluation_meets_its_own_date_until_a_renewal_asks_again() {
        Histoire h = demarree("2026-02-01").puis(GenreActe.RAPPORT, LocalDate.of(2026, 11, 20), "nature", "TERME");
        assertThat(regles(h)).containsExactly("TERME_MESURE 2027-01-05", "EVALUATION_TERME 2027-01-05 fait 2026-11-20", "RAPPORT_SITUATION 2026-11-20");
        h.puis(GenreActe.RENOUVELLEMENT, LocalDate.of(2026, 12, 20), "terme", "2028-01-05");
        assertThat(regles(h)).containsExactly("TERME_MESURE 2028-01-05", "EVALUATION_TERME 2028-01-05", "RAPPORT_SITUATION 2026-11-20");
    }

    @Test
    void an_end_meets_the_term_and_leaves_nothing_running() {
        Histoire h = demarree("2026-02-01").puis(GenreActe.FIN, LocalDate.of(2026, 9, 1), "motif", "MAINLEVEE");
        assertThat(regles(h)).containsExactly("TERME_MESURE 2027-01-05 fait 2026-09-01");
    }

    @Test
    void a_child_two_on_the_day_of_the_start_is_reported_on_once_a_year_and_the_day_before_twice() {
        Histoire h = demarree("2026-02-01");
        assertThat(regles(h, Naissance.exacte(LocalDate.of(2024, 2, 1)))).contains("RAPPORT_SITUATION 2026-02-01");
        assertThat(regles(h, Naissance.exacte(LocalDate.of(2024, 2, 2)))).contains("RAPPORT_SITUATION_MOINS_2_ANS 2026-02-01");
    }

    @Test
    void seventy_two_hours_run_from_the_instant_even_when_the_clocks_change() {
        Instant debut = Instant.parse("2026-03-27T17:00:00Z");
        Histoire h = new Histoire(LocalDate.of(2026, 3, 27), "cadre", "ADMINISTRATIF", "base", "ACCUEIL_72H", "accueil", "OUI", "exercice", "UNITE")
                .puis(GenreActe.DEMARRAGE, LocalDate.of(2026, 3, 27), "a", debut.toString());
        List<Attendue> attendues = DatesMesure.de(h.actes(), ADOLESCENT, DatesMesureTest::midi, PARIS);
        assertThat(attendues).singleElement().matches(a -> a.regle().equals("ACCUEIL_72H") && debut.equals(a.origine().instant()));
        h.puis(GenreActe.FIN, LocalDate.of(2026, 3, 30), "motif", "AUTRE", "a", "2026-03-30T16:59:00Z");
        assertThat(DatesMesure.de(h.actes(), ADOLESCENT, DatesMesureTest::midi, PARIS).get(0).satisfaiteLe())
                .isEqualTo(Instant.parse("2026-03-30T16:59:00Z"));
    }

    @Test
    void the_limits_of_the_court_run_from_its_decision_and_from_the_seizure_and_are_met_by_what_replaces_it() {
        Histoire h = new Histoire(LocalDate.of(2026, 3, 2), "base", "OPP", "accueil", "OUI", "service", "svc-cde")
                .puis(GenreActe.DEMARRAGE, LocalDate.of(2026, 3, 2));
        assertThat(regles(h)).contains("OPP_SAISINE 2026-03-02").doesNotContain("OPP_AUDIENCE 2026-03-02");
        h.puis(GenreActe.SAISINE_JUGE, LocalDate.of(2026, 3, 9));
        assertThat(regles(h)).contains("OPP_SAISINE 2026-03-02 fait 2026-03-09", "OPP_AUDIENCE 2026-03-09");
        h.puis(GenreActe.REQUALIFICATION, LocalDate.of(2026, 3, 20), "base", "PLACEMENT_ASE", "accueil", "OUI", "terme", "2027-03-20");
        assertThat(regles(h)).contains("OPP_AUDIENCE 2026-03-09 fait 2026-03-20", "TERME_MESURE 2027-03-20");
    }

    @Test
    void provisional_measures_and_urgent_placements_have_the_limit_of_the_court() {
        assertThat(regles(new Histoire(DECIDEE, "base", "PLACEMENT_PROVISOIRE", "accueil", "OUI"))).contains("MESURE_PROVISOIRE 2026-01-05");
        assertThat(regles(new Histoire(DECIDEE, "base", "PLACEMENT_URGENCE", "accueil", "OUI"))).contains("PLACEMENT_URGENCE 2026-01-05");
        assertThat(regles(new Histoire(DECIDEE, "provisoire", "OUI"))).contains("MESURE_PROVISOIRE 2026-01-05");
    }

    @Test
    void a_measure_entered_by_mistake_asks_for_nothing() {
        assertThat(regles(demarree("2026-02-01").puis(GenreActe.ANNULATION, LocalDate.of(2026, 5, 1)))).isEmpty();
    }

    /** The rule of the next report against an oracle that counts birthdays day by day. */
    @Property(tries = 1000)
    void the_next_report_is_counted_from_the_last_one_by_the_age_that_day(@ForAll("jours") LocalDate naissance,
            @ForAll @IntRange(min = 0, max = 1400) int apres, @ForAll @IntRange(min = 0, max = 5) int rapports) {
        LocalDate debut = naissance.plusDays(apres);
        Histoire h = new Histoire(debut, "exercice", "UNITE").puis(GenreActe.DEMARRAGE, debut);
        LocalDate dernier = debut;
        for (int i = 0; i < rapports; i++) {
            dernier = dernier.plusDays(97);
            h.puis(GenreActe.RAPPORT, dernier, "nature", "SITUATION");
        }
        int anniversaires = 0;
        for (LocalDate j = naissance.plusDays(1); !j.isAfter(dernier); j = j.plusDays(1)) {
            boolean fete = j.getMonth() == naissance.getMonth() && j.getDayOfMonth() == naissance.getDayOfMonth();
            anniversaires += fete ? 1 : 0;
        }
        String attendue = anniversaires < 2 ? "RAPPORT_SITUATION_MOINS_2_ANS" : "RAPPORT_SITUATION";
        assertThat(regles(h, Naissance.exacte(naissance))).containsExactly(attendue + " " + dernier);
    }

    /** Any day but a 29 February, whose second birthday has its own reading. */
    @Provide
    Arbitrary<LocalDate> jours() {
        return Arbitraries.longs().between(LocalDate.of(2012, 1, 1).toEpochDay(), LocalDate.of(2026, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay)
                .filter(j -> j.getMonthValue() != 2 || j.getDayOfMonth() != 29);
    }

    private static Histoire demarree(String le) {
        return new Histoire(DECIDEE, "terme", "2027-01-05", "exercice", "UNITE").puis(GenreActe.DEMARRAGE, LocalDate.parse(le));
    }

    private static List<String> regles(Histoire h) {
        return regles(h, ADOLESCENT);
    }

    private static List<String> regles(Histoire h, Naissance naissance) {
        return DatesMesure.de(h.actes(), naissance, DatesMesureTest::midi, PARIS).stream().map(a -> a.regle() + " " + a.origine().jour()
                + (a.satisfaiteLe() == null ? "" : " fait " + a.satisfaiteLe().atZone(PARIS).toLocalDate())).toList();
    }

    private static Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(PARIS).toInstant();
    }
}
