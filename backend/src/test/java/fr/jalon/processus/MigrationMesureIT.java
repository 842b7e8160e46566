package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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

/** The watch of a measure on the real engine, and the next version of its model with a measure alive on this one. */
@TestIntegration
class MigrationMesureIT {

    private static final String CLE = "essai-mesure";

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
    void the_watch_follows_the_term_of_the_measure_and_reminds_without_deciding() throws Exception {
        UUID ref = atelier.ref();
        Map<String, Object> d = atelier.judiciaire(300, atelier.enfant());
        d.put("terme", atelier.ilYA(-40));
        UUID m = atelier.ouvrir(ref, d).get(0);
        Sujet sujet = Sujet.mesure(m);
        Date avant = minuterie(sujet).getDuedate();
        atelier.fait(ref, m, "renouvellement", "le", atelier.ilYA(1), "autorite", "JUGE_ENFANTS", "terme", atelier.ilYA(-400));
        assertThat(minuterie(sujet).getDuedate()).as("a later term is watched later").isAfter(avant);
        IdentiteCourante.poser(Identite.systeme("moteur"));
        gestion.executeJob(minuterie(sujet).getId());
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "affecter cdas-redon");
        assertThat(minuterie(sujet)).as("armed again").isNotNull();
    }

    @Test
    void a_measure_in_the_middle_of_its_exercise_goes_on_under_the_next_version_and_its_watch_keeps_its_date() throws Exception {
        UUID ref = atelier.ref();
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("serviceId", Atelier.SERVICE);
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(80));
        Sujet sujet = Sujet.mesure(m);
        IdentiteCourante.poser(Identite.systeme("essai"));
        deployer(modele("1.0"));
        transaction.executeWithoutResult(s -> {
            processus.annuler(sujet);
            processus.ouvrirA(sujet, CLE, "exercer", Map.of());
        });
        Date alerte = Date.from(Instant.parse("2031-05-04T05:00:00Z"));
        gestion.setJobDuedate(minuterie(sujet).getId(), alerte);

        deployer(modele("2.0").replace("name=\"Décider de la suite\"", "name=\"Décider ce qui suit\""));
        assertThat(transaction.<Integer>execute(s -> migrations.migrer(CLE, 50))).isOne();

        assertThat(processus.etat(sujet).orElseThrow()).isEqualTo(new EtatProcessus(CLE, "2.0", List.of("exercer"), true));
        assertThat(minuterie(sujet).getDuedate()).isEqualTo(alerte);
        transaction.executeWithoutResult(s -> processus.terminer(sujet, "exercer", Map.of("issue", "SUITE")));
        assertThat(processus.etat(sujet).orElseThrow().etapes()).containsExactly("decider-suite");
        assertThat(jdbc.sql("select terme from mesure where id = ?").param(m).query(LocalDate.class).single()).isNotNull();
    }

    private String modele(String version) {
        return modeles.xml("mesure", "1.0").replace("<bpmn:process id=\"mesure\"", "<bpmn:process id=\"" + CLE + "\"")
                .replace("processRef=\"mesure\"", "processRef=\"" + CLE + "\"").replace("versionTag=\"1.0\"", "versionTag=\"" + version + "\"");
    }

    private void deployer(String xml) {
        depot.createDeployment().name(CLE).addString(CLE + ".bpmn", xml).deploy();
    }

    private Job minuterie(Sujet sujet) {
        String instance = jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(sujet.id()).query(String.class).single();
        return gestion.createJobQuery().processInstanceId(instance).singleResult();
    }
}
