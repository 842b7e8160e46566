package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.jalon.demo.PlanProjets.Cle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents print of projets comes out of the drawn establishments, whatever the seed, the day and the scale. */
class PlanProjetsTest {

    private static boolean exerceeLe(MesurePrevue m, LocalDate jour) {
        return m.debut != null && !m.debut.isAfter(jour) && (m.fin == null || m.fin.isAfter(jour));
    }

    @ParameterizedTest
    @CsvSource({"35, 2026-11-25, 1", "7, 2026-11-25, 1", "35, 2025-06-16, 0.04", "36, 2027-02-01, 0.1"})
    void the_printed_figures_come_out_exactly(long graine, LocalDate ancre, BigDecimal echelle) {
        Semis.Graine g = new Semis.Graine(graine, ancre, echelle);
        List<MesurePrevue> mesures = PlanMesures.tirer(g, new VolumesMesures("35"));
        Map<Cle, List<LocalDate>> etablis = PlanProjets.tirer(g, mesures, new VolumesProjets("35"));
        Map<Cle, List<MesurePrevue>> siennes = mesures.stream().collect(java.util.stream.Collectors.groupingBy(m -> new Cle(m.famille, m.enfant)));
        for (Map.Entry<Integer, Integer> imprime : Map.of(2020, 291, 2021, 1399).entrySet()) {
            assertThat(etablis.values().stream().filter(j -> j.stream().anyMatch(le -> le.getYear() == imprime.getKey())).count())
                    .as("established in " + imprime.getKey()).isEqualTo(g.aLEchelle(imprime.getValue()));
        }
        // In force on 31 December 2023: established within the year (six months under two: those are drawn late enough), and still open.
        LocalDate date = LocalDate.of(2023, 12, 31);
        int enVigueur = 0;
        int dansMep = 0;
        for (Map.Entry<Cle, List<LocalDate>> e : etablis.entrySet()) {
            LocalDate dernier = e.getValue().stream().filter(le -> !le.isAfter(date)).reduce((a, b) -> b).orElse(null);
            if (dernier != null && !dernier.plusMonths(12).isBefore(date) && siennes.get(e.getKey()).stream().anyMatch(m -> exerceeLe(m, date))) {
                enVigueur++;
                dansMep += siennes.get(e.getKey()).stream().anyMatch(m -> m.milieu() && exerceeLe(m, dernier)) ? 1 : 0;
            }
        }
        assertThat(enVigueur).isEqualTo(g.aLEchelle(2000));
        assertThat(BigDecimal.valueOf(100L * dansMep).divide(BigDecimal.valueOf(enVigueur), 0, RoundingMode.HALF_DOWN).intValue()).isEqualTo(62);
        etablis.forEach((cle, jours) -> assertThat(jours).isSorted().allSatisfy(le -> assertThat(siennes.get(cle)).anyMatch(m -> exerceeLe(m, le)))
                .allSatisfy(le -> assertThat(le).isBeforeOrEqualTo(ancre)));
    }

    @ParameterizedTest
    @CsvSource({"49, 2026-11-25, 1", "61, 2026-11-25, 1", "17, 2025-06-16, 0.2"})
    void a_department_whose_document_prints_none_has_a_few(String code, LocalDate ancre, BigDecimal echelle) {
        Semis.Graine g = new Semis.Graine(35, ancre, echelle);
        assertThat(PlanProjets.tirer(g, PlanMesures.tirer(g, new VolumesMesures(code)), new VolumesProjets(code))).isNotEmpty();
    }
}
