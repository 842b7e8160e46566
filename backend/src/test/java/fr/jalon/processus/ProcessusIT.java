package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.doThrow;

@TestIntegration
class ProcessusIT {

    @Autowired
    private Processus processus;
    @Autowired
    private Chantier chantier;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ManagementService gestion;
    @MockitoBean
    private Veille veille;

    private String unite;

    @BeforeEach
    void agir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
        when(veille.prochaineAlerte(any())).thenReturn(Optional.empty());
    }

    @AfterEach
    void partir() {
        IdentiteCourante.poser(null);
    }

    @Test
    void a_started_process_stands_at_its_first_step_with_its_task_and_its_version() {
        Sujet information = chantier.information(unite);

        EtatProcessus etat = processus.etat(information).orElseThrow();
        assertThat(etat).isEqualTo(new EtatProcessus("information-preoccupante", "1.0", List.of("premiere-analyse"), true));
        Map<String, Object> tache = jdbc.sql("select * from tache where sujet_id = ?").param(information.id()).query().singleRow();
        assertThat(tache).containsEntry("etape", "premiere-analyse").containsEntry("mission", "recueil").containsEntry("unite_id", unite)
                .containsEntry("etape_rang", 0);
    }

    @Test
    void a_qualified_information_hands_its_instance_and_its_tasks_to_the_ip() {
        Sujet information = chantier.information(unite);
        Sujet ip = chantier.qualifier(information, unite);

        assertThat(processus.etat(ip).orElseThrow().etapes()).containsExactly("confier");
        assertThat(processus.etat(information)).isEmpty();
        assertThat(jdbc.sql("select sujet_type || reference from tache where sujet_id = ?").param(ip.id()).query(String.class).single())
                .isEqualTo("IPIP-ESSAI-" + ip.id());
        assertThat(taches(information)).isEmpty();
    }

    @Test
    void when_the_act_rolls_back_neither_engine_nor_task_nor_instance_remains() {
        UUID[] id = new UUID[1];
        assertThatThrownBy(() -> transaction.executeWithoutResult(s -> {
            id[0] = chantier.information(unite).id();
            throw new IllegalStateException("l’acte échoue après le moteur");
        })).hasMessageContaining("échoue");
        assertThat(processus.etat(Sujet.information(id[0]))).isEmpty();
        assertThat(taches(Sujet.information(id[0]))).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ = ?").param(id[0].toString()).query(Long.class).single()).isZero();
    }

    @Test
    void when_the_engine_refuses_the_act_before_it_rolls_back_too() {
        Sujet information = chantier.information(unite);
        assertThatThrownBy(() -> transaction.executeWithoutResult(s -> {
            jdbc.sql("update information_entrante set etat = 'ORIENTEE' where id = ?").param(information.id()).update();
            processus.terminer(information, "premiere-analyse", Map.of("orientation", "INCONNUE"));
        })).isInstanceOf(RuntimeException.class);
        assertThat(jdbc.sql("select etat from information_entrante where id = ?").param(information.id()).query(String.class).single())
                .isEqualTo("A_ANALYSER");
        assertThat(taches(information)).containsExactly("premiere-analyse");
    }

    @Test
    void a_step_already_done_is_a_conflict_and_not_an_error() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        faire(() -> processus.terminer(ip, "evaluer", Map.of()));
        assertThatThrownBy(() -> faire(() -> processus.terminer(ip, "evaluer", Map.of()))).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> faire(() -> processus.terminer(Sujet.ip(UUID.randomUUID()), "evaluer", Map.of())))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void two_people_completing_the_same_step_at_once_one_passes_the_other_is_told() throws Exception {
        for (int essai = 0; essai < 5; essai++) {
            Sujet ip = chantier.enEvaluation(unite, unite);
            CountDownLatch ensemble = new CountDownLatch(2);
            ExecutorService fils = Executors.newFixedThreadPool(2);
            try {
                List<Future<Boolean>> issues = fils.invokeAll(List.of(() -> rendre(ip, ensemble), () -> rendre(ip, ensemble)));
                assertThat(issues.stream().filter(ProcessusIT::passe).count()).isOne();
            } finally {
                fils.shutdown();
            }
            assertThat(taches(ip)).containsExactly("decider");
        }
    }

    @Test
    void the_way_back_leaves_one_task_at_the_step_chosen_and_keeps_the_watch() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        faire(() -> processus.terminer(ip, "evaluer", Map.of()));
        faire(() -> processus.ramener(ip, "confier"));
        assertThat(processus.etat(ip).orElseThrow().etapes()).containsExactly("confier");
        assertThat(taches(ip)).containsExactly("confier");
        assertThat(minuterie(ip)).isNotNull();
    }

    @Test
    void a_file_ended_without_decision_leaves_nothing_waiting() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        faire(() -> processus.message(ip, "fin-sans-decision", Map.of()));
        assertThat(processus.etat(ip).orElseThrow().actif()).isFalse();
        assertThat(taches(ip)).isEmpty();
        assertThatThrownBy(() -> faire(() -> processus.message(ip, "fin-sans-decision", Map.of()))).isInstanceOf(Conflit.class);
    }

    @Test
    void a_closed_file_reopens_at_the_step_chosen_as_a_new_instance() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        faire(() -> processus.message(ip, "fin-sans-decision", Map.of()));
        faire(() -> processus.ouvrirA(ip, Chantier.CLE, "evaluer", Map.of()));
        assertThat(processus.etat(ip).orElseThrow()).matches(EtatProcessus::actif).matches(e -> e.a("evaluer"));
        assertThat(minuterie(ip)).isNotNull();
        assertThatThrownBy(() -> faire(() -> processus.ouvrir(ip, Chantier.CLE, Map.of()))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void cancelling_twice_is_cancelling_once() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        faire(() -> processus.annuler(ip));
        faire(() -> processus.annuler(ip));
        assertThat(processus.etat(ip).orElseThrow().actif()).isFalse();
        assertThat(taches(ip)).isEmpty();
    }

    @Test
    void the_watch_stands_on_the_next_alert_and_follows_it_when_it_moves() {
        Instant premiere = Instant.now().plus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        when(veille.prochaineAlerte(any())).thenReturn(Optional.of(premiere));
        Sujet ip = chantier.enEvaluation(unite, unite);
        assertThat(minuterie(ip).getDuedate()).isEqualTo(premiere);

        Instant avancee = premiere.minus(3, ChronoUnit.DAYS);
        when(veille.prochaineAlerte(any())).thenReturn(Optional.of(avancee));
        faire(() -> processus.replanifier(ip));
        assertThat(minuterie(ip).getDuedate()).isEqualTo(avancee);

        when(veille.prochaineAlerte(any())).thenReturn(Optional.empty());
        faire(() -> processus.replanifier(ip));
        assertThat(minuterie(ip).getDuedate()).isEqualTo(Minuterie.JAMAIS);
    }

    @Test
    void the_watch_reminds_as_the_engine_and_re_arms_on_the_alert_after() {
        when(veille.prochaineAlerte(any())).thenReturn(Optional.of(Instant.now().minusSeconds(60)));
        Sujet ip = chantier.enEvaluation(unite, unite);
        Instant suivante = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        when(veille.prochaineAlerte(any())).thenReturn(Optional.of(suivante));

        gestion.executeJob(minuterie(ip).getId());

        verify(veille, times(1)).rappeler(ip);
        assertThat(minuterie(ip).getDuedate()).isEqualTo(suivante);
        assertThat(taches(ip)).containsExactly("evaluer");
    }

    @Test
    void a_reminder_that_fails_changes_nothing_of_the_file() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        doThrow(new IllegalStateException("panne")).when(veille).rappeler(any());
        assertThatThrownBy(() -> gestion.executeJob(minuterie(ip).getId())).hasStackTraceContaining("panne");
        assertThat(minuterie(ip)).isNotNull();
        faire(() -> processus.terminer(ip, "evaluer", Map.of()));
        assertThat(taches(ip)).containsExactly("decider");
    }

    @Test
    void variables_hold_codes_only() {
        chantier.enEvaluation(unite, unite);
        assertThat(jdbc.sql("select distinct name_ from act_ru_variable").query(String.class).list())
                .isSubsetOf("sujetType", "sujetId", "uniteId", "orientation", "jeuDeVoies", "urgence", "moinsDeDeuxAns", "voieProposee",
                        "voie", "voieChoisie", "suite", "justiceAttendue");
        assertThat(jdbc.sql("select count(*) from act_ru_task where assignee_ is not null").query(Long.class).single()).isZero();
    }

    @Test
    void tables_of_decision_answer_by_name() {
        assertThat(processus.evaluer("voie-evaluation", Map.of("jeuDeVoies", "TROIS_VOIES", "urgence", true, "moinsDeDeuxAns", false)))
                .containsEntry("voie", "CINQ_JOURS").containsKey("motif");
        assertThat(processus.evaluer("voie-evaluation", Map.of("jeuDeVoies", "AUTRE", "urgence", true, "moinsDeDeuxAns", false))).isEmpty();
    }

    private Boolean rendre(Sujet ip, CountDownLatch ensemble) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> {
            ensemble.countDown();
            ensemble.await();
            faire(() -> processus.terminer(ip, "evaluer", Map.of()));
            return true;
        });
    }

    private static boolean passe(Future<Boolean> issue) {
        try {
            return issue.get();
        } catch (Exception e) {
            assertThat(e).hasCauseInstanceOf(Conflit.class);
            return false;
        }
    }

    private void faire(Runnable acte) {
        transaction.executeWithoutResult(s -> acte.run());
    }

    private List<String> taches(Sujet sujet) {
        return jdbc.sql("select etape from tache where sujet_type = ? and sujet_id = ?").params(sujet.type().name(), sujet.id())
                .query(String.class).list();
    }

    private Job minuterie(Sujet sujet) {
        String instance = jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(sujet.id())
                .query(String.class).single();
        return gestion.createJobQuery().processInstanceId(instance).singleResult();
    }
}
