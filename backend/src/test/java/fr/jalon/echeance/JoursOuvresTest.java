package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoursOuvresTest {

    @ParameterizedTest
    @CsvSource({"2026-04-06, 2026-05-14, 2026-05-25", "2027-03-29, 2027-05-06, 2027-05-17", "2028-04-17, 2028-05-25, 2028-06-05",
        "2029-04-02, 2029-05-10, 2029-05-21", "2030-04-22, 2030-05-30, 2030-06-10"})
    void movable_holidays_fall_where_the_text_says(LocalDate lundiDePaques, LocalDate ascension, LocalDate pentecote) {
        JoursOuvres france = new JoursOuvres("fr");
        assertThat(france.ferie(lundiDePaques)).isTrue();
        assertThat(france.ferie(ascension)).isTrue();
        assertThat(france.ferie(pentecote)).isTrue();
        assertThat(france.ferie(lundiDePaques.minusDays(3))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"fr-67, 2026-04-03", "fr-68, 2026-12-26", "fr-57, 2026-04-03", "fr-57, 2026-12-26", "fr-974, 2026-12-20", "fr-971, 2026-05-27",
        "fr-972, 2026-05-22", "fr-973, 2026-06-10", "fr-976, 2026-04-27"})
    void a_zone_has_its_own_holidays_beside_the_national_ones(String zone, LocalDate jour) {
        assertThat(new JoursOuvres(zone).ferie(jour)).isTrue();
        assertThat(new JoursOuvres(zone).ferie(LocalDate.of(2026, 5, 1))).isTrue();
        assertThat(new JoursOuvres("fr").ferie(jour)).isFalse();
    }

    @Test
    void before_a_long_week_end_the_last_working_day_is_before_all_of_it() {
        // Easter Monday 6 April 2026: the working day on or before is Friday the 3rd, or Thursday the 2nd where Good Friday is kept.
        assertThat(new JoursOuvres("fr-35").dernierOuvre(LocalDate.of(2026, 4, 6))).isEqualTo("2026-04-03");
        assertThat(new JoursOuvres("fr-67").dernierOuvre(LocalDate.of(2026, 4, 6))).isEqualTo("2026-04-02");
    }
}
