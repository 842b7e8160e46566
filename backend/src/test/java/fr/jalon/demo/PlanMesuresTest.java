package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents print comes out of the drawn caseload, whatever the seed, the day and the scale. */
class PlanMesuresTest {

    private static final Set<MesurePrevue.Nature> DOMICILE = Set.of(MesurePrevue.Nature.UNITE, MesurePrevue.Nature.MILIEU,
            MesurePrevue.Nature.DOMICILE);
    private static final Map<Integer, Integer> ENFANTS = Map.of(2019, 3244, 2020, 3213, 2021, 3395, 2022, 3480, 2023, 3726);
    private static final Map<LocalDate, Integer> ATTENTES = Map.of(LocalDate.of(2020, 3, 2), 480, LocalDate.of(2020, 12, 31), 273,
            LocalDate.of(2022, 1, 31), 190, LocalDate.of(2022, 12, 31), 200, LocalDate.of(2023, 12, 31), 318);

    private static List<MesurePrevue> plan(String code, Semis.Graine graine) {
        return PlanMesures.tirer(graine, new VolumesMesures(code));
    }

    private static boolean exerceeLe(MesurePrevue m, LocalDate jour) {
        return m.debut != null && !m.debut.isAfter(jour) && (m.fin == null || m.fin.isAfter(jour));
    }

    private static int touches(List<MesurePrevue> mesures, int annee) {
        LocalDate du = LocalDate.of(annee, 1, 1);
        LocalDate au = LocalDate.of(annee, 12, 31);
        return mesures.stream().filter(m -> DOMICILE.contains(m.nature) && m.debut != null && !m.debut.isAfter(au)
                && (m.fin == null || m.fin.isAfter(du))).map(m -> m.famille + "-" + m.enfant).collect(Collectors.toCollection(HashSet::new)).size();
    }

    private static long enAttente(List<MesurePrevue> mesures, LocalDate jour) {
        return mesures.stream().filter(m -> m.milieu() && m.attendLe(jour)).count();
    }

    @ParameterizedTest
    @CsvSource({"35, 2026-11-25, 1", "7, 2026-11-25, 1", "35, 2025-06-16, 0.04", "36, 2026-01-20, 1", "11, 2027-02-01, 0.1", "3, 2024-12-30, 0.04",
        "35, 2026-12-31, 0.02"})
    void the_printed_figures_come_out_exactly(long graine, LocalDate ancre, BigDecimal echelle) {
        Semis.Graine g = new Semis.Graine(graine, ancre, echelle);
        List<MesurePrevue> mesures = plan("35", g);
        ENFANTS.forEach((annee, enfants) -> assertThat(touches(mesures, annee)).as("children of %s", annee).isEqualTo(g.aLEchelle(enfants)));
        ATTENTES.forEach((jour, nombre) -> assertThat(enAttente(mesures, jour)).as("waiting on %s", jour).isEqualTo(g.aLEchelle(nombre)));
        assertThat(enAttente(mesures, ancre)).isEqualTo(g.aLEchelle(318));
        for (LocalDate jour : List.of(LocalDate.of(2019, 12, 31), LocalDate.of(2022, 12, 31), ancre)) {
            assertThat(mesures.stream().filter(m -> m.nature == MesurePrevue.Nature.FAMILIAL && exerceeLe(m, jour)).count())
                    .isEqualTo(g.aLEchelle(1860));
        }
        assertThat(mesures.stream().filter(m -> m.nature == MesurePrevue.Nature.TIERS && exerceeLe(m, LocalDate.of(2023, 12, 31))).count())
                .isEqualTo(g.aLEchelle(153));
    }

    @Test
    void orders_of_magnitude_are_those_the_document_tells() {
        LocalDate ancre = LocalDate.of(2026, 11, 25);
        List<MesurePrevue> mesures = plan("35", new Semis.Graine(35, ancre, BigDecimal.ONE));
        long exercees = mesures.stream().filter(m -> DOMICILE.contains(m.nature) && exerceeLe(m, LocalDate.of(2023, 12, 31))).count();
        assertThat(exercees).isBetween(2_700L, 3_200L);
        assertThat(mesures.stream().filter(m -> m.nature == MesurePrevue.Nature.UNITE && exerceeLe(m, LocalDate.of(2022, 12, 31))).count())
                .isBetween(500L, 750L);
        // « 4 à 8 mois en moyenne » around 2020.
        double attente = mesures.stream().filter(m -> m.milieu() && m.debut != null && m.debut.getYear() == 2020)
                .mapToLong(m -> ChronoUnit.DAYS.between(m.attente, m.debut)).average().orElseThrow();
        assertThat(attente / 30.4).isBetween(4.0, 8.0);
        assertThat(mesures).allSatisfy(m -> {
            assertThat(m.attente).isBeforeOrEqualTo(ancre);
            if (m.debut != null) {
                assertThat(m.attente).isBeforeOrEqualTo(m.debut);
                assertThat(m.debut).isBeforeOrEqualTo(ancre);
            }
        });
    }

    @Test
    void a_child_is_never_exercised_twice_at_home_on_one_day() {
        List<MesurePrevue> mesures = plan("35", new Semis.Graine(5, LocalDate.of(2026, 5, 4), new BigDecimal("0.2")));
        for (LocalDate jour = LocalDate.of(2019, 1, 1); jour.isBefore(LocalDate.of(2026, 5, 1)); jour = jour.plusDays(97)) {
            LocalDate le = jour;
            List<String> enfants = mesures.stream().filter(m -> DOMICILE.contains(m.nature) && exerceeLe(m, le)).map(m -> m.famille + "-" + m.enfant).toList();
            assertThat(enfants).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_département_without_printed_figures_has_a_small_caseload() {
        List<MesurePrevue> mesures = plan("49", new Semis.Graine(1, LocalDate.of(2026, 3, 2), BigDecimal.ONE));
        assertThat(touches(mesures, 2025)).isEqualTo(330);
        assertThat(enAttente(mesures, LocalDate.of(2025, 12, 31))).isEqualTo(27);
    }
}
