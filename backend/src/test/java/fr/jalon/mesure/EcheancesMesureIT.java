package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The due dates of measures from their acts to the legal clock, worked out by hand on days long past. */
@TestIntegration
class EcheancesMesureIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private JdbcClient jdbc;

    private UUID ref;
    private UUID service;

    @BeforeEach
    void venir() {
        ref = atelier.ref();
        service = atelier.service();
    }

    @Test
    void an_exercised_measure_has_its_term_its_evaluation_a_month_before_and_its_yearly_report() throws Exception {
        UUID m = demarree("2025-08-31", "2025-09-30", "2026-03-31", LocalDate.of(2014, 5, 4));
        // A month before 31 March is the last day of February; a year after 30 September is 30 September.
        assertThat(atelier.echeances(m)).containsExactly("EVALUATION_TERME 2026-02-28 OUVERTE", "RAPPORT_SITUATION 2026-09-30 OUVERTE",
                "TERME_MESURE 2026-03-31 OUVERTE");
        atelier.fait(service, m, "rapports", "le", "2026-02-10", "nature", "TERME", "proposition", "RENOUVELER");
        assertThat(atelier.echeances(m)).containsExactly("EVALUATION_TERME 2026-02-28 SATISFAITE", "RAPPORT_SITUATION 2027-02-10 OUVERTE",
                "TERME_MESURE 2026-03-31 OUVERTE");
        assertThat(actes(m, "aTemps")).containsExactly("OUI");
        atelier.fait(ref, m, "renouvellement", "le", "2026-03-20", "autorite", "JUGE_ENFANTS", "terme", "2027-03-31");
        assertThat(atelier.echeances(m)).contains("EVALUATION_TERME 2027-02-28 OUVERTE", "TERME_MESURE 2027-03-31 OUVERTE");
        atelier.fait(ref, m, "fin", "le", "2026-06-01", "motif", "MAINLEVEE", "suite", "AUCUNE");
        assertThat(atelier.echeances(m)).containsExactly("TERME_MESURE 2027-03-31 SATISFAITE");
    }

    @Test
    void a_baby_is_reported_on_every_six_months_until_the_report_that_comes_after_its_second_birthday() throws Exception {
        UUID m = demarree("2025-01-06", "2025-01-31", "2026-12-31", LocalDate.of(2023, 8, 1));
        assertThat(atelier.echeances(m)).contains("RAPPORT_SITUATION 2025-07-31 OUVERTE");
        atelier.fait(service, m, "rapports", "le", "2025-07-31", "nature", "SITUATION");
        // Two the next day: under two on the day of the report, so six months again, to the end of January.
        assertThat(atelier.echeances(m)).contains("RAPPORT_SITUATION 2026-01-31 OUVERTE");
        atelier.fait(service, m, "rapports", "le", "2026-02-02", "nature", "SITUATION");
        assertThat(atelier.echeances(m)).contains("RAPPORT_SITUATION 2027-02-02 OUVERTE");
        assertThat(actes(m, "aTemps")).containsExactlyInAnyOrder("OUI", "NON");
    }

    @Test
    void seventy_two_hours_end_at_their_hour_across_the_change_of_the_clocks() throws Exception {
        Map<String, Object> d = urgence("2026-03-27", "ACCUEIL_72H", "PRESIDENT");
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(ref, m, "demarrage", "le", "2026-03-27", "a", "18:00");
        // 18 h at UTC+1 is 17:00Z; 72 hours later it is 17:00Z, which is 19 h at UTC+2 on the Monday.
        assertThat(jdbc.sql("select instant_legal from echeance where sujet_id = ? and genre = 'ACCUEIL_72H'").param(m)
                .query((l, n) -> l.getTimestamp(1).toInstant()).single()).isEqualTo(Instant.parse("2026-03-30T17:00:00Z"));
        assertThat(atelier.echeances(m)).contains("ACCUEIL_72H 2026-03-30 OUVERTE").noneMatch(e -> e.startsWith("RAPPORT_SITUATION"));
    }

    @Test
    void five_days_run_from_the_day_after_the_reception() throws Exception {
        UUID m = atelier.ouvrir(ref, urgence("2026-02-25", "ACCUEIL_5J", "PRESIDENT")).get(0);
        atelier.fait(ref, m, "demarrage", "le", "2026-02-25");
        assertThat(atelier.echeances(m)).contains("ACCUEIL_5J 2026-03-02 OUVERTE");
    }

    @Test
    void the_limits_of_the_court_after_an_opp_are_shown_and_are_never_a_lateness_of_ours() throws Exception {
        UUID m = atelier.ouvrir(ref, urgence("2026-02-24", "OPP", "PROCUREUR")).get(0);
        atelier.fait(ref, m, "demarrage", "le", "2026-02-24");
        assertThat(atelier.echeances(m)).contains("OPP_SAISINE 2026-03-04 OUVERTE");
        atelier.fait(ref, m, "dates", "genre", "SAISINE_JUGE", "le", "2026-03-03");
        assertThat(atelier.echeances(m)).contains("OPP_AUDIENCE 2026-03-18 OUVERTE", "OPP_SAISINE 2026-03-04 SATISFAITE");
        JsonNode page = atelier.page(ref, m);
        JsonNode audience = null;
        for (JsonNode e : page.get("echeances")) {
            audience = "OPP_AUDIENCE".equals(e.get("genre").asText()) ? e : audience;
        }
        assertThat(audience.get("nature").asText()).isEqualTo("TRIBUNAL");
        assertThat(jdbc.sql("select date_legale is null from tache where sujet_id = ?").param(m).query(Boolean.class).single())
                .as("no task is late for a limit of the court").isTrue();
        accueil.lire(ref, "/api/echeances/" + audience.get("id").asText() + "/explication").andExpect(status().isOk());
        atelier.fait(ref, m, "requalification", "le", "2026-03-17", "autorite", "JUGE_ENFANTS", "baseLegale", "PLACEMENT_ASE", "produit", "PLACEMENT",
                "duree", "P1Y", "motifs", java.util.Map.of("SERVICE_SANS_PRODUIT", "Ordonnance.", "SERVICE_COMPLET", "Ordonnance."));
        assertThat(atelier.echeances(m)).contains("OPP_AUDIENCE 2026-03-18 SATISFAITE", "TERME_MESURE 2027-03-17 OUVERTE");
    }

    @Test
    void an_urgent_placement_and_provisional_measures_have_the_limit_the_code_gives_the_court() throws Exception {
        UUID urgent = atelier.ouvrir(ref, urgence("2026-04-20", "PLACEMENT_URGENCE", "JUGE_ENFANTS")).get(0);
        assertThat(atelier.echeances(urgent)).containsExactly("PLACEMENT_URGENCE 2026-05-05 OUVERTE");
        Map<String, Object> d = urgence("2025-08-31", "PLACEMENT_PROVISOIRE", "JUGE_ENFANTS");
        d.put("produit", "PLACEMENT");
        d.put("duree", "P6M");
        UUID provisoire = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.echeances(provisoire)).contains("MESURE_PROVISOIRE 2026-02-28 OUVERTE");
    }

    private Map<String, Object> urgence(String decidee, String base, String autorite) {
        Map<String, Object> d = new LinkedHashMap<>(atelier.placement(1, atelier.enfant(LocalDate.of(2014, 5, 4))));
        d.put("decideeLe", decidee);
        d.put("terme", null);
        d.put("baseLegale", base);
        d.put("produit", "ACCUEIL_URGENCE");
        d.put("autorite", autorite);
        d.put("urgence", true);
        d.put("motifs", Map.of("SANS_TERME", "x", "SERVICE_SANS_PRODUIT", "x", "SERVICE_COMPLET", "x"));
        return d;
    }

    private UUID demarree(String decidee, String demarree, String terme, LocalDate naissance) throws Exception {
        Map<String, Object> d = atelier.judiciaire(1, atelier.enfant(naissance));
        d.put("decideeLe", decidee);
        d.put("terme", terme);
        d.put("serviceId", Atelier.SERVICE);
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(service, m, "demarrage", "le", demarree);
        return m;
    }

    private java.util.List<String> actes(UUID m, String detail) {
        return jdbc.sql("select details ->> ? from mesure_acte where mesure_id = ? and genre = 'RAPPORT'").params(detail, m).query(String.class).list();
    }
}
