package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelaiTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final JoursOuvres FRANCE = new JoursOuvres("fr");

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-04-15, 90, 2026-04-15",
        "2026-01-31, 2026-04-30, 89, 2026-04-30",
        "2026-02-01, 2026-05-01, 89, 2026-04-30",
        "2026-02-14, 2026-05-14, 89, 2026-05-13",
        "2026-02-28, 2026-05-28, 89, 2026-05-28",
        "2026-08-31, 2026-11-30, 91, 2026-11-30",
        "2026-09-25, 2026-12-25, 91, 2026-12-24",
        "2026-11-30, 2027-02-28, 90, 2027-02-26",
        "2027-11-30, 2028-02-29, 91, 2028-02-29"})
    void three_months_run_from_reception_date_to_date_and_are_never_ninety_days(LocalDate recue, LocalDate legale, long jours,
            LocalDate operationnelle) {
        LocalDate terme = terme(Calcul.MOIS, "P3M", recue);
        assertThat(terme).isEqualTo(legale);
        assertThat(terme.toEpochDay() - recue.toEpochDay()).isEqualTo(jours);
        assertThat(FRANCE.dernierOuvre(terme)).isEqualTo(operationnelle);
    }

    @Test
    void a_reception_late_in_the_evening_counts_from_its_day_in_the_departement() {
        // 31 January 23:30 in Paris is already 22:30 UTC; in Réunion 1 February 01:30 is still 31 January in Paris.
        Instant soir = Instant.parse("2026-01-31T22:30:00Z");
        assertThat(new Delai(Calcul.MOIS, "P3M").terme(Origine.de(soir, PARIS), PARIS).jour()).isEqualTo("2026-04-30");
        ZoneId reunion = ZoneId.of("Indian/Reunion");
        assertThat(new Delai(Calcul.MOIS, "P3M").terme(Origine.de(soir, reunion), reunion).jour()).isEqualTo("2026-05-01");
    }

    @Test
    void months_are_never_chained() {
        // One month three times from 31 January would drift to the 28th.
        assertThat(terme(Calcul.MOIS, "P3M", LocalDate.of(2026, 1, 31))).isEqualTo("2026-04-30");
        assertThat(terme(Calcul.MOIS, "P2M", LocalDate.of(2026, 12, 31))).isEqualTo("2027-02-28");
        assertThat(terme(Calcul.MOIS, "P1M", LocalDate.of(2028, 1, 31))).isEqualTo("2028-02-29");
    }

    @Test
    void a_period_of_days_ends_that_many_days_after_the_day() {
        assertThat(terme(Calcul.JOURS, "P5D", LocalDate.of(2026, 12, 29))).isEqualTo("2027-01-03");
        assertThat(terme(Calcul.JOURS, "P20D", LocalDate.of(2026, 2, 20))).isEqualTo("2026-03-12");
    }

    @Test
    void seventy_two_hours_are_an_instant_even_when_the_clocks_change() {
        // From Friday 27 March 2026 10:00 (UTC+1); clocks go forward on the 29th: 72 hours end at 11:00 local time.
        Delai.Terme terme = new Delai(Calcul.INSTANT, "PT72H").terme(Origine.de(Instant.parse("2026-03-27T09:00:00Z"), PARIS), PARIS);
        assertThat(terme.instant()).isEqualTo("2026-03-30T09:00:00Z");
        assertThat(terme.jour()).isEqualTo("2026-03-30");
        assertThat(terme.limite(PARIS)).isEqualTo("2026-03-30T09:00:00Z");
    }

    @Test
    void a_due_day_lasts_until_midnight_in_the_departement() {
        assertThat(new Delai(Calcul.MOIS, "P3M").terme(Origine.de(LocalDate.of(2026, 4, 15)), PARIS).limite(PARIS))
                .isEqualTo("2026-07-15T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2009-03-12, P17Y, 2026-03-12", "2009-03-12, P18Y, 2027-03-12", "2008-02-29, P17Y, 2025-02-28",
        "2008-02-29, P18Y, 2026-02-28", "2008-02-29, P20Y, 2028-02-29"})
    void a_birthday_of_the_29th_of_february_is_read_on_the_28th(LocalDate ne, String age, LocalDate anniversaire) {
        assertThat(terme(Calcul.ANNIVERSAIRE, age, ne)).isEqualTo(anniversaire);
    }

    @Test
    void a_period_that_does_not_fit_its_count_is_refused() {
        assertThatThrownBy(() -> new Delai(Calcul.MOIS, "P90D")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delai(Calcul.JOURS, "P1M")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delai(Calcul.ANNIVERSAIRE, "P17Y1M")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delai(Calcul.MOIS, "trois mois")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delai(Calcul.MOIS, "-P3M")).isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate terme(Calcul calcul, String periode, LocalDate origine) {
        return new Delai(calcul, periode).terme(Origine.de(origine), PARIS).jour();
    }
}
