package fr.jalon.indicateur;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.indicateur.Collecte.AxeCumul;

import org.springframework.stereotype.Component;

/** Cells below a past fence of what is not kept so, a split: the facts below it are read once, and only the formulas asked are added up. */
@Component
class CumulPasse {

    private static final int GARDEES = 24;

    private record Demande(Formule formule, String cloture, java.time.LocalDate aujourdhui) {
    }

    private final FaitsTenus tenus;
    private WeakReference<Faits> lus = new WeakReference<>(null);
    private Histoires histoires;
    private final Map<Demande, Map<Collecte.Cellule, long[]>> gardees = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Demande, Map<Collecte.Cellule, long[]>> plusAncienne) {
            return size() > GARDEES;
        }
    };

    CumulPasse(FaitsTenus tenus) {
        this.tenus = tenus;
    }

    synchronized Map<Formule, Cellules> lire(List<Formule> voulues, AxeCumul axe, Clotures.Lecture l, FormulesCumulees formules) {
        List<Formule> autres = new ArrayList<>();
        voulues.stream().filter(f -> !gardees.containsKey(demande(f, l))).forEach(autres::add);
        if (!autres.isEmpty()) {
            Histoires h = histoires(tenus.lire(l.cloture()));
            Map<Formule, Collecte> collectes = new LinkedHashMap<>();
            autres.forEach(f -> collectes.put(f, new Collecte(Paliers.au(l.aujourdhui(), formules.de(f).dates()))));
            collectes.forEach((f, c) -> Contributions.emettre(f, h, c));
            Map<Formule, Cellules> lues = new HashMap<>();
            // More formulas than are kept are told all the same.
            collectes.forEach((f, c) -> {
                gardees.put(demande(f, l), c.cellules());
                lues.put(f, cellules(c.cellules(), axe));
            });
            voulues.stream().filter(f -> !lues.containsKey(f)).forEach(f -> lues.put(f, gardees.containsKey(demande(f, l)) ? cellules(gardees.get(demande(f, l)), axe)
                    : lire(List.of(f), axe, l, formules).get(f)));
            return lues;
        }
        Map<Formule, Cellules> lues = new HashMap<>();
        voulues.forEach(f -> lues.put(f, cellules(gardees.get(demande(f, l)), axe)));
        return lues;
    }

    private static Demande demande(Formule f, Clotures.Lecture l) {
        return new Demande(f, l.cloture(), l.aujourdhui());
    }

    private Histoires histoires(Faits faits) {
        if (lus.get() != faits) {
            histoires = Histoires.de(faits, null, null);
            lus = new WeakReference<>(faits);
        }
        return histoires;
    }

    private static Cellules cellules(Map<Collecte.Cellule, long[]> toutes, AxeCumul axe) {
        Cellules c = new Cellules();
        toutes.forEach((cellule, n) -> {
            if (cellule.axe() == axe) {
                c.ajouter(cellule, n[0]);
            }
        });
        return c;
    }
}
