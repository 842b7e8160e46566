package fr.jalon.processus;

import java.util.ArrayList;
import java.util.List;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** What the engine must be for the house to hold, whatever the settings of an installation say. */
@Configuration
class MoteurConfig {

    @Bean
    ProcessEnginePlugin reglagesDuMoteur(EcouteDuMoteur ecoute) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl moteur) {
                // Reports and the drawn path come from our events: the engine keeps only what its own care needs.
                moteur.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
                moteur.setHistory(HistoryLevel.HISTORY_LEVEL_ACTIVITY.getName());
                moteur.setHistoryRemovalTimeStrategy("end");
                moteur.setEnforceHistoryTimeToLive(true);
                moteur.setHistoryCleanupBatchWindowStartTime("22:00");
                moteur.setHistoryCleanupBatchWindowEndTime("05:00");
                moteur.setCmmnEnabled(false);
                moteur.setStandaloneTasksEnabled(false);
                moteur.setTaskMetricsEnabled(false);
                moteur.setDbMetricsReporterActivate(false);
                List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> ecoutes =
                        moteur.getCustomPostBPMNParseListeners() == null ? new ArrayList<>()
                                : new ArrayList<>(moteur.getCustomPostBPMNParseListeners());
                ecoutes.add(ecoute);
                moteur.setCustomPostBPMNParseListeners(ecoutes);
            }
        };
    }

    /** The engine's own threads act as the engine: a job opens its transaction before any code of ours runs. */
    @Bean
    TaskExecutor camundaTaskExecutor(@Value("${jalon.moteur.fils:3}") int fils) {
        ThreadPoolTaskExecutor executeur = new ThreadPoolTaskExecutor();
        executeur.setThreadNamePrefix("moteur-");
        executeur.setCorePoolSize(fils);
        executeur.setMaxPoolSize(fils);
        executeur.setQueueCapacity(10);
        executeur.setTaskDecorator(travail -> () -> {
            Identite avant = IdentiteCourante.siPresente().orElse(null);
            IdentiteCourante.poser(VeilleDuMoteur.MOTEUR);
            try {
                travail.run();
            } finally {
                IdentiteCourante.poser(avant);
            }
        });
        return executeur;
    }
}
