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

@DisplayName("The path of a measure")
class MesureTest {

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
    void an_administrative_measure_waits_for_the_agreement_while_the_watch_is_armed() {
        ProcessInstance m = decidee("OUI", "SERVICE");
        assertThat(m).isWaitingAtExactly("recueillir-accord", "veille-timer");
        assertThat(task(m)).hasCandidateGroup("mesure");
    }

    @ParameterizedTest
    @CsvSource({"SERVICE,affecter,mesure", "UNITE,demarrer,exercice", "AFFECTE,demarrer,exercice"})
    void once_agreed_or_ordered_it_goes_to_whoever_is_to_exercise_it(String exercice, String etape, String mission) {
        ProcessInstance ordonnee = decidee("NON", exercice);
        assertThat(ordonnee).isWaitingAtExactly(etape, "veille-timer").hasNotPassed("recueillir-accord");
        assertThat(task(ordonnee)).hasCandidateGroup(mission);
        ProcessInstance accordee = decidee("OUI", exercice);
        complete(task(accordee), Map.of("accord", "DONNE"));
        assertThat(accordee).isWaitingAtExactly(etape, "veille-timer");
    }

    @Test
    void a_refused_agreement_ends_the_path_and_the_watch() {
        ProcessInstance m = decidee("OUI", "SERVICE");
        complete(task(m), Map.of("accord", "REFUSE"));
        assertThat(m).isEnded().hasPassed("refusee").hasNotPassed("affecter");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void an_unknown_answer_is_refused_and_the_step_still_waits() {
        ProcessInstance m = decidee("OUI", "SERVICE");
        assertThatThrownBy(() -> complete(task(m), Map.of("accord", "PEUT_ETRE"))).isInstanceOf(ProcessEngineException.class);
        assertThat(m).isWaitingAt("recueillir-accord");
    }

    @Test
    void an_assignment_taken_back_before_the_start_waits_for_a_service_again() {
        ProcessInstance m = decidee("NON", "SERVICE");
        complete(task(m));
        complete(task(m), Map.of("issue", "RETOUR"));
        assertThat(m).isWaitingAtExactly("affecter", "veille-timer");
    }

    @Test
    void the_exercise_goes_on_until_its_term_is_evaluated_and_again_after_a_renewal() {
        ProcessInstance m = exercee();
        assertThat(task(m)).hasCandidateGroup("parcours");
        complete(task(m), Map.of("issue", "SUITE"));
        assertThat(m).isWaitingAtExactly("decider-suite", "veille-timer");
        assertThat(task(m)).hasCandidateGroup("mesure");
        complete(task(m), Map.of("suite", "POURSUIVRE"));
        assertThat(m).isWaitingAtExactly("exercer", "veille-timer");
    }

    @Test
    void another_service_is_found_from_the_exercise_or_from_what_is_decided_at_the_term() {
        ProcessInstance m = exercee();
        complete(task(m), Map.of("issue", "RETOUR"));
        assertThat(m).isWaitingAtExactly("affecter", "veille-timer");
        complete(task(m));
        complete(task(m), Map.of("issue", "DEMARREE"));
        complete(task(m), Map.of("issue", "SUITE"));
        complete(task(m), Map.of("suite", "AFFECTER"));
        assertThat(m).isWaitingAtExactly("affecter", "veille-timer");
    }

    @Test
    void an_end_decided_at_the_term_ends_the_path_and_the_watch() {
        ProcessInstance m = exercee();
        complete(task(m), Map.of("issue", "SUITE"));
        complete(task(m), Map.of("suite", "FIN"));
        assertThat(m).isEnded().hasPassed("terminee");
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"recueillir-accord,TERMINEE,finie", "affecter,CADUQUE,caduque", "demarrer,ANNULEE,annulee", "exercer,TRANSFEREE,transferee",
            "decider-suite,TERMINEE,finie"})
    void at_any_step_somebody_may_end_it_and_how_it_ended_is_drawn(String etape, String fin, String element) {
        ProcessInstance m = moteur.getRuntimeService().createProcessInstanceByKey("mesure").setVariables(Map.of("exercice", "SERVICE"))
                .startBeforeActivity(etape).startBeforeActivity("veille-timer").execute();
        moteur.getRuntimeService().createMessageCorrelation("fin-mesure").processInstanceId(m.getId()).setVariables(Map.of("fin", fin)).correlate();
        assertThat(m).isEnded().hasPassed(element);
        assertThat(moteur.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void the_watch_reminds_and_rearms_on_the_next_alert_without_moving_the_step() {
        Date premiere = Date.from(Instant.parse("2026-03-01T06:00:00Z"));
        Date seconde = Date.from(Instant.parse("2026-04-01T06:00:00Z"));
        veille.prochaine = premiere;
        ProcessInstance m = decidee("NON", "SERVICE");
        assertThat(job(m).getDuedate()).isEqualTo(premiere);
        veille.prochaine = seconde;
        execute(job(m));
        assertThat(veille.rappels).hasSize(1);
        assertThat(job(m).getDuedate()).isEqualTo(seconde);
        assertThat(m).isWaitingAtExactly("affecter", "veille-timer");
    }

    @Test
    void no_alert_ever_ends_or_starts_anything() {
        veille.prochaine = new Date(0);
        ProcessInstance m = decidee("OUI", "SERVICE");
        for (int i = 0; i < 5; i++) {
            execute(job(m));
        }
        assertThat(veille.rappels).hasSize(5);
        assertThat(m).isWaitingAtExactly("recueillir-accord", "veille-timer");
    }

    private ProcessInstance decidee(String accordAttendu, String exercice) {
        return moteur.getRuntimeService().startProcessInstanceByKey("mesure", Map.of("accordAttendu", accordAttendu, "exercice", exercice));
    }

    private ProcessInstance exercee() {
        ProcessInstance m = decidee("NON", "UNITE");
        complete(task(m), Map.of("issue", "DEMARREE"));
        assertThat(m).isWaitingAtExactly("exercer", "veille-timer");
        return m;
    }
}
