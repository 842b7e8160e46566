package fr.jalon.ip.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

@TestIntegration
class DecisionIT {

    @Autowired
    private Affaires affaires;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;

    private Affaire a;

    @BeforeEach
    void attendre() throws Exception {
        a = affaires.aDecider();
    }

    private ResultActions decider(UUID qui, Object corps) throws Exception {
        return accueil.poster(qui, "/api/ip/" + a.ip() + "/decision", corps);
    }

    @Test
    void each_minor_gets_a_decision_signed_under_a_delegation_counted_and_moved_on() throws Exception {
        decider(a.ref(), affaires.decision(a)).andExpect(status().isOk()).andExpect(jsonPath("$.etat").value("A_INFORMER"))
                .andExpect(jsonPath("$.mineurs[0].decision.issueLibelle").value("Accompagnement de droit commun"))
                .andExpect(jsonPath("$.mineurs[1].decision.delegation").value(containsString("Arrêté")))
                .andExpect(jsonPath("$.mineurs[1].conclusion.conclusion").value("DANGER"))
                .andExpect(jsonPath("$.mineurs[1].conclusion.proposition").value("AUTORITE_JUDICIAIRE"));

        assertThat(affaires.taches(a.ip())).containsExactly("informer " + Affaires.UNITE);
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isEqualTo(2);
        assertThat(affaires.comptes(a.tom(), "ip.decidee")).isOne();
        assertThat(affaires.comptes(a.tom(), "signalement.transmis")).isOne();
        assertThat(affaires.comptes(a.lea(), "signalement.transmis")).isZero();
        assertThat(affaires.periodes(a.ip())).filteredOn(p -> p.startsWith("ATTENTE_DECISION")).allMatch(p -> p.endsWith(horloge.aujourdhui().toString()));
        assertThat(affaires.echeances(a.ip())).filteredOn(e -> e.startsWith("REPONSE_PARQUET")).hasSize(1);
        assertThat(jdbc.sql("select dimensions ->> 'issue' from evenement e join evenement_sujet s on s.evenement_id = e.id "
                + "where e.type = 'ip.decidee' and s.sujet_id = ?").param(a.lea()).query(String.class).single()).isEqualTo("DROIT_COMMUN");
    }

    @Test
    void a_decision_missing_for_one_minor_is_refused_and_nothing_moves() throws Exception {
        Map<String, Object> corps = affaires.decision(a);
        corps.put("mineurs", List.of(Affaires.droitCommun(a.lea())));
        decider(a.ref(), corps).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("mineurs[1].issue"));
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isZero();
    }

    @Test
    void an_outcome_the_evaluators_did_not_propose_passes_with_a_reason_that_is_counted() throws Exception {
        Map<String, Object> corps = affaires.decision(a);
        Map<String, Object> lea = Affaires.droitCommun(a.lea());
        lea.put("issue", "CLASSEMENT");
        corps.put("mineurs", List.of(lea, Affaires.justice(a.tom())));
        decider(a.ref(), corps).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("ECART_PROPOSITION#1"))).andExpect(jsonPath("$.avertissements", hasSize(1)));
        corps.put("motifs", Map.of("ECART_PROPOSITION#1", "La famille s’est organisée."));
        decider(a.ref(), corps).andExpect(status().isOk())
                .andExpect(jsonPath("$.mineurs[0].decision.avertissements.ECART_PROPOSITION").value("La famille s’est organisée."));
        assertThat(jdbc.sql("select dimensions ->> 'avertissements' from evenement e join evenement_sujet s on s.evenement_id = e.id "
                + "where e.type = 'ip.decidee' and s.sujet_id = ?").param(a.lea()).query(String.class).single()).isEqualTo("ECART_PROPOSITION");
    }

    @Test
    void a_decision_to_come_or_before_the_report_is_refused_at_its_date() throws Exception {
        for (String jour : List.of(horloge.aujourdhui().plusDays(1).toString(), horloge.aujourdhui().minusDays(1).toString())) {
            Map<String, Object> corps = affaires.decision(a);
            corps.put("decideeLe", jour);
            decider(a.ref(), corps).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("decideeLe"));
        }
    }

    @Test
    void without_a_delegation_valid_that_day_the_decision_would_be_void_and_is_refused() throws Exception {
        UUID autre = gens.de(Role.REF, Affaires.UNITE);
        Map<String, Object> corps = affaires.decision(a);
        corps.put("signataireId", autre);
        decider(autre, corps).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("signataireId"));
        // It ended yesterday: still none.
        affaires.deleguer(autre, null, horloge.aujourdhui().minusYears(1), horloge.aujourdhui().minusDays(1));
        decider(autre, corps).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("signataireId"));
        // It ends today, and stands in for somebody absent.
        affaires.deleguer(autre, a.ref(), horloge.aujourdhui(), horloge.aujourdhui());
        decider(autre, corps).andExpect(status().isOk()).andExpect(jsonPath("$.mineurs[0].decision.interimDe").isNotEmpty());
        assertThat(jdbc.sql("select count(*) from decision_mineur where ip_id = ? and interim_de = ?").params(a.ip(), a.ref()).query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void who_does_not_decide_cannot_and_who_is_elsewhere_knows_nothing() throws Exception {
        decider(a.anne(), affaires.decision(a)).andExpect(status().isForbidden());
        UUID ailleurs = gens.de(Role.REF, "cdas-fougeres");
        decider(ailleurs, affaires.decision(a)).andExpect(status().isNotFound());
        accueil.lire(ailleurs, "/api/ip/" + a.ip() + "/decision").andExpect(status().isNotFound());
        accueil.lire(a.anne(), "/api/ip/" + a.ip() + "/decision").andExpect(status().isOk()).andExpect(jsonPath("$.peutDecider").value(false));
    }

    @Test
    void two_people_deciding_at_the_same_moment_one_passes_the_other_is_told_who() throws Exception {
        UUID second = affaires.decideur();
        Map<String, Object> un = affaires.decision(a);
        Map<String, Object> deux = affaires.decision(a);
        deux.put("signataireId", second);
        CountDownLatch ensemble = new CountDownLatch(2);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<ResultActions>> reponses = fils.invokeAll(List.of(a(ensemble, a.ref(), un), a(ensemble, second, deux)));
            List<ResultActions> rendues = List.of(reponses.get(0).get(), reponses.get(1).get());
            assertThat(rendues.stream().map(r -> r.andReturn().getResponse().getStatus())).containsExactlyInAnyOrder(200, 409);
            for (ResultActions r : rendues) {
                if (r.andReturn().getResponse().getStatus() == 409) {
                    r.andExpect(jsonPath("$.conflit.par").isNotEmpty()).andExpect(jsonPath("$.conflit.quoi").value(containsString("vient d’être enregistrée")));
                }
            }
        } finally {
            fils.shutdown();
        }
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isEqualTo(2);
        assertThat(affaires.taches(a.ip())).containsExactly("informer " + Affaires.UNITE);
    }

    private Callable<ResultActions> a(CountDownLatch ensemble, UUID qui, Map<String, Object> corps) {
        return () -> {
            ensemble.countDown();
            ensemble.await();
            return decider(qui, corps);
        };
    }

    @Test
    void a_report_sent_back_with_a_question_comes_back_answered_and_its_date_does_not_move() throws Exception {
        List<String> avant = affaires.echeances(a.ip());
        Map<String, Object> vide = Map.of("version", affaires.version(a.ip()), "question", " ");
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/precision", vide).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("question"));
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/precision", Map.of("version", affaires.version(a.ip()), "question", "Et la tante ?"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.etat").value("PRECISION_DEMANDEE"));
        assertThat(affaires.taches(a.ip())).containsExactly("preciser " + Affaires.UNITE);
        accueil.poster(a.anne(), "/api/ip/" + a.ip() + "/evaluation/precision", Map.of("version", affaires.version(a.ip()), "reponse", "Elle accueille."))
                .andExpect(status().isNoContent());
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/decision").andExpect(jsonPath("$.questions[0].reponse").value("Elle accueille."))
                .andExpect(jsonPath("$.peutDecider").value(true));
        assertThat(affaires.echeances(a.ip())).isEqualTo(avant);
    }

    @Test
    void a_minor_already_referred_during_the_evaluation_is_not_referred_twice() throws Exception {
        accueil.poster(a.anne(), "/api/ip/" + a.ip() + "/signalements", Map.of("id", UUID.randomUUID(), "mineurId", a.tom(), "transmisLe",
                horloge.maintenant().minusSeconds(60).toString(), "destinataire", "PARQUET", "critere", "DANGER_GRAVE_IMMEDIAT", "expose", "Faits."))
                .andExpect(status().is2xxSuccessful());
        decider(a.ref(), affaires.decision(a)).andExpect(status().isOk()).andExpect(jsonPath("$.mineurs[1].dejaSignale").value(true));
        assertThat(affaires.comptes(a.tom(), "signalement.transmis")).isOne();
    }

    @Test
    void a_commission_has_its_agenda_and_its_opinion_and_the_decision_stays_the_deciders() throws Exception {
        String jour = horloge.aujourdhui().toString();
        accueil.poster(a.anne(), "/api/ip/" + a.ip() + "/commission/inscription", Map.of("seanceLe", jour)).andExpect(status().isForbidden());
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/commission/inscription", Map.of("seanceLe", jour)).andExpect(status().isOk());
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/commission/inscription", Map.of("seanceLe", jour)).andExpect(status().isOk());
        JsonNode ordre = accueil.lu(a.ref(), "/api/commission/ordre-du-jour?seance=" + jour);
        assertThat(ordre.findValuesAsText("mineurId")).contains(a.lea().toString(), a.tom().toString());
        assertThat(accueil.lu(gens.de(Role.REF, "cdas-fougeres"), "/api/commission/ordre-du-jour?seance=" + jour).findValuesAsText("mineurId"))
                .doesNotContain(a.lea().toString());
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/commission/avis", Map.of("seanceLe", jour, "avis",
                List.of(Map.of("mineurId", a.lea(), "issue", "AIDE_ADMINISTRATIVE", "avis", "AEDFG.")))).andExpect(status().isOk())
                .andExpect(jsonPath("$.commissions[?(@.rendu == true)].avis").value("AEDFG.")).andExpect(jsonPath("$.etat").value("A_DECIDER"));
        assertThat(affaires.comptes(a.lea(), "ip.avis-commission")).isOne();
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/commission/avis", Map.of("seanceLe", jour, "avis", List.of()))
                .andExpect(status().isUnprocessableEntity());
    }
}
