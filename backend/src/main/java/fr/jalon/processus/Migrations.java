package fr.jalon.processus;

import java.util.List;

import fr.jalon.commun.Refus;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves running files to the next version of their model. Steps keep their place by id; the watch timer is carried over as it stands,
 * neither restarted nor asked for its date again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Migrations {

    /** A deployed version and how many files still run on it. */
    public record Version(String cle, String nom, String version, boolean derniere, long enCours) {
    }

    private final RepositoryService depot;
    private final RuntimeService execution;
    private final Instances instances;

    Migrations(RepositoryService depot, RuntimeService execution, Instances instances) {
        this.depot = depot;
        this.execution = execution;
        this.instances = instances;
    }

    /** Versions that carry files, and the latest of each model. */
    public List<Version> versions() {
        List<ProcessDefinition> dernieres = depot.createProcessDefinitionQuery().latestVersion().list();
        return depot.createProcessDefinitionQuery().orderByProcessDefinitionKey().asc().orderByProcessDefinitionVersion().desc().list().stream()
                .map(d -> new Version(d.getKey(), d.getName(), d.getVersionTag(), dernieres.stream().anyMatch(x -> x.getId().equals(d.getId())),
                        execution.createProcessInstanceQuery().processDefinitionId(d.getId()).count()))
                .filter(v -> v.derniere() || v.enCours() > 0).toList();
    }

    /**
     * Moves some of the files that run on an older version; call again until nothing is left.
     *
     * @return how many moved
     * @throws Refus when the new version has not every step at which a file stands
     */
    public int migrer(String cle, int nombre) {
        ProcessDefinition cible = depot.createProcessDefinitionQuery().processDefinitionKey(cle).latestVersion().singleResult();
        if (cible == null) {
            throw Refus.champ("cle", "Aucun modèle ne porte ce nom.");
        }
        int deplacees = 0;
        for (ProcessDefinition source : depot.createProcessDefinitionQuery().processDefinitionKey(cle).list()) {
            if (source.getId().equals(cible.getId()) || deplacees >= nombre) {
                continue;
            }
            List<String> ids = execution.createProcessInstanceQuery().processDefinitionId(source.getId()).orderByProcessInstanceId().asc()
                    .listPage(0, nombre - deplacees).stream().map(ProcessInstance::getId).toList();
            if (!ids.isEmpty()) {
                deplacer(source, cible, ids);
                ids.forEach(id -> instances.changerVersion(id, cible.getVersionTag()));
                deplacees += ids.size();
            }
        }
        return deplacees;
    }

    private void deplacer(ProcessDefinition source, ProcessDefinition cible, List<String> ids) {
        try {
            // No updateEventTriggers: the timer keeps the date the legal clock gave it.
            MigrationPlan plan = execution.createMigrationPlan(source.getId(), cible.getId()).mapEqualActivities().build();
            execution.newMigration(plan).processInstanceIds(ids).execute();
        } catch (MigrationPlanValidationException | MigratingProcessInstanceValidationException e) {
            throw Refus.global("La version " + cible.getVersionTag() + " n’a pas toutes les étapes où des dossiers se trouvent encore. "
                    + "Aucun dossier n’a été déplacé.");
        }
    }
}
