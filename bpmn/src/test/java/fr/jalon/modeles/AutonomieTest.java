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
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
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

@DisplayName("The path of a young person toward autonomy")
class AutonomieTest {

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
    void it_opens_on_the_preparation_of_the_interview_with_its_watch_armed() {
        ProcessInstance a = ouvert();
        assertThat(a).isWaitingAtExactly("preparer-entretien", "veille-timer");
        assertThat(task(a)).hasCandidateGroup("parcours");
    }

    @Test
    void the_interview_is_held_then_its_conditions_are_notified_and_majority_is_prepared() {
        ProcessInstance a = ouvert();
        complete(task(a));
        assertThat(a).isWaitingAtExactly("tenir-entretien", "veille-timer");
        complete(task(a));
        assertThat(a).isWaitingAtExactly("notifier", "veille-timer");
        assertThat(task(a)).hasCandidateGroup("mesure");
        complete(task(a));
        assertThat(a).isWaitingAtExactly("preparer-majorite", "veille-timer");
    }

    @Test
    void a_request_is_decided_then_the_young_adult_is_supported_and_may_ask_again() {
        ProcessInstance a = a("preparer-majorite");
        complete(task(a), Map.of("issue", "DEMANDE"));
        assertThat(a).isWaitingAtExactly("decider-accompagnement", "veille-timer");
        assertThat(task(a)).hasCandidateGroup("mesure");
        complete(task(a), Map.of("issue", "ACCORD"));
        assertThat(a).isWaitingAtExactly("accompagner", "veille-timer");
        complete(task(a), Map.of("issue", "DEMANDE"));
        assertThat(a).isWaitingAtExactly("decider-accompagnement", "veille-timer");
    }

    @ParameterizedTest
    @CsvSource({"preparer-majorite,SORTIE", "decider-accompagnement,REFUS", "accompagner,SORTIE"})
    void without_support_or_at_its_end_the_exit_form_waits(String etape, String issue) {
        ProcessInstance a = a(etape);
        complete(task(a), Map.of("issue", issue));
        assertThat(a).isWaitingAtExactly("remplir-sortie", "veille-timer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preparer-entretien", "tenir-entretien", "notifier", "preparer-majorite", "decider-accompagnement", "accompagner"})
    void at_any_step_leaving_leads_to_the_exit_form(String etape) {
        ProcessInstance a = a(etape);
        message(a, "sortie", Map.of());
        assertThat(a).isWaitingAtExactly("remplir-sortie", "veille-timer");
    }

    @Test
    void the_interview_after_six_months_is_for_those_it_is_due_to_and_ends_the_path() {
        ProcessInstance a = a("remplir-sortie");
        complete(task(a), Map.of("sixMois", "OUI"));
        assertThat(a).isWaitingAtExactly("entretien-six-mois", "veille-timer");
        complete(task(a));
        assertThat(a).isEnded().hasPassed("termine");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void whoever_left_as_a_minor_is_owed_no_interview() {
        ProcessInstance a = a("remplir-sortie");
        complete(task(a), Map.of("sixMois", "NON"));
        assertThat(a).isEnded().hasPassed("sorti-mineur").hasNotPassed("entretien-six-mois");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"remplir-sortie", "entretien-six-mois"})
    void whoever_comes_back_asks_again(String etape) {
        ProcessInstance a = a(etape);
        message(a, "retour", Map.of());
        assertThat(a).isWaitingAtExactly("decider-accompagnement", "veille-timer").hasNotPassed("termine");
    }

    @Test
    void a_landmark_becomes_a_task_beside_the_step_and_holds_nothing() {
        ProcessInstance a = ouvert();
        message(a, "repere-a-faire", Map.of());
        message(a, "repere-a-faire", Map.of());
        assertThat(taches(a, "faire-repere")).isEqualTo(2);
        assertThat(taches(a, "preparer-entretien")).isOne();
        moteur.getTaskService().complete(moteur.getTaskService().createTaskQuery().processInstanceId(a.getId()).taskDefinitionKey("faire-repere")
                .listPage(0, 1).get(0).getId());
        assertThat(taches(a, "faire-repere")).isOne();
        message(a, "sortie", Map.of());
        assertThat(taches(a, "remplir-sortie")).isOne();
        assertThat(taches(a, "faire-repere")).as("a landmark outlives the step it came beside").isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"preparer-entretien", "tenir-entretien", "notifier", "preparer-majorite", "decider-accompagnement", "accompagner",
        "remplir-sortie", "entretien-six-mois"})
    void at_any_step_the_path_may_be_closed_with_its_landmarks_and_its_watch(String etape) {
        ProcessInstance a = a(etape);
        message(a, "repere-a-faire", Map.of());
        message(a, "fin-autonomie", Map.of());
        assertThat(a).isEnded().hasPassed("clos");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void an_unknown_answer_is_refused_and_the_step_still_waits() {
        ProcessInstance a = a("decider-accompagnement");
        assertThatThrownBy(() -> complete(task(a), Map.of("issue", "PEUT_ETRE"))).isInstanceOf(ProcessEngineException.class);
        assertThat(a).isWaitingAt("decider-accompagnement");
    }

    @Test
    void the_watch_reminds_and_rearms_on_the_next_birthday_without_moving_the_step() {
        Date dixSept = Date.from(Instant.parse("2026-03-12T06:00:00Z"));
        Date dixHuit = Date.from(Instant.parse("2027-03-12T06:00:00Z"));
        veille.prochaine = dixSept;
        ProcessInstance a = ouvert();
        assertThat(job(a).getDuedate()).isEqualTo(dixSept);
        veille.prochaine = dixHuit;
        execute(job(a));
        assertThat(veille.rappels).hasSize(1);
        assertThat(job(a).getDuedate()).isEqualTo(dixHuit);
        assertThat(a).isWaitingAtExactly("preparer-entretien", "veille-timer");
    }

    @Test
    void no_alert_ever_ends_or_starts_anything() {
        veille.prochaine = new Date(0);
        ProcessInstance a = ouvert();
        for (int i = 0; i < 5; i++) {
            execute(job(a));
        }
        assertThat(veille.rappels).hasSize(5);
        assertThat(a).isWaitingAtExactly("preparer-entretien", "veille-timer");
    }

    private long taches(ProcessInstance a, String etape) {
        return moteur.getTaskService().createTaskQuery().processInstanceId(a.getId()).taskDefinitionKey(etape).count();
    }

    private void message(ProcessInstance a, String nom, Map<String, Object> variables) {
        moteur.getRuntimeService().createMessageCorrelation(nom).processInstanceId(a.getId()).setVariables(variables).correlate();
    }

    private ProcessInstance ouvert() {
        return moteur.getRuntimeService().startProcessInstanceByKey("autonomie");
    }

    private ProcessInstance a(String etape) {
        return moteur.getRuntimeService().createProcessInstanceByKey("autonomie").startBeforeActivity(etape).startBeforeActivity("veille-timer").execute();
    }
}
