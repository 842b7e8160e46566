package fr.jalon.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class RegleConservationTest {

    private static final LocalDate FIN = LocalDate.of(2020, 3, 31);

    private static RegleConservation regle(RegleConservation.Depart depart, String duree) {
        return new RegleConservation(UUID.randomUUID(), "X", 0, "X", "IP", "CLASSEMENT", depart, duree, RegleConservation.SortFinal.TRI, null, true, FIN, "COMMUN", null);
    }

    @Test
    void a_length_from_the_end_is_counted_from_the_end() {
        assertThat(regle(RegleConservation.Depart.FIN, "P2Y").echue(FIN, LocalDate.of(2010, 1, 1))).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(regle(RegleConservation.Depart.FIN, "P1M").echue(LocalDate.of(2020, 1, 31), null)).isEqualTo(LocalDate.of(2020, 2, 29));
    }

    @Test
    void a_length_from_majority_is_counted_from_the_later_of_majority_and_end() {
        assertThat(regle(RegleConservation.Depart.MAJORITE, "P3Y").echue(FIN, LocalDate.of(2010, 5, 2))).isEqualTo(LocalDate.of(2031, 5, 2));
        assertThat(regle(RegleConservation.Depart.MAJORITE, "P3Y").echue(FIN, LocalDate.of(2000, 5, 2))).isEqualTo(LocalDate.of(2023, 3, 31));
    }

    @Test
    void a_birth_nobody_knows_is_taken_as_late_as_it_can_be() {
        assertThat(regle(RegleConservation.Depart.MAJORITE, "P3Y").echue(FIN, null)).isEqualTo(LocalDate.of(2041, 3, 31));
        assertThat(regle(RegleConservation.Depart.NAISSANCE, "P90Y").echue(FIN, null)).isEqualTo(LocalDate.of(2110, 3, 31));
    }

    @Test
    void a_length_from_birth_never_ends_before_the_file() {
        assertThat(regle(RegleConservation.Depart.NAISSANCE, "P1Y").echue(FIN, LocalDate.of(2010, 1, 1))).isEqualTo(FIN);
    }

    @Test
    void it_is_said_in_words() {
        assertThat(regle(RegleConservation.Depart.FIN, "P1Y6M").enMots()).isEqualTo("1 an et 6 mois après la fin du dossier");
        assertThat(regle(RegleConservation.Depart.NAISSANCE, "P90Y").enMots()).isEqualTo("90 ans après la naissance");
    }
}
