package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanJeunesTest {

    /** Touched by a support some day of the year. */
    private static long touches(List<JeunePrevu> jeunes, int annee) {
        return jeunes.stream().filter(j -> j.accompagneDu != null && j.accompagneDu.getYear() <= annee && (j.accompagneAu == null || j.accompagneAu.getYear() >= annee)).count();
    }

    @ParameterizedTest
    @CsvSource({"35,1,2026-11-25", "35,1,2025-06-16", "35,0.04,2025-06-16", "49,1,2026-11-25", "22,0.2,2026-03-01"})
    void the_figures_of_the_table_come_out_of_the_draw_and_nobody_is_supported_past_21(String code, BigDecimal echelle, LocalDate ancre) {
        Semis.Graine graine = new Semis.Graine(35, ancre, echelle);
        VolumesJeunes volumes = new VolumesJeunes(code);
        List<JeunePrevu> jeunes = PlanJeunes.tirer(graine, volumes);

        for (VolumesJeunes.Annee a : volumes.annees(graine)) {
            if (a.annee() < ancre.getYear()) {
                assertThat(jeunes.stream().filter(j -> j.age(18).getYear() == a.annee()).count()).as("majeurs " + a.annee()).isEqualTo(a.majeurs());
                assertThat(touches(jeunes, a.annee())).as("accompagnés " + a.annee()).isEqualTo(a.accompagnes());
                assertThat(jeunes.stream().filter(j -> j.accompagneAu != null && j.accompagneAu.getYear() == a.annee()).count()).as("finis " + a.annee()).isEqualTo(a.finis());
                List<JeunePrevu.Sortie> sorties = jeunes.stream().flatMap(j -> j.sorties.stream()).filter(s -> s.le().getYear() == a.annee()).toList();
                assertThat(sorties.stream().filter(JeunePrevu.Sortie::stable).count()).as("logement " + a.annee()).isEqualTo(a.logement());
                assertThat(sorties.stream().filter(JeunePrevu.Sortie::ressources).count()).as("ressources " + a.annee()).isEqualTo(a.ressources());
                assertThat(sorties.stream().filter(JeunePrevu.Sortie::activite).count()).as("activité " + a.annee()).isEqualTo(a.activite());
            }
        }
        assertThat(jeunes).allMatch(j -> !j.age(16).isAfter(ancre)).allMatch(j -> j.entree.isBefore(ancre) && j.entree.isBefore(j.age(18)))
                .allMatch(j -> j.accompagneDu == null || !j.accompagneDu.isBefore(j.age(18)) && j.accompagneDu.isBefore(j.age(21)))
                .allMatch(j -> j.accompagneDu == null || j.accompagneAu != null ? j.accompagneAu == null || !j.accompagneAu.isAfter(j.age(21)) && j.accompagneAu.isAfter(j.accompagneDu) : j.age(21).isAfter(ancre));
    }
}
