package fr.jalon.modeles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The path of an information préoccupante")
class InformationPreoccupanteTest {

    private static ProcessEngine moteur;
    private final Moteur.VeilleFeinte veille = new Moteur.VeilleFeinte();

    @BeforeAll
    static void ouvrir() {
        moteur = Moteur.nouveau();
        init(moteur);
    }

    @AfterAll
    static void fermer() {
        moteur.close();
    }

    @BeforeEach
    void veiller() {
        Mocks.register("veille", veille);
    }

    @AfterEach
    void vider() {
        moteur.getRuntimeService().createProcessInstanceQuery().list()
                .forEach(i -> moteur.getRuntimeService().deleteProcessInstance(i.getId(), "fin de l’essai"));
        Mocks.reset();
    }

    @Test
    void an_information_waits_for_its_first_analysis_while_the_watch_is_armed() {
        ProcessInstance ip = recue();
        assertThat(ip).isWaitingAtExactly("premiere-analyse", "veille-timer");
        assertThat(task(ip)).hasCandidateGroup("recueil");
    }

    @ParameterizedTest
    @CsvSource({"NON_QUALIFIEE,non-qualifiee", "COMPLEMENT,jointe", "TRANSMISE_SERVICE,transmise", "TRANSMISE_JUGE,transmise"})
    void an_orientation_other_than_ip_ends_the_path_and_the_watch(String orientation, String fin) {
        ProcessInstance ip = recue();
        complete(task(ip), Map.of("orientation", orientation));
        assertThat(ip).isEnded().hasPassed(fin).hasNotPassed("proposer-voie");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void an_unknown_orientation_is_refused_and_the_step_still_waits() {
        ProcessInstance ip = recue();
        assertThatThrownBy(() -> complete(task(ip), Map.of("orientation", "AUTRE"))).isInstanceOf(ProcessEngineException.class);
        assertThat(ip).isWaitingAt("premiere-analyse");
    }

    @ParameterizedTest
    @CsvSource({"TROIS_MOIS,true,false,REDUITE", "TROIS_MOIS,false,false,TROIS_MOIS", "TROIS_VOIES,true,false,CINQ_JOURS",
            "TROIS_VOIES,false,false,DEUX_MOIS"})
    void a_qualified_information_carries_the_track_the_table_proposes(String jeu, boolean urgence, boolean bebe, String voie) {
        ProcessInstance ip = recue();
        complete(task(ip), Map.of("orientation", "IP", "jeuDeVoies", jeu, "urgence", urgence, "moinsDeDeuxAns", bebe));
        assertThat(ip).isWaitingAt("confier").variables().containsEntry("voieProposee", voie).doesNotContainKey("decisionResult");
    }

    @Test
    void the_whole_path_without_justice_ends_treated() {
        ProcessInstance ip = jusquA("informer");
        complete(task("informer", ip), Map.of("justiceAttendue", "NON"));
        assertThat(ip).isEnded().hasPassedInOrder("premiere-analyse", "proposer-voie", "confier", "designer", "evaluer", "decider",
                "informer", "traitee").hasNotPassed("suivre-justice", "preciser");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void what_justice_did_is_awaited_when_a_minor_was_referred() {
        ProcessInstance ip = jusquA("informer");
        complete(task("informer", ip), Map.of("justiceAttendue", "OUI"));
        assertThat(ip).isWaitingAtExactly("suivre-justice", "veille-timer");
        complete(task("suivre-justice", ip));
        assertThat(ip).isEnded().hasPassed("traitee");
    }

    @Test
    void a_question_goes_back_to_the_evaluators_as_often_as_needed() {
        ProcessInstance ip = jusquA("decider");
        for (int i = 0; i < 2; i++) {
            complete(task("decider", ip), Map.of("suite", "PRECISION"));
            assertThat(ip).isWaitingAtExactly("preciser", "veille-timer");
            assertThat(task("preciser", ip)).hasCandidateGroup("evaluation");
            complete(task("preciser", ip));
            assertThat(ip).isWaitingAtExactly("decider", "veille-timer");
        }
        complete(task("decider", ip), Map.of("suite", "DECIDEE"));
        assertThat(ip).isWaitingAt("informer");
    }

    @ParameterizedTest
    @CsvSource({"premiere-analyse,recueil", "confier,mandat", "designer,designation", "evaluer,evaluation", "decider,decision",
            "informer,information"})
    void each_step_waits_for_the_mission_of_its_lane(String etape, String mission) {
        ProcessInstance ip = jusquA(etape);
        assertThat(task(etape, ip)).hasCandidateGroup(mission).isNotAssigned();
    }

    @ParameterizedTest
    @ValueSource(strings = {"premiere-analyse", "confier", "designer", "evaluer", "decider", "preciser", "informer", "suivre-justice"})
    void at_any_step_the_file_may_end_without_decision(String etape) {
        ProcessInstance ip = jusquA(etape);
        moteur.getRuntimeService().createMessageCorrelation("fin-sans-decision").processInstanceId(ip.getId()).correlate();
        assertThat(ip).isEnded().hasPassed("close-sans-decision");
        assertThat(moteur.getTaskService().createTaskQuery().count()).isZero();
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confier", "designer", "evaluer", "decider", "informer", "suivre-justice"})
    void a_file_reopens_at_any_step_with_its_watch(String etape) {
        ProcessInstance ip = moteur.getRuntimeService().createProcessInstanceByKey("information-preoccupante")
                .startBeforeActivity(etape).startBeforeActivity("veille-timer").execute();
        assertThat(ip).isWaitingAtExactly(etape, "veille-timer");
    }

    @Test
    void the_watch_wakes_at_the_next_alert_reminds_and_arms_the_one_after() {
        Date premiere = Date.from(Instant.parse("2026-03-01T06:00:00Z"));
        Date seconde = Date.from(Instant.parse("2026-03-20T06:00:00Z"));
        veille.prochaine = premiere;
        ProcessInstance ip = jusquA("evaluer");
        assertThat(minuterie().getDuedate()).isEqualTo(premiere);

        veille.prochaine = seconde;
        execute(job("veille-timer", ip));

        assertThat(veille.rappels).hasSize(1);
        assertThat(ip).isWaitingAtExactly("evaluer", "veille-timer").hasPassed("rappeler");
        assertThat(minuterie().getDuedate()).isEqualTo(seconde);
        execute(job("veille-timer", ip));
        assertThat(veille.rappels).hasSize(2);
        assertThat(ip).isWaitingAt("evaluer");
    }

    @Test
    void a_reminder_never_moves_the_path() {
        ProcessInstance ip = jusquA("decider");
        for (int i = 0; i < 5; i++) {
            execute(job("veille-timer", ip));
        }
        assertThat(ip).isWaitingAtExactly("decider", "veille-timer");
    }

    @Test
    void a_watch_that_fails_is_tried_again_and_blocks_nobody() {
        ProcessInstance ip = jusquA("evaluer");
        veille.panne = new IllegalStateException("panne");
        assertThatThrownBy(() -> execute(job("veille-timer", ip))).hasMessageContaining("panne");
        assertThat(minuterie().getRetries()).isEqualTo(4);
        complete(task("evaluer", ip));
        assertThat(ip).isWaitingAt("decider");
    }

    @Test
    void there_is_one_timer_a_file_whatever_the_step() {
        for (String etape : List.of("premiere-analyse", "evaluer", "suivre-justice")) {
            ProcessInstance ip = jusquA(etape);
            assertThat(moteur.getManagementService().createJobQuery().processInstanceId(ip.getId()).count()).isOne();
        }
    }

    private Job minuterie() {
        return moteur.getManagementService().createJobQuery().singleResult();
    }

    private ProcessInstance recue() {
        return moteur.getRuntimeService().startProcessInstanceByKey("information-preoccupante",
                Map.of("sujetType", "INFORMATION", "sujetId", UUID.randomUUID().toString()));
    }

    private ProcessInstance jusquA(String etape) {
        ProcessInstance ip = recue();
        if (etape.equals("premiere-analyse")) {
            return ip;
        }
        complete(task("premiere-analyse", ip),
                Map.of("orientation", "IP", "jeuDeVoies", "TROIS_MOIS", "urgence", false, "moinsDeDeuxAns", false));
        for (String suivante : List.of("confier", "designer", "evaluer", "decider", "informer")) {
            if (suivante.equals(etape)) {
                return ip;
            }
            if (suivante.equals("decider") && etape.equals("preciser")) {
                complete(task("decider", ip), Map.of("suite", "PRECISION"));
                return ip;
            }
            complete(task(suivante, ip), Map.of("suite", "DECIDEE", "justiceAttendue", "OUI"));
        }
        return ip;
    }
}
