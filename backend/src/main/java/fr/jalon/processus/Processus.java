package fr.jalon.processus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import jakarta.persistence.EntityManager;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the engine for a subject. Every method runs in the caller's transaction: the act, the event, the task and the engine pass or
 * fail together. Variables are codes, ids, dates and booleans; words of a file never go in.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processus {

    static final String SUJET_TYPE = "sujetType";
    static final String SUJET_ID = "sujetId";
    /** Local to the sub-process started for one thing within the file. */
    static final String OBJET_ID = "objetId";

    private final RuntimeService execution;
    private final TaskService taches;
    private final DecisionService decisions;
    private final Instances instances;
    private final Minuterie minuterie;
    private final ObjectProvider<EcouteTaches> ecoutes;
    private final EntityManager entites;

    Processus(RuntimeService execution, TaskService taches, DecisionService decisions, Instances instances, Minuterie minuterie,
            ObjectProvider<EcouteTaches> ecoutes, EntityManager entites) {
        this.execution = execution;
        this.taches = taches;
        this.decisions = decisions;
        this.instances = instances;
        this.minuterie = minuterie;
        this.ecoutes = ecoutes;
        this.entites = entites;
    }

    /** Starts the latest version of a model for a subject that has none running. */
    public void ouvrir(Sujet sujet, String cle, Map<String, ?> variables) {
        demarrer(sujet, cle, variables, null);
    }

    /** The same at a given step: a file that comes back, or one brought in from elsewhere. The watch is armed too. */
    public void ouvrirA(Sujet sujet, String cle, String etape, Map<String, ?> variables) {
        demarrer(sujet, cle, variables, etape);
    }

    /** The running instance of {@code ancien} carries {@code nouveau} from now on, with its open tasks and its watch. */
    public void rattacher(Sujet ancien, Sujet nouveau) {
        Instances.Instance instance = exiger(ancien);
        execution.setVariables(instance.id(), Map.of(SUJET_TYPE, nouveau.type().name(), SUJET_ID, nouveau.id().toString()));
        ecrireLesEntites();
        instances.rattacher(instance.id(), nouveau);
        ecoutes.forEach(e -> e.rattachees(ancien, nouveau));
    }

    /**
     * Completes a step.
     *
     * @throws Conflit when the step no longer waits: somebody did it, or the path left it
     */
    public void terminer(Sujet sujet, String etape, Map<String, ?> variables) {
        Instances.Instance instance = exiger(sujet);
        gardant(() -> {
            Task tache = taches.createTaskQuery().processInstanceId(instance.id()).taskDefinitionKey(etape).singleResult();
            if (tache == null) {
                throw dejaFait();
            }
            taches.complete(tache.getId(), new LinkedHashMap<>(variables));
            return null;
        });
    }

    /**
     * Starts, beside the path, the task of one thing within the file (an action, a « repère »); nothing happens when it waits already.
     *
     * @param message the one that starts a non-interrupting event sub-process of the model
     * @param etape the task of that sub-process
     */
    public void lancer(Sujet sujet, String message, String etape, UUID objet) {
        Instances.Instance instance = exiger(sujet);
        gardant(() -> {
            if (tache(instance, etape, objet).isEmpty()) {
                execution.createMessageCorrelation(message).processInstanceId(instance.id())
                        .setVariableToTriggeredScope(OBJET_ID, objet.toString()).correlate();
            }
            return null;
        });
    }

    /**
     * Completes the task of one thing within the file.
     *
     * @throws Conflit when it no longer waits
     */
    public void terminer(Sujet sujet, String etape, UUID objet) {
        Instances.Instance instance = exiger(sujet);
        gardant(() -> {
            taches.complete(tache(instance, etape, objet).orElseThrow(Processus::dejaFait).getId());
            return null;
        });
    }

    /** Withdraws the task of one thing within the file without its being done. Nothing happens when it does not wait. */
    public void retirer(Sujet sujet, String etape, UUID objet) {
        instances.active(sujet).ifPresent(instance -> gardant(() -> {
            tache(instance, etape, objet).ifPresent(t -> execution.createProcessInstanceModification(instance.id())
                    .cancelActivityInstance(noeud(execution.getActivityInstance(instance.id()), t)).execute());
            return null;
        }));
    }

    /** Things within the file whose task of this step waits. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<UUID> enAttente(Sujet sujet, String etape) {
        return instances.active(sujet).map(i -> taches.createTaskQuery().processInstanceId(i.id()).taskDefinitionKey(etape).list().stream()
                .map(this::objet).filter(Objects::nonNull).collect(Collectors.toSet())).orElse(Set.of());
    }

    /** Brings the path back (or forward) to one step: whatever waits is cancelled, the watch stays. */
    public void ramener(Sujet sujet, String etape) {
        Instances.Instance instance = exiger(sujet);
        gardant(() -> {
            ProcessInstanceModificationBuilder deplacement = execution.createProcessInstanceModification(instance.id());
            etapes(instance.id()).stream().distinct().forEach(deplacement::cancelAllForActivity);
            deplacement.startBeforeActivity(etape).execute();
            return null;
        });
    }

    /** Sends a message of the model, such as {@code fin-sans-decision}. */
    public void message(Sujet sujet, String nom, Map<String, ?> variables) {
        Instances.Instance instance = exiger(sujet);
        gardant(() -> {
            execution.createMessageCorrelation(nom).processInstanceId(instance.id()).setVariables(new LinkedHashMap<>(variables))
                    .correlate();
            return null;
        });
    }

    /** Puts an end to the instance without any of its ends being reached. Nothing happens when none runs. */
    public void annuler(Sujet sujet) {
        instances.active(sujet).ifPresent(instance -> gardant(() -> {
            execution.deleteProcessInstance(instance.id(), "annulation");
            instances.finir(instance.id());
            return null;
        }));
    }

    /** Moves the watch timer to the next alert the legal clock computes now. Nothing happens when no instance runs. */
    public void replanifier(Sujet sujet) {
        instances.active(sujet).ifPresent(instance -> minuterie.replanifier(instance.id(), sujet));
    }

    /** Sets variables a later gateway will read. */
    public void poser(Sujet sujet, Map<String, ?> variables) {
        execution.setVariables(exiger(sujet).id(), variables);
    }

    /** Where the subject stands; empty when no process ever carried it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<EtatProcessus> etat(Sujet sujet) {
        return instances.derniere(sujet).map(i -> new EtatProcessus(i.cle(), i.version(), i.actif() ? etapes(i.id()) : List.of(),
                i.actif()));
    }

    /** Among these subjects, those an instance runs for: the others have no watch. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<Sujet> actifs(Collection<Sujet> sujets) {
        return instances.actives(sujets);
    }

    /**
     * Evaluates a decision table with one answer.
     *
     * @return the outputs by name; empty when no line of the table holds
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, Object> evaluer(String decision, Map<String, ?> variables) {
        DmnDecisionTableResult resultat = decisions.evaluateDecisionTableByKey(decision, new LinkedHashMap<>(variables));
        DmnDecisionRuleResult ligne = resultat.getSingleResult();
        return ligne == null ? Map.of() : ligne.getEntryMap();
    }

    private void demarrer(Sujet sujet, String cle, Map<String, ?> variables, String etape) {
        ecrireLesEntites();
        Map<String, Object> toutes = new LinkedHashMap<>(variables);
        toutes.put(SUJET_TYPE, sujet.type().name());
        toutes.put(SUJET_ID, sujet.id().toString());
        ProcessInstantiationBuilder demarrage = execution.createProcessInstanceByKey(cle).setVariables(toutes);
        if (etape != null) {
            demarrage.startBeforeActivity(etape).startBeforeActivity(Minuterie.ELEMENT);
        }
        ProcessInstance instance = demarrage.execute();
        instances.ouvrir(sujet, cle, instance.getId(), instance.getProcessDefinitionId());
    }

    /** Steps of the path that wait; what waits beside it, for one thing within the file, is left out. */
    private List<String> etapes(String instanceId) {
        return taches.createTaskQuery().processInstanceId(instanceId).list().stream().filter(t -> objet(t) == null)
                .map(Task::getTaskDefinitionKey).toList();
    }

    private Optional<Task> tache(Instances.Instance instance, String etape, UUID objet) {
        return taches.createTaskQuery().processInstanceId(instance.id()).taskDefinitionKey(etape).list().stream()
                .filter(t -> objet.equals(objet(t))).findFirst();
    }

    private UUID objet(Task tache) {
        Object objet = execution.getVariableLocal(tache.getExecutionId(), OBJET_ID);
        return objet == null ? null : UUID.fromString((String) objet);
    }

    /** The activity instance of a task, which the engine tells by its tree alone. */
    private static String noeud(ActivityInstance branche, Task tache) {
        return noeuds(branche).filter(n -> n.getActivityId().equals(tache.getTaskDefinitionKey())
                && List.of(n.getExecutionIds()).contains(tache.getExecutionId())).findFirst().orElseThrow(Processus::dejaFait).getId();
    }

    private static Stream<ActivityInstance> noeuds(ActivityInstance branche) {
        return Stream.concat(Stream.of(branche), Stream.of(branche.getChildActivityInstances()).flatMap(Processus::noeuds));
    }

    private Instances.Instance exiger(Sujet sujet) {
        Optional<Instances.Instance> active = instances.pourAgir(sujet);
        if (active.isEmpty() && instances.derniere(sujet).isPresent()) {
            throw dejaFait();
        }
        return active.orElseThrow(Introuvable::new);
    }

    /** What the engine says when two acts meet is a conflict told in French, never an error of the server. */
    private <T> T gardant(Supplier<T> acte) {
        ecrireLesEntites();
        try {
            return acte.get();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException | NullValueException e) {
            throw dejaFait();
        }
    }

    /** Those the engine calls back read by SQL: what the aggregate decided must be in the database before the engine moves. */
    private void ecrireLesEntites() {
        entites.flush();
    }

    private static Conflit dejaFait() {
        return new Conflit(null, null, "Cette étape vient d’être faite ou n’attend plus personne. Rouvrez le dossier pour voir où il en est.");
    }
}
