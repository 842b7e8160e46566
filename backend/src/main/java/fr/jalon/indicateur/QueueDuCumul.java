package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cellule;

import org.springframework.stereotype.Component;

/**
 * What was said since the last roll-up, added up in memory: of the files touched since, what they added then is taken out and what they add
 * now is put in. It moves forward by what was touched since it was last asked.
 */
@Component
class QueueDuCumul {

    private static final int GARDEES = 4;

    /** @param depuis fence it starts from, or null: from nothing; {@code horizon} says where days are kept as they are */
    private record Depart(String depuis, LocalDate horizon, FormulesCumulees formules) {
    }

    private record Passee(Depart depart, String cloture) {
    }

    private static final Cellules AUCUNE = new Cellules();

    /** Cells by formula, and the fence they reach. */
    static final class Queue {
        private final Map<Formule, Collecte> collectes = new HashMap<>();
        /** As they are read, until something more is said. */
        private final Map<Formule, Map<AxeCumul, Cellules>> lues = new HashMap<>();
        private String jusqua;

        Queue(FormulesCumulees formules, LocalDate aujourdhui) {
            formules.toutes().forEach(f -> collectes.put(f.formule(), new Collecte(Paliers.au(aujourdhui, f.dates()))));
        }

        void emettre(Histoires h, int signe) {
            lues.clear();
            collectes.forEach((f, c) -> Contributions.emettre(f, h, c.signe(signe)));
        }

        Cellules cellules(Formule base, AxeCumul axe) {
            return lues.computeIfAbsent(base, f -> par(collectes.get(f).cellules())).getOrDefault(axe, AUCUNE);
        }

        private static Map<AxeCumul, Cellules> par(Map<Cellule, long[]> cellules) {
            Map<AxeCumul, Cellules> parAxe = new EnumMap<>(AxeCumul.class);
            cellules.forEach((cellule, n) -> parAxe.computeIfAbsent(cellule.axe(), a -> new Cellules()).ajouter(cellule, n[0]));
            return parAxe;
        }
    }

    private final LectureCiblee lecture;
    private final Map<Depart, Queue> gardees = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Depart, Queue> plusAncienne) {
            return size() > GARDEES;
        }
    };

    private final Map<Passee, Queue> passees = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Passee, Queue> plusAncienne) {
            return size() > GARDEES;
        }
    };

    QueueDuCumul(LectureCiblee lecture) {
        this.lecture = lecture;
    }

    /**
     * Up to now. The caller holds the lock of the figures and reads one snapshot that nobody reads before.
     *
     * @param depuis fence of the last roll-up, or null when there was none
     */
    Queue avancer(String depuis, String cloture, LocalDate aujourdhui, FormulesCumulees formules) {
        Depart depart = new Depart(depuis, aujourdhui.withDayOfMonth(1), formules);
        Queue queue = gardees.get(depart);
        if (queue == null || CumulEnBase.avant(cloture, queue.jusqua)) {
            queue = calculer(depuis, cloture, aujourdhui, formules);
            gardees.put(depart, queue);
        } else if (!cloture.equals(queue.jusqua)) {
            // A failure half-way leaves nothing behind.
            gardees.remove(depart);
            passer(queue, queue.jusqua, cloture);
            gardees.put(depart, queue);
        }
        return queue;
    }

    /** Up to a past fence: it never moves. */
    Queue passee(String depuis, String cloture, LocalDate aujourdhui, FormulesCumulees formules) {
        return passees.computeIfAbsent(new Passee(new Depart(depuis, aujourdhui.withDayOfMonth(1), formules), cloture),
                p -> calculer(depuis, cloture, aujourdhui, formules));
    }

    /** From a fence to another, kept by nobody. */
    Queue calculer(String depuis, String cloture, LocalDate aujourdhui, FormulesCumulees formules) {
        Queue queue = new Queue(formules, aujourdhui);
        if (depuis == null) {
            queue.emettre(lecture.toutes(cloture), 1);
            queue.jusqua = cloture;
        } else {
            passer(queue, depuis, cloture);
        }
        return queue;
    }

    private void passer(Queue queue, String depuis, String cloture) {
        Cible touches = lecture.touches(depuis, cloture);
        if (!touches.vide()) {
            queue.emettre(lecture.lire(touches, depuis), -1);
            queue.emettre(lecture.lire(touches, cloture), 1);
        }
        queue.jusqua = cloture;
    }
}
