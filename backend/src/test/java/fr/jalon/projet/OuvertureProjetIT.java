package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The projet opens, is revised, closes and resumes by itself, and follows the measures when they are corrected. */
@TestIntegration
class OuvertureProjetIT {

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private JdbcClient jdbc;

    private Atelier mesures;
    private UUID enfant;

    @BeforeEach
    void enfant() {
        mesures = atelier.mesures();
        enfant = mesures.enfant();
    }

    private LocalDate ilYA(int jours) {
        return atelier.ilYA(jours);
    }

    @Test
    void it_opens_at_the_effective_start_of_the_first_measure_and_three_months_run_from_that_day() throws Exception {
        UUID ref = mesures.ref();
        UUID m = mesures.ouvrir(ref, demande(50)).get(0);
        assertThat(atelier.projet(enfant)).as("decided, not started").isNull();
        mesures.fait(ref, m, "demarrage", "le", ilYA(30));
        UUID p = atelier.projet(enfant);
        assertThat(atelier.ou(p)).containsExactly("A_PREPARER", "preparer cdas-redon");
        assertThat(atelier.actes(p)).containsExactly("OUVERTURE " + ilYA(30));
        assertThat(atelier.echeances(p)).containsExactly("PROJET " + ilYA(30).plusMonths(3) + " OUVERTE",
                "RENCONTRE_PARTAGEE " + ilYA(30).plusMonths(3) + " OUVERTE");
        assertThat(atelier.periodes(p)).containsExactly("PROJET " + ilYA(30) + "→ cdas-redon MEP");
        JsonNode page = atelier.page(mesures.referent(), p);
        assertThat(page.get("numero").asText()).startsWith("PPEF-");
        assertThat(page.get("aEtablirLe").asText()).isEqualTo(ilYA(30).plusMonths(3).toString());
        assertThat(page.at("/versions/0/etat").asText()).isEqualTo("EN_COURS");
    }

    @Test
    void a_later_measure_opens_no_second_projet() throws Exception {
        atelier.mesure(60, enfant);
        Map<String, Object> placement = mesures.placement(25, enfant);
        UUID m2 = atelier.mesure(placement, 20);
        UUID p = atelier.projet(enfant);
        assertThat(atelier.actes(p)).containsExactly("OUVERTURE " + ilYA(60), "REVISION " + ilYA(20));
        assertThat(jdbc.sql("select details ->> 'mesure' from projet_acte where projet_id = ? and genre = 'REVISION'").param(p).query(String.class).single())
                .as("it says which measure").isEqualTo(m2.toString());
        assertThat(jdbc.sql("select count(*) from projet where enfant_id = ?").param(enfant).query(Long.class).single()).isOne();
        assertThat(atelier.ou(p)).as("not established yet: what changed goes into the version being written").startsWith("A_PREPARER");
    }

    @Test
    void it_closes_when_every_measure_has_ended_and_lives_again_when_the_child_comes_back() throws Exception {
        UUID m1 = atelier.mesure(200, enfant);
        UUID p = atelier.projet(enfant);
        atelier.finir(m1, 100);
        assertThat(atelier.ou(p)).containsExactly("CLOS");
        assertThat(atelier.echeances(p)).as("closed before its three months were used: nothing is asked any more").isEmpty();
        assertThat(atelier.periodes(p)).containsExactly("PROJET " + ilYA(200) + "→" + ilYA(100) + " cdas-redon MEP");
        atelier.mesure(40, enfant);
        assertThat(atelier.projet(enfant)).isEqualTo(p);
        assertThat(atelier.ou(p)).containsExactly("A_PREPARER", "preparer cdas-redon");
        assertThat(atelier.actes(p)).containsExactly("OUVERTURE " + ilYA(200), "CLOTURE " + ilYA(100), "REPRISE " + ilYA(40));
        assertThat(atelier.echeances(p)).contains("PROJET " + ilYA(40).plusMonths(3) + " OUVERTE");
        assertThat(atelier.periodes(p)).containsExactly("PROJET " + ilYA(200) + "→" + ilYA(100) + " cdas-redon MEP", "PROJET " + ilYA(40) + "→ cdas-redon MEP");
    }

    @Test
    void a_measure_entered_by_mistake_takes_its_projet_with_it_and_a_later_one_finds_it_again() throws Exception {
        UUID m = atelier.mesure(40, enfant);
        UUID p = atelier.projet(enfant);
        mesures.fait(mesures.ref(), m, "annulation", "motif", "Erreur d’enfant.");
        assertThat(atelier.ou(p)).containsExactly("ANNULE");
        assertThat(atelier.echeances(p)).isEmpty();
        assertThat(atelier.periodes(p)).isEmpty();
        atelier.mesure(10, enfant);
        assertThat(atelier.projet(enfant)).isEqualTo(p);
        assertThat(atelier.ou(p)).containsExactly("A_PREPARER", "preparer cdas-redon");
    }

    @Test
    void a_start_cancelled_then_written_on_another_day_moves_the_three_months() throws Exception {
        UUID m = atelier.mesure(40, enfant);
        UUID p = atelier.projet(enfant);
        UUID acte = jdbc.sql("select id from mesure_acte where mesure_id = ? and genre = 'DEMARRAGE'").param(m).query(UUID.class).single();
        mesures.fait(mesures.ref(), m, "actes/" + acte + "/annulation", "motif", "Mauvaise date.");
        assertThat(atelier.ou(p)).containsExactly("ANNULE");
        mesures.fait(mesures.ref(), m, "demarrage", "le", ilYA(35));
        assertThat(atelier.actes(p)).containsExactly("OUVERTURE " + ilYA(35));
        assertThat(atelier.echeances(p)).contains("PROJET " + ilYA(35).plusMonths(3) + " OUVERTE");
    }

    @Test
    void two_measures_of_a_child_started_at_the_same_moment_open_one_projet() throws Exception {
        UUID ref = mesures.ref();
        UUID m1 = mesures.ouvrir(ref, demande(50)).get(0);
        Map<String, Object> placement = mesures.placement(50, enfant);
        UUID m2 = mesures.ouvrir(ref, placement).get(0);
        var depart = new java.util.concurrent.CountDownLatch(1);
        var fils = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            List<java.util.concurrent.Future<Integer>> statuts = java.util.stream.Stream.of(m1, m2).map(m -> fils.submit(() -> {
                depart.await();
                return mesures.agir(ref, m, "demarrage", "le", ilYA(20)).andReturn().getResponse().getStatus();
            })).toList();
            depart.countDown();
            for (var s : statuts) {
                assertThat(s.get()).isEqualTo(200);
            }
        } finally {
            fils.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from projet where enfant_id = ?").param(enfant).query(Long.class).single()).isOne();
        assertThat(atelier.ou(atelier.projet(enfant))).containsExactly("A_PREPARER", "preparer cdas-redon");
    }

    @Test
    void financial_help_and_young_adults_have_none() throws Exception {
        Map<String, Object> budget = demande(40);
        budget.put("baseLegale", "MJAGBF");
        budget.put("produit", "MJAGBF");
        budget.put("intensite", null);
        atelier.mesure(budget, 30);
        assertThat(atelier.projet(enfant)).isNull();
    }

    @Test
    void a_change_of_territory_takes_the_projet_along_and_cuts_its_period() throws Exception {
        UUID m = atelier.mesure(40, enfant);
        UUID p = atelier.projet(enfant);
        mesures.fait(mesures.ref(), m, "transfert", "genre", "UNITE", "le", ilYA(10), "uniteId", "cdas-combourg");
        assertThat(atelier.ou(p)).containsExactly("A_PREPARER", "preparer cdas-combourg");
        assertThat(atelier.periodes(p)).containsExactly("PROJET " + ilYA(40) + "→" + ilYA(10) + " cdas-redon MEP", "PROJET " + ilYA(10) + "→ cdas-combourg MEP");
    }

    private Map<String, Object> demande(int jours) {
        Map<String, Object> d = new LinkedHashMap<>(mesures.judiciaire(jours, enfant));
        d.put("serviceId", Atelier.SERVICE);
        return d;
    }
}
