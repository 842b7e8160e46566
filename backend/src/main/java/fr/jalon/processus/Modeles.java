package fr.jalon.processus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import fr.jalon.commun.Introuvable;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The models as deployed: their drawing, and the words written on their steps. */
@Component
public class Modeles {

    /** A step as the model words it; {@code rang} is its place in the path, for sorting. */
    public record Etape(String id, String libelle, String mission, int rang) {
    }

    private record Derniere(String id, long lueA) {
    }

    /** Another node may deploy: what is the latest version is asked again after a while, not at each line of a list. */
    private static final long RELIRE_APRES_NS = 10_000_000_000L;

    private final RepositoryService depot;
    private final Map<String, Derniere> dernieres = new ConcurrentHashMap<>();
    /** Words of a deployed definition never change: a new wording is a new definition id. */
    private final Map<String, Map<String, Etape>> etapes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> noms = new ConcurrentHashMap<>();

    Modeles(RepositoryService depot) {
        this.depot = depot;
    }

    /** XML of a BPMN or DMN model, the latest deployed under this key and version tag. */
    public String xml(String cle, String version) {
        List<ProcessDefinition> processus = depot.createProcessDefinitionQuery().processDefinitionKey(cle).versionTag(version)
                .orderByProcessDefinitionVersion().desc().listPage(0, 1);
        if (!processus.isEmpty()) {
            return lire(depot.getProcessModel(processus.get(0).getId()));
        }
        List<DecisionDefinition> decisions = depot.createDecisionDefinitionQuery().decisionDefinitionKey(cle).versionTag(version)
                .orderByDecisionDefinitionVersion().desc().listPage(0, 1);
        if (decisions.isEmpty()) {
            throw new Introuvable();
        }
        return lire(depot.getDecisionModel(decisions.get(0).getId()));
    }

    /** Version tag of the latest deployed model. */
    public String derniereVersion(String cle) {
        ProcessDefinition derniere = depot.createProcessDefinitionQuery().processDefinitionKey(cle).latestVersion().singleResult();
        if (derniere == null) {
            throw new Introuvable();
        }
        return derniere.getVersionTag();
    }

    /** Words written on the drawing of a deployed version, by element id; elements without words are left out. */
    public Map<String, String> noms(String cle, String version) {
        ProcessDefinition definition = depot.createProcessDefinitionQuery().processDefinitionKey(cle).versionTag(version)
                .orderByProcessDefinitionVersion().desc().listPage(0, 1).stream().findFirst().orElseThrow(Introuvable::new);
        return noms.computeIfAbsent(definition.getId(), id -> {
            Map<String, String> lus = new java.util.LinkedHashMap<>();
            depot.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class).forEach(n -> {
                if (n.getName() != null) {
                    lus.put(n.getId(), n.getName());
                }
            });
            return lus;
        });
    }

    /** Label of a step in the latest version of its model, or its id when the model no longer has it. */
    public String libelle(String cle, String etape) {
        Etape e = etapes(cle).get(etape);
        return e == null ? etape : e.libelle();
    }

    /** Place of a step in the latest version of its model. */
    public int rang(String cle, String etape) {
        Etape e = etapes(cle).get(etape);
        return e == null ? Short.MAX_VALUE : e.rang();
    }

    /** Steps of the latest version of a model that wait for somebody, by element id. */
    public Map<String, Etape> etapes(String cle) {
        Derniere connue = dernieres.get(cle);
        if (connue == null || System.nanoTime() - connue.lueA() > RELIRE_APRES_NS) {
            ProcessDefinition derniere = depot.createProcessDefinitionQuery().processDefinitionKey(cle).latestVersion().singleResult();
            if (derniere == null) {
                return Map.of();
            }
            connue = new Derniere(derniere.getId(), System.nanoTime());
            dernieres.put(cle, connue);
        }
        return etapes.computeIfAbsent(connue.id(), this::lireEtapes);
    }

    /** Keys of the process models deployed. */
    public List<String> cles() {
        return depot.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getKey).sorted().toList();
    }

    private Map<String, Etape> lireEtapes(String definitionId) {
        Map<String, Etape> lues = new java.util.LinkedHashMap<>();
        for (UserTask tache : depot.getBpmnModelInstance(definitionId).getModelElementsByType(UserTask.class)) {
            String libelle = Objects.requireNonNullElse(tache.getName(), tache.getId());
            lues.put(tache.getId(), new Etape(tache.getId(), libelle, tache.getCamundaCandidateGroups(), lues.size()));
        }
        return lues;
    }

    private static String lire(InputStream flux) {
        try (flux) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
