package fr.jalon.modeles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every model of the house")
class ModelesTest {

    private static final Path DOSSIER = Path.of("src/main/resources/processes");
    private static final Set<String> MISSIONS = Set.of("recueil", "mandat", "designation", "evaluation", "decision", "information",
            "mesure", "parcours", "exercice", "supervision", "comptage", "administration");

    static List<Path> processus() {
        return fichiers(".bpmn");
    }

    static List<Path> decisions() {
        return fichiers(".dmn");
    }

    @ParameterizedTest
    @MethodSource("processus")
    void carries_a_version_tag_and_a_time_to_live(Path fichier) {
        for (Process p : lire(fichier).getModelElementsByType(Process.class)) {
            assertThat(p.getCamundaVersionTag()).matches("\\d+\\.\\d+");
            assertThat(p.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(p.getId()).isEqualTo(fichier.getFileName().toString().replace(".bpmn", ""));
            assertThat(p.getDocumentations()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("processus")
    void names_in_french_every_element_a_reader_stops_at(Path fichier) {
        for (FlowNode n : lire(fichier).getModelElementsByType(FlowNode.class)) {
            if (n instanceof Gateway && n.getOutgoing().size() < 2) {
                continue;
            }
            assertThat(n.getName()).as(n.getId()).isNotBlank();
            assertThat(n.getName()).as("typography of " + n.getId()).doesNotContain(" ?", " :", " ;", " !", "'");
            assertThat(n.getName().toLowerCase(Locale.ROOT)).as("English in " + n.getId())
                    .doesNotContainPattern("\\b(start|end|task|event|gateway|check|send)\\b");
        }
    }

    @ParameterizedTest
    @MethodSource("processus")
    void documents_every_step_and_every_end(Path fichier) {
        BpmnModelInstance modele = lire(fichier);
        Stream.concat(modele.getModelElementsByType(UserTask.class).stream(),
                modele.getModelElementsByType(EndEvent.class).stream().filter(e -> !(e.getParentElement() instanceof SubProcess)))
                .forEach(n -> assertThat(n.getDocumentations()).as(n.getId()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("processus")
    void puts_every_step_in_the_lane_of_its_one_mission(Path fichier) {
        BpmnModelInstance modele = lire(fichier);
        for (UserTask t : modele.getModelElementsByType(UserTask.class)) {
            assertThat(MISSIONS).as(t.getId()).contains(t.getCamundaCandidateGroups());
            List<Lane> couloirs = modele.getModelElementsByType(Lane.class).stream().filter(l -> l.getFlowNodeRefs().contains(t)).toList();
            assertThat(couloirs).as(t.getId()).hasSize(1);
            assertThat(couloirs.get(0).getId()).isEqualTo("lane-" + t.getCamundaCandidateGroups());
            assertThat(t.getCamundaAssignee()).as("who holds a task is ours, not the engine's").isNull();
            assertThat(t.getCamundaFormKey()).isNull();
        }
        Collection<FlowNode> surLePlan = modele.getModelElementsByType(FlowNode.class).stream()
                .filter(n -> n.getParentElement() instanceof Process).toList();
        Set<String> ranges = new TreeSet<>();
        modele.getModelElementsByType(Lane.class).forEach(l -> l.getFlowNodeRefs().forEach(n -> ranges.add(n.getId())));
        assertThat(surLePlan).allSatisfy(n -> assertThat(ranges).contains(n.getId()));
    }

    @ParameterizedTest
    @MethodSource("processus")
    void leaves_lengths_to_the_legal_clock(Path fichier) throws IOException {
        assertThat(lire(fichier).getModelElementsByType(TimeDuration.class)).isEmpty();
        assertThat(Files.readString(fichier)).doesNotContain("timeCycle", "camunda:dueDate", "camunda:class=", "scriptTask");
    }

    @ParameterizedTest
    @MethodSource("processus")
    void is_drawn_cleanly(Path fichier) {
        assertThat(new Dessin(lire(fichier)).defauts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decision_tables_are_drawn_versioned_and_explained(Path fichier) throws IOException {
        var modele = Dmn.readModelFromFile(fichier.toFile());
        for (Decision d : modele.getModelElementsByType(Decision.class)) {
            assertThat(d.getId()).isEqualTo(fichier.getFileName().toString().replace(".dmn", ""));
            assertThat(d.getVersionTag()).matches("\\d+\\.\\d+");
            assertThat(d.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(d.getDescription().getTextContent()).isNotBlank();
        }
        assertThat(modele.getModelElementsByType(Rule.class)).isNotEmpty()
                .allSatisfy(r -> assertThat(r.getDescription()).as(r.getId()).isNotNull());
        String xml = Files.readString(fichier);
        assertThat(xml).contains("DMNShape");
        // A length written in a table would be a second truth beside the legal clock.
        assertThat(xml).doesNotContainPattern("<text>\"?P\\d+[DMY]");
    }

    private static BpmnModelInstance lire(Path fichier) {
        return Bpmn.readModelFromFile(fichier.toFile());
    }

    private static List<Path> fichiers(String fin) {
        try (Stream<Path> tous = Files.list(DOSSIER)) {
            List<Path> retenus = new ArrayList<>(tous.filter(f -> f.toString().endsWith(fin)).sorted().toList());
            assertThat(retenus).isNotEmpty();
            return retenus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
