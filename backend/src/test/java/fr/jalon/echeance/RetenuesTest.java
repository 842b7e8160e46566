package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class RetenuesTest {

    private static final LocalDate DU = LocalDate.of(2026, 1, 1);

    @Test
    void a_day_held_twice_is_one_day_held_and_only_days_of_the_span_count() {
        List<Retenues.Retenue> retenues = List.of(retenue(-5, 10), retenue(5, 15), retenue(20, null));
        assertThat(Retenues.jours(retenues, DU, DU.plusDays(30))).isEqualTo(15 + 10);
        assertThat(Retenues.jours(retenues, DU, DU.plusDays(8))).isEqualTo(8);
        assertThat(Retenues.jours(List.of(), DU, DU.plusDays(8))).isZero();
        assertThat(Retenues.jours(List.of(retenue(40, 50)), DU, DU.plusDays(30))).isZero();
    }

    @Test
    void a_hold_covers_its_steps_from_its_first_day_to_the_day_before_its_lifting() {
        Retenues.Retenue retenue = retenue(0, 10);
        assertThat(retenue.retient("evaluer", DU.minusDays(1))).isFalse();
        assertThat(retenue.retient("evaluer", DU)).isTrue();
        assertThat(retenue.retient("evaluer", DU.plusDays(9))).isTrue();
        assertThat(retenue.retient("evaluer", DU.plusDays(10))).isFalse();
        assertThat(retenue.retient("informer", DU)).isFalse();
    }

    private static Retenues.Retenue retenue(int du, Integer au) {
        return new Retenues.Retenue(UUID.randomUUID(), "CONSIGNE_PARQUET", List.of("evaluer"), DU.plusDays(du), au == null ? null : DU.plusDays(au));
    }
}
