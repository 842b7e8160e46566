package fr.jalon.bancs;

import java.util.Date;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The engine alone, on a database of the same server: the same model, the same history level, none of our listeners or tables. */
final class MoteurNu implements AutoCloseable {

    /** What the model calls: an alert far away. */
    public static final class VeilleVide {

        public Date prochaine(DelegateExecution execution) {
            return new Date(System.currentTimeMillis() + 90L * 86_400_000);
        }

        public void rappeler(DelegateExecution execution) {
            // Never wakes during a benchmark.
        }
    }

    private final HikariDataSource source;
    private final ProcessEngine moteur;

    MoteurNu(String url, String utilisateur, String motDePasse) {
        source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(utilisateur);
        source.setPassword(motDePasse);
        source.setMaximumPoolSize(20);
        moteur = new Configuration(source).buildProcessEngine();
        moteur.getRepositoryService().createDeployment().addClasspathResource("processes/information-preoccupante.bpmn")
                .addClasspathResource("processes/voie-evaluation.dmn").deploy();
    }

    ProcessEngine moteur() {
        return moteur;
    }

    void demarrer() {
        moteur.getRuntimeService().startProcessInstanceByKey("information-preoccupante",
                Map.of("sujetType", "INFORMATION", "sujetId", java.util.UUID.randomUUID().toString()));
    }

    @Override
    public void close() {
        moteur.close();
        source.close();
    }

    private static final class Configuration extends StandaloneProcessEngineConfiguration {

        Configuration(DataSource source) {
            setDataSource(source);
            // Without it the engine looks for its tables in every schema, finds ours, and creates none of its own.
            setDatabaseSchema("nu");
            setDatabaseTablePrefix("nu.");
            setCmmnEnabled(false);
            setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_TRUE);
            setHistory(HISTORY_ACTIVITY);
            setJobExecutorActivate(false);
            setEnforceHistoryTimeToLive(false);
            setJdbcBatchProcessing(true);
            setProcessEngineName("nu");
            setBeans(new java.util.HashMap<>(Map.of("veille", new VeilleVide())));
        }
    }
}
