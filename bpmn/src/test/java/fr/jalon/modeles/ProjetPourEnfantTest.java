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

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The path of a projet pour l’enfant")
class ProjetPourEnfantTest {

    private static final List<String> ETAPES = List.of("preparer", "rencontrer", "rediger", "etablir", "remettre", "suivre");

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
    void it_starts_by_being_prepared_while_the_watch_is_armed() {
        ProcessInstance p = ouvert();
        assertThat(p).isWaitingAtExactly("preparer", "veille-timer");
        assertThat(task(p)).hasCandidateGroup("parcours");
    }

    @Test
    void it_goes_from_the_meeting_to_the_hand_over_each_step_with_its_mission() {
        ProcessInstance p = ouvert();
        for (String etape : List.of("preparer", "rencontrer", "rediger")) {
            assertThat(p).isWaitingAtExactly(etape, "veille-timer");
            assertThat(task(p)).hasCandidateGroup("parcours");
            complete(task(p));
        }
        assertThat(p).isWaitingAtExactly("etablir", "veille-timer");
        assertThat(task(p)).hasCandidateGroup("mesure");
        complete(task(p), Map.of("etabli", "OUI"));
        assertThat(p).isWaitingAtExactly("remettre", "veille-timer");
        assertThat(task(p)).hasCandidateGroup("parcours");
        complete(task(p));
        assertThat(p).isWaitingAtExactly("suivre", "veille-timer");
        assertThat(task(p)).hasCandidateGroup("parcours");
    }

    @Test
    void what_is_not_ready_to_be_established_goes_back_to_writing() {
        ProcessInstance p = a("etablir");
        complete(task(p), Map.of("etabli", "RETOUR"));
        assertThat(p).isWaitingAtExactly("rediger", "veille-timer");
    }

    @Test
    void an_unknown_answer_is_refused_and_the_step_still_waits() {
        ProcessInstance p = a("etablir");
        assertThatThrownBy(() -> complete(task(p), Map.of("etabli", "PEUT_ETRE"))).isInstanceOf(ProcessEngineException.class);
        assertThat(p).isWaitingAt("etablir");
    }

    @Test
    void a_revision_prepares_it_again_and_as_often_as_needed() {
        ProcessInstance p = a("suivre");
        complete(task(p));
        assertThat(p).isWaitingAtExactly("preparer", "veille-timer");
        complete(task(p));
        complete(task(p));
        complete(task(p));
        complete(task(p), Map.of("etabli", "OUI"));
        complete(task(p));
        assertThat(p).isWaitingAtExactly("suivre", "veille-timer");
    }

    @ParameterizedTest
    @CsvSource({"preparer,ANNULE,annule", "rencontrer,CLOS,clos", "rediger,CLOS,clos", "etablir,ANNULE,annule", "remettre,CLOS,clos", "suivre,CLOS,clos"})
    void at_any_step_it_ends_with_the_measures_and_how_it_ended_is_drawn(String etape, String fin, String element) {
        ProcessInstance p = a(etape);
        lancer(p, "action-1");
        moteur.getRuntimeService().createMessageCorrelation("fin-projet").processInstanceId(p.getId()).setVariables(Map.of("fin", fin)).correlate();
        assertThat(p).isEnded().hasPassed(element);
        assertThat(moteur.getTaskService().createTaskQuery().count()).as("its actions end with it").isZero();
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void actions_become_tasks_beside_the_path_and_each_is_done_on_its_own() {
        ProcessInstance p = a("suivre");
        lancer(p, "action-1");
        lancer(p, "action-2");
        List<Task> actions = moteur.getTaskService().createTaskQuery().processInstanceId(p.getId()).taskDefinitionKey("faire-action").list();
        assertThat(actions).hasSize(2).extracting(t -> moteur.getTaskService().getVariable(t.getId(), "objetId")).containsExactlyInAnyOrder("action-1", "action-2");
        assertThat(actions.get(0)).hasCandidateGroup("parcours");
        moteur.getTaskService().complete(actions.get(0).getId());
        assertThat(moteur.getTaskService().createTaskQuery().taskDefinitionKey("faire-action").count()).isOne();
        assertThat(moteur.getTaskService().createTaskQuery().taskDefinitionKey("suivre").count()).isOne();
        moteur.getTaskService().complete(actions.get(1).getId());
        assertThat(p).isWaitingAtExactly("suivre", "veille-timer");
    }

    @Test
    void actions_go_on_while_a_revision_is_prepared() {
        ProcessInstance p = a("suivre");
        lancer(p, "action-1");
        moteur.getTaskService().complete(moteur.getTaskService().createTaskQuery().taskDefinitionKey("suivre").singleResult().getId());
        assertThat(moteur.getTaskService().createTaskQuery().list()).extracting(Task::getTaskDefinitionKey).containsExactlyInAnyOrder("preparer", "faire-action");
    }

    @Test
    void the_watch_reminds_and_rearms_on_the_next_alert_without_moving_the_step() {
        Date premiere = Date.from(Instant.parse("2026-03-01T06:00:00Z"));
        Date seconde = Date.from(Instant.parse("2026-04-01T06:00:00Z"));
        veille.prochaine = premiere;
        ProcessInstance p = ouvert();
        assertThat(job(p).getDuedate()).isEqualTo(premiere);
        veille.prochaine = seconde;
        execute(job(p));
        assertThat(veille.rappels).hasSize(1);
        assertThat(job(p).getDuedate()).isEqualTo(seconde);
        assertThat(p).isWaitingAtExactly("preparer", "veille-timer");
    }

    @Test
    void no_alert_ever_establishes_or_ends_anything() {
        veille.prochaine = new Date(0);
        for (String etape : ETAPES) {
            ProcessInstance p = a(etape);
            for (int i = 0; i < 3; i++) {
                execute(job(p));
            }
            assertThat(p).isWaitingAtExactly(etape, "veille-timer");
        }
    }

    private static void lancer(ProcessInstance p, String objet) {
        moteur.getRuntimeService().createMessageCorrelation("action-a-faire").processInstanceId(p.getId()).setVariableToTriggeredScope("objetId", objet)
                .correlate();
    }

    private ProcessInstance ouvert() {
        return moteur.getRuntimeService().startProcessInstanceByKey("projet-pour-enfant");
    }

    private ProcessInstance a(String etape) {
        return moteur.getRuntimeService().createProcessInstanceByKey("projet-pour-enfant").startBeforeActivity(etape)
                .startBeforeActivity("veille-timer").execute();
    }
}
