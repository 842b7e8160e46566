package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The next version of a model, with files alive on this one. The model under test has a key of its own: other tests share the engine. */
@TestIntegration
class MigrationIT {

    private static final String CLE = "essai-migration";

    @Autowired
    private Migrations migrations;
    @Autowired
    private Processus processus;
    @Autowired
    private Incidents incidents;
    @Autowired
    private Modeles modeles;
    @Autowired
    private Chantier chantier;
    @Autowired
    private RepositoryService depot;
    @Autowired
    private ManagementService gestion;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private String unite;

    @BeforeEach
    void agir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
    }

    @AfterEach
    void nettoyer() {
        depot.createDeploymentQuery().deploymentName(CLE).list().forEach(d -> depot.deleteDeployment(d.getId(), true));
        jdbc.sql("delete from processus_instance where cle = ?").param(CLE).update();
        jdbc.sql("delete from tache where cle = ?").param(CLE).update();
        IdentiteCourante.poser(null);
    }

    @Test
    void a_file_in_the_middle_of_its_evaluation_goes_on_under_the_next_version_and_its_watch_keeps_its_date() {
        deployer(modele("1.0"));
        Sujet ip = enEvaluation();
        Date alerte = Date.from(Instant.now().plus(17, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        gestion.setJobDuedate(minuterie(ip).getId(), alerte);
        String tache = tache(ip);

        deployer(modele("2.0").replace("name=\"Décider pour chaque mineur\"", "name=\"Décider, mineur par mineur\""));
        int deplacees = transaction.execute(s -> migrations.migrer(CLE, 50));

        assertThat(deplacees).isEqualTo(1);
        assertThat(processus.etat(ip).orElseThrow()).isEqualTo(new EtatProcessus(CLE, "2.0", List.of("evaluer"), true));
        assertThat(minuterie(ip).getDuedate()).as("the watch was not restarted").isEqualTo(alerte);
        assertThat(minuterie(ip).getProcessDefinitionId()).contains(":2:");
        assertThat(tache(ip)).as("the task, with who holds it, is the same").isEqualTo(tache);
        transaction.executeWithoutResult(s -> processus.terminer(ip, "evaluer", Map.of()));
        assertThat(processus.etat(ip).orElseThrow().etapes()).containsExactly("decider");
        assertThat(modeles.noms(CLE, "2.0")).containsEntry("decider", "Décider, mineur par mineur");
        assertThat(modeles.noms(CLE, "1.0")).containsEntry("decider", "Décider pour chaque mineur");
        assertThat(transaction.<Integer>execute(s -> migrations.migrer(CLE, 50))).isZero();
    }

    @Test
    void a_version_without_the_step_where_a_file_stands_moves_nothing_and_says_so() {
        deployer(modele("1.0"));
        Sujet ip = enEvaluation();
        deployer(modele("3.0").replace("\"evaluer\"", "\"evaluer-autrement\"").replace(">evaluer<", ">evaluer-autrement<"));

        assertThatThrownBy(() -> transaction.execute(s -> migrations.migrer(CLE, 50))).isInstanceOfSatisfying(Refus.class,
                r -> assertThat(r.erreurs().get(0).message()).contains("3.0"));
        assertThat(processus.etat(ip).orElseThrow().version()).isEqualTo("1.0");
    }

    @Test
    void a_watch_that_fails_is_shown_with_its_cause_without_its_words_and_takes_one_more_try() {
        Sujet ip = chantier.enEvaluation(unite, unite);
        String instance = instance(ip);
        String travail = minuterie(ip).getId();
        jdbc.sql("update act_ru_variable set text_ = 'Nom Secret' where name_ = 'sujetType' and proc_inst_id_ = ?").param(instance).update();
        try {
            assertThatThrownBy(() -> gestion.executeJob(travail)).isInstanceOf(RuntimeException.class);
            gestion.setJobRetries(travail, 0);
            Incidents.Echec echec = transaction.execute(s -> incidents.echecs()).stream().filter(e -> e.id().equals(travail)).findFirst().orElseThrow();
            assertThat(echec.bloque()).isTrue();
            assertThat(echec.sujet()).isEqualTo(ip);
            assertThat(echec.element()).isEqualTo("veille-timer");
            assertThat(echec.cause()).contains("IllegalArgumentException").doesNotContain("Secret");
        } finally {
            jdbc.sql("update act_ru_variable set text_ = 'IP' where name_ = 'sujetType' and proc_inst_id_ = ?").param(instance).update();
        }
        transaction.executeWithoutResult(s -> incidents.relancer(travail));
        gestion.executeJob(travail);
        List<Incidents.Echec> restants = transaction.execute(s -> incidents.echecs());
        assertThat(restants).noneMatch(e -> e.sujet() != null && e.sujet().equals(ip));
    }

    private String modele(String version) {
        return modeles.xml(Chantier.CLE, "1.0").replace("\"" + Chantier.CLE + "\"", "\"" + CLE + "\"")
                .replace("versionTag=\"1.0\"", "versionTag=\"" + version + "\"")
                .replace("camunda:decisionRefBinding=\"deployment\"", "camunda:decisionRefBinding=\"latest\"");
    }

    private void deployer(String xml) {
        depot.createDeployment().name(CLE).addString(CLE + ".bpmn", xml).deploy();
    }

    private Sujet enEvaluation() {
        Sujet modele = chantier.enEvaluation(unite, unite);
        UUID id = modele.id();
        // The same file under the model of the test: its first instance is put aside.
        transaction.executeWithoutResult(s -> {
            processus.annuler(modele);
            processus.ouvrirA(Sujet.ip(id), CLE, "evaluer", Map.of());
        });
        return modele;
    }

    private String instance(Sujet sujet) {
        return jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(sujet.id()).query(String.class).single();
    }

    private Job minuterie(Sujet sujet) {
        return gestion.createJobQuery().processInstanceId(instance(sujet)).singleResult();
    }

    private String tache(Sujet sujet) {
        return jdbc.sql("select id from tache where sujet_id = ? and etape = 'evaluer'").param(sujet.id()).query(String.class).single();
    }
}
