package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The next version of the model with a young person alive on this one: step, watch and landmark keep their place. */
@TestIntegration
class MigrationAutonomieIT {

    private static final String CLE = "essai-autonomie";

    @Autowired
    private Atelier atelier;
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
    void a_path_in_the_middle_goes_on_under_the_next_version_with_its_watch_and_its_landmark() throws Exception {
        UUID ref = atelier.ref();
        UUID enfant = atelier.enfant(atelier.ilYA(0).minusYears(16).minusMonths(2));
        Map<String, Object> d = atelier.placement(400, enfant);
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(390));
        Sujet sujet = Sujet.autonomie(jdbc.sql("select id from autonomie where enfant_id = ?").param(enfant).query(UUID.class).single());
        UUID repere = UUID.randomUUID();
        IdentiteCourante.poser(Identite.systeme("essai"));
        deployer(modele("1.0"));
        transaction.executeWithoutResult(s -> {
            processus.annuler(sujet);
            processus.ouvrirA(sujet, CLE, "tenir-entretien", Map.of());
            processus.lancer(sujet, "repere-a-faire", "faire-repere", repere);
        });
        Date alerte = Date.from(Instant.parse("2031-05-04T05:00:00Z"));
        gestion.setJobDuedate(minuterie(sujet).getId(), alerte);

        deployer(modele("2.0").replace("name=\"Préparer la majorité\"", "name=\"Préparer ses dix-huit ans\""));
        assertThat(transaction.<Integer>execute(s -> migrations.migrer(CLE, 50))).isOne();

        assertThat(processus.etat(sujet).orElseThrow().version()).isEqualTo("2.0");
        assertThat(minuterie(sujet).getDuedate()).isEqualTo(alerte);
        assertThat(transaction.<java.util.Set<UUID>>execute(s -> processus.enAttente(sujet, "faire-repere"))).containsExactly(repere);
        transaction.executeWithoutResult(s -> {
            processus.terminer(sujet, "tenir-entretien", Map.of());
            processus.terminer(sujet, "faire-repere", repere);
        });
        assertThat(processus.etat(sujet).orElseThrow().etapes()).isEqualTo(List.of("notifier"));
        transaction.executeWithoutResult(s -> processus.message(sujet, "sortie", Map.of()));
        assertThat(processus.etat(sujet).orElseThrow().etapes()).isEqualTo(List.of("remplir-sortie"));
    }

    private String modele(String version) {
        return modeles.xml("autonomie", "1.0").replace("<bpmn:process id=\"autonomie\"", "<bpmn:process id=\"" + CLE + "\"")
                .replace("processRef=\"autonomie\"", "processRef=\"" + CLE + "\"").replace("versionTag=\"1.0\"", "versionTag=\"" + version + "\"");
    }

    private void deployer(String xml) {
        depot.createDeployment().name(CLE).addString(CLE + ".bpmn", xml).deploy();
    }

    private Job minuterie(Sujet sujet) {
        String instance = jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(sujet.id()).query(String.class).single();
        return gestion.createJobQuery().processInstanceId(instance).singleResult();
    }
}
