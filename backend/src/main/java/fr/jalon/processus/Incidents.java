package fr.jalon.processus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Background work of the engine that failed: what, where, since when, and one more try. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Incidents {

    /**
     * A piece of work that failed.
     *
     * @param sujet what the instance carries; null when the house does not know it
     * @param cause type of the error and first line of our code it went through: never its message, which may repeat what was typed
     * @param bloque no try is left: nothing happens any more until somebody asks for one
     */
    public record Echec(String id, Sujet sujet, String cle, String version, String element, Instant depuis, Instant prochainEssai,
            int essaisRestants, String cause, boolean bloque) {
    }

    private static final int MONTRES = 200;
    private static final int ESSAIS = 3;
    private static final Pattern TYPE = Pattern.compile("^([\\w.$]+)");
    private static final Pattern CHEZ_NOUS = Pattern.compile("at (fr\\.jalon\\.[\\w.$]+\\([\\w.]+:\\d+\\))");

    private final ManagementService gestion;
    private final RepositoryService depot;
    private final Instances instances;

    Incidents(ManagementService gestion, RepositoryService depot, Instances instances) {
        this.gestion = gestion;
        this.depot = depot;
        this.instances = instances;
    }

    /** The most hopeless first, then the oldest. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Echec> echecs() {
        return gestion.createJobQuery().withException().orderByJobRetries().asc().orderByJobDuedate().asc().listPage(0, MONTRES).stream()
                .map(this::echec).toList();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public long nombre() {
        return gestion.createJobQuery().withException().count();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public long bloques() {
        return gestion.createJobQuery().withException().noRetriesLeft().count();
    }

    /**
     * Gives the work its tries back: the engine takes it up within seconds.
     *
     * @return what the instance carries, for the journal
     * @throws Introuvable when it is no longer there: it passed meanwhile
     */
    public Optional<Sujet> relancer(String id) {
        Job travail = gestion.createJobQuery().jobId(id).withException().singleResult();
        if (travail == null) {
            throw new Introuvable();
        }
        gestion.setJobRetries(id, ESSAIS);
        return sujet(travail);
    }

    private Echec echec(Job j) {
        String version = j.getProcessDefinitionId() == null ? null : depot.getProcessDefinition(j.getProcessDefinitionId()).getVersionTag();
        return new Echec(j.getId(), sujet(j).orElse(null), j.getProcessDefinitionKey(), version,
                j.getJobDefinitionId() == null ? null
                        : gestion.createJobDefinitionQuery().jobDefinitionId(j.getJobDefinitionId()).singleResult().getActivityId(),
                j.getCreateTime() == null ? null : j.getCreateTime().toInstant(), j.getDuedate() == null ? null : j.getDuedate().toInstant(),
                j.getRetries(), cause(gestion.getJobExceptionStacktrace(j.getId())), j.getRetries() == 0);
    }

    private Optional<Sujet> sujet(Job j) {
        return j.getProcessInstanceId() == null ? Optional.empty() : instances.deId(j.getProcessInstanceId()).map(Instances.Instance::sujet);
    }

    static String cause(String trace) {
        if (trace == null) {
            return "inconnue";
        }
        int racine = trace.lastIndexOf("Caused by: ");
        String derniere = racine < 0 ? trace : trace.substring(racine + "Caused by: ".length());
        Matcher type = TYPE.matcher(derniere);
        String nom = type.find() ? type.group(1).substring(type.group(1).lastIndexOf('.') + 1) : "inconnue";
        Matcher ligne = CHEZ_NOUS.matcher(trace);
        return ligne.find() ? nom + " à " + ligne.group(1) : nom;
    }
}
