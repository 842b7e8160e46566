package fr.jalon.modeles;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;

/** An engine in memory with the models deployed as the application deploys them, and a watch whose dates the test chooses. */
final class Moteur {

    /** Stands for the bean the models call {@code veille}. */
    public static final class VeilleFeinte {

        Date prochaine = new Date(Long.MAX_VALUE / 2_000_000);
        final List<String> rappels = new ArrayList<>();
        RuntimeException panne;

        public Date prochaine(Object execution) {
            return prochaine;
        }

        public void rappeler(Object execution) {
            if (panne != null) {
                throw panne;
            }
            rappels.add("rappel");
        }
    }

    private Moteur() {
    }

    static ProcessEngine nouveau() {
        StandaloneInMemProcessEngineConfiguration reglages = new StandaloneInMemProcessEngineConfiguration();
        reglages.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        reglages.setProcessEngineName("essai-" + UUID.randomUUID());
        reglages.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        reglages.setHistory("activity");
        reglages.setJobExecutorActivate(false);
        reglages.setCmmnEnabled(false);
        reglages.setStandaloneTasksEnabled(false);
        reglages.setEnforceHistoryTimeToLive(true);
        reglages.setDbMetricsReporterActivate(false);
        reglages.setExpressionManager(new MockExpressionManager());
        ProcessEngine moteur = reglages.buildProcessEngine();
        moteur.getRepositoryService().createDeployment().name("modeles")
                .addClasspathResource("processes/information-preoccupante.bpmn")
                .addClasspathResource("processes/mesure.bpmn")
                .addClasspathResource("processes/projet-pour-enfant.bpmn")
                .addClasspathResource("processes/autonomie.bpmn")
                .addClasspathResource("processes/voie-evaluation.dmn")
                .addClasspathResource("processes/regle-delai.dmn").deploy();
        return moteur;
    }
}
