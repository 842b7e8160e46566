package fr.jalon.modeles;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** What makes a drawing hard to read: shapes on one another, loose or crossing lines, words over shapes. */
final class Dessin {

    private record Trait(SequenceFlow flux, Line2D segment) {
    }

    private final BpmnModelInstance modele;
    private final Map<String, Rectangle2D> formes = new HashMap<>();
    private final Map<String, List<double[]>> traits = new HashMap<>();
    private final Map<String, Rectangle2D> mots = new HashMap<>();
    private final List<String> defauts = new ArrayList<>();

    Dessin(BpmnModelInstance modele) {
        this.modele = modele;
        for (BpmnShape s : modele.getModelElementsByType(BpmnShape.class)) {
            formes.put(s.getBpmnElement().getId(), rectangle(s.getBounds()));
            if (s.getBpmnLabel() != null) {
                mots.put(s.getBpmnElement().getId(), rectangle(s.getBpmnLabel().getBounds()));
            }
        }
        for (BpmnEdge e : modele.getModelElementsByType(BpmnEdge.class)) {
            List<double[]> points = new ArrayList<>();
            for (Waypoint w : e.getWaypoints()) {
                points.add(new double[] {w.getX(), w.getY()});
            }
            traits.put(e.getBpmnElement().getId(), points);
            if (e.getBpmnLabel() != null) {
                mots.put(e.getBpmnElement().getId(), rectangle(e.getBpmnLabel().getBounds()));
            }
        }
    }

    List<String> defauts() {
        toutEstDessine();
        lesFormesNeSeTouchentPas();
        lesFormesTiennentDansLeurCouloir();
        lesTraitsSontAttachesEtDroits();
        lesTraitsNeTraversentRien();
        lesMotsSontLisibles();
        return defauts;
    }

    private void toutEstDessine() {
        exiger(modele.getModelElementsByType(FlowNode.class), formes.keySet());
        exiger(modele.getModelElementsByType(Lane.class), formes.keySet());
        exiger(modele.getModelElementsByType(Participant.class), formes.keySet());
        exiger(modele.getModelElementsByType(SequenceFlow.class), traits.keySet());
    }

    private void exiger(Collection<? extends BaseElement> elements, Set<String> dessines) {
        elements.stream().filter(e -> !dessines.contains(e.getId())).forEach(e -> defauts.add(e.getId() + " n’est pas dessiné"));
    }

    private void lesFormesNeSeTouchentPas() {
        List<FlowNode> noeuds = new ArrayList<>(modele.getModelElementsByType(FlowNode.class));
        for (int i = 0; i < noeuds.size(); i++) {
            for (int j = i + 1; j < noeuds.size(); j++) {
                FlowNode a = noeuds.get(i);
                FlowNode b = noeuds.get(j);
                boolean emboites = a.getParentElement() == b || b.getParentElement() == a || attaches(a, b) || attaches(b, a);
                if (!emboites && elargie(forme(a), 9).intersects(forme(b))) {
                    defauts.add(a.getId() + " et " + b.getId() + " se touchent");
                }
            }
        }
        modele.getModelElementsByType(SubProcess.class).forEach(s -> s.getFlowElements().stream().filter(FlowNode.class::isInstance)
                .filter(n -> !forme(s).contains(forme((FlowNode) n))).forEach(n -> defauts.add(n.getId() + " sort de " + s.getId())));
    }

    /** An event that waits on the border of a step stands on it, and nowhere else. */
    private boolean attaches(FlowNode a, FlowNode b) {
        return a instanceof BoundaryEvent e && e.getAttachedTo() == b && auBord(forme(b), new double[] {forme(a).getCenterX(), forme(a).getCenterY()});
    }

    private void lesFormesTiennentDansLeurCouloir() {
        for (Lane couloir : modele.getModelElementsByType(Lane.class)) {
            for (FlowNode n : couloir.getFlowNodeRefs()) {
                if (!formes.get(couloir.getId()).contains(forme(n))) {
                    defauts.add(n.getId() + " déborde de " + couloir.getId());
                }
            }
        }
    }

    private void lesTraitsSontAttachesEtDroits() {
        for (SequenceFlow f : modele.getModelElementsByType(SequenceFlow.class)) {
            List<double[]> points = traits.get(f.getId());
            if (!auBord(forme(f.getSource()), points.get(0))) {
                defauts.add(f.getId() + " ne part pas de " + f.getSource().getId());
            }
            if (!auBord(forme(f.getTarget()), points.get(points.size() - 1))) {
                defauts.add(f.getId() + " n’arrive pas à " + f.getTarget().getId());
            }
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i)[0] != points.get(i - 1)[0] && points.get(i)[1] != points.get(i - 1)[1]) {
                    defauts.add(f.getId() + " va de travers");
                }
            }
        }
    }

    private void lesTraitsNeTraversentRien() {
        List<Trait> segments = segments();
        for (Trait t : segments) {
            for (FlowNode n : modele.getModelElementsByType(FlowNode.class)) {
                boolean bout = n == t.flux.getSource() || n == t.flux.getTarget() || n == t.flux.getParentElement();
                if (!bout && forme(n).intersectsLine(t.segment)) {
                    defauts.add(t.flux.getId() + " traverse " + n.getId());
                }
            }
        }
        Set<Set<String>> dits = new HashSet<>();
        for (Trait a : segments) {
            for (Trait b : segments) {
                // Lines leaving one gateway may share their stem, as the teeth of a comb; lines meeting at one target touch there.
                boolean parents = a.flux == b.flux || a.flux.getSource() == b.flux.getSource();
                if (!parents && a.segment.intersectsLine(b.segment) && dits.add(Set.of(a.flux.getId(), b.flux.getId()))) {
                    defauts.add(a.flux.getId() + " croise " + b.flux.getId());
                }
            }
        }
    }

    private void lesMotsSontLisibles() {
        mots.forEach((id, mot) -> {
            modele.getModelElementsByType(FlowNode.class).stream()
                    .filter(n -> !(n instanceof SubProcess) && forme(n).intersects(mot))
                    .forEach(n -> defauts.add("le nom de " + id + " couvre " + n.getId()));
            segments().stream().filter(t -> mot.intersectsLine(t.segment))
                    .forEach(t -> defauts.add("le nom de " + id + " est barré par " + t.flux.getId()));
            mots.forEach((autre, motAutre) -> {
                if (id.compareTo(autre) < 0 && mot.intersects(motAutre)) {
                    defauts.add("les noms de " + id + " et " + autre + " se couvrent");
                }
            });
        });
    }

    private List<Trait> segments() {
        List<Trait> segments = new ArrayList<>();
        for (SequenceFlow f : modele.getModelElementsByType(SequenceFlow.class)) {
            List<double[]> p = traits.get(f.getId());
            for (int i = 1; i < p.size(); i++) {
                segments.add(new Trait(f, new Line2D.Double(p.get(i - 1)[0], p.get(i - 1)[1], p.get(i)[0], p.get(i)[1])));
            }
        }
        return segments;
    }

    private Rectangle2D forme(BaseElement e) {
        return formes.get(e.getId());
    }

    private static boolean auBord(Rectangle2D r, double[] p) {
        return elargie(r, 1).contains(p[0], p[1]) && !elargie(r, -1).contains(p[0], p[1]);
    }

    private static Rectangle2D elargie(Rectangle2D r, double de) {
        return new Rectangle2D.Double(r.getX() - de, r.getY() - de, r.getWidth() + 2 * de, r.getHeight() + 2 * de);
    }

    private static Rectangle2D rectangle(Bounds b) {
        return new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight());
    }
}
