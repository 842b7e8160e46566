package fr.jalon.processus;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hangs our ears on every user task and every end of process while the engine reads a model. They are built-in listeners: a way back
 * that skips the listeners of the model does not skip them.
 */
@Component
class EcouteDuMoteur extends AbstractBpmnParseListener {

    /** Asked once at the first task, because the engine is built before those who listen, who themselves need the engine. */
    private final Supplier<List<EcouteTaches>> ecoutes;
    private final Supplier<Instances> instances;

    EcouteDuMoteur(ObjectProvider<EcouteTaches> ecoutes, ObjectProvider<Instances> instances) {
        this.ecoutes = SingletonSupplier.of(() -> ecoutes.stream().toList());
        this.instances = SingletonSupplier.of(instances::getObject);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl portee, ActivityImpl activite) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activite.getActivityBehavior()).getTaskDefinition();
        List<String> missions = definition.getCandidateGroupIdExpressions().stream().map(e -> e.getExpressionText()).toList();
        if (missions.size() != 1) {
            throw new IllegalStateException("L’étape " + activite.getId() + " doit nommer une mission et une seule");
        }
        String mission = missions.get(0);
        boolean aPart = portee instanceof ActivityImpl englobante && englobante.isTriggeredByEvent();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> creee(t, mission, aPart));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> finie(t, true));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, t -> finie(t, false));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::processusFini);
    }

    /** @param aPart the task stands beside the path, in a sub-process started for one thing within the file */
    private void creee(DelegateTask t, String mission, boolean aPart) {
        DelegateExecution execution = t.getExecution();
        TacheMoteur tache = new TacheMoteur(t.getId(), VeilleDuMoteur.sujet(execution),
                ((ProcessDefinitionEntity) ((org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity) execution)
                        .getProcessDefinition()).getKey(),
                t.getTaskDefinitionKey(), mission, t.getCreateTime().toInstant(),
                aPart ? UUID.fromString((String) execution.getVariable(Processus.OBJET_ID)) : null);
        ecoutes.get().forEach(e -> e.creee(tache));
    }

    private void finie(DelegateTask t, boolean achevee) {
        ecoutes.get().forEach(e -> e.finie(t.getId(), achevee));
    }

    private void processusFini(DelegateExecution execution) {
        instances.get().finir(execution.getProcessInstanceId());
    }
}
