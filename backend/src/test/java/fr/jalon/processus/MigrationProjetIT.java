package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;
import fr.jalon.projet.AtelierProjet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The watch of a projet on the real engine, and the next version of its model with a projet alive on this one and its actions under way. */
@TestIntegration
class MigrationProjetIT {

    private static final String CLE = "essai-projet";

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Processus processus;
    @Autowired
    private Migrations migrations;
    @Autowired
    private Modeles modeles;
    @Autowired
    private RepositoryService depot;
    @Autowired
    private ManagementService gestion;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void nettoyer() {
        depot.createDeploymentQuery().deploymentName(CLE).list().forEach(d -> depot.deleteDeployment(d.getId(), true));
        jdbc.sql("delete from processus_instance where cle = ?").param(CLE).update();
        jdbc.sql("delete from tache where cle = ?").param(CLE).update();
        IdentiteCourante.poser(null);
    }

    @Test
    void the_watch_follows_the_dates_of_the_projet_and_reminds_without_deciding() throws Exception {
        UUID p = atelier.projet(60);
        Sujet sujet = Sujet.projet(p);
        Date avant = minuterie(sujet).getDuedate();
        atelier.etabli(p, 10);
        assertThat(minuterie(sujet).getDuedate()).as("established: the next date is that of its revision").isAfter(avant);
        IdentiteCourante.poser(Identite.systeme("moteur"));
        gestion.executeJob(minuterie(sujet).getId());
        assertThat(atelier.ou(p)).containsExactly("A_REMETTRE", "remettre cdas-redon");
        assertThat(minuterie(sujet)).as("armed again").isNotNull();
    }

    @Test
    void a_projet_followed_with_its_actions_goes_on_under_the_next_version_and_its_watch_keeps_its_date() throws Exception {
        Sujet sujet = Sujet.projet(atelier.projet(60));
        UUID action = Ids.nouveau();
        IdentiteCourante.poser(Identite.systeme("essai"));
        deployer(modele("1.0"));
        transaction.executeWithoutResult(s -> {
            processus.annuler(sujet);
            processus.ouvrirA(sujet, CLE, "suivre", Map.of());
            processus.lancer(sujet, "action-a-faire", "faire-action", action);
        });
        Date alerte = Date.from(Instant.parse("2031-05-04T05:00:00Z"));
        gestion.setJobDuedate(minuterie(sujet).getId(), alerte);
        deployer(modele("2.0").replace("name=\"Suivre le projet\"", "name=\"Faire vivre le projet\""));
        assertThat(transaction.<Integer>execute(s -> migrations.migrer(CLE, 50))).isOne();
        assertThat(processus.etat(sujet).orElseThrow()).isEqualTo(new EtatProcessus(CLE, "2.0", List.of("suivre"), true));
        assertThat(transaction.<Set<UUID>>execute(s -> processus.enAttente(sujet, "faire-action"))).containsExactly(action);
        assertThat(minuterie(sujet).getDuedate()).isEqualTo(alerte);
        transaction.executeWithoutResult(s -> processus.terminer(sujet, "suivre", Map.of()));
        assertThat(processus.etat(sujet).orElseThrow().etapes()).containsExactly("preparer");
    }

    private String modele(String version) {
        return modeles.xml("projet-pour-enfant", "1.0").replace("<bpmn:process id=\"projet-pour-enfant\"", "<bpmn:process id=\"" + CLE + "\"")
                .replace("processRef=\"projet-pour-enfant\"", "processRef=\"" + CLE + "\"").replace("versionTag=\"1.0\"", "versionTag=\"" + version + "\"");
    }

    private void deployer(String xml) {
        depot.createDeployment().name(CLE).addString(CLE + ".bpmn", xml).deploy();
    }

    private Job minuterie(Sujet sujet) {
        String instance = jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(sujet.id()).query(String.class).single();
        return gestion.createJobQuery().processInstanceId(instance).singleResult();
    }
}
