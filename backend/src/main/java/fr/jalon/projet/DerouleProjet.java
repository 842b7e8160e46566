package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import fr.jalon.evenement.Periodes.Segment;

/**
 * The periods of a projet as its acts and the measures make them: {@code PROJET} from its opening to its closing, {@code PROJET_VALIDE} while
 * a version established is not past its revision. A change of unit or product cuts a segment in the same period.
 */
final class DerouleProjet {

    static final List<String> GENRES = List.of("PROJET", "PROJET_VALIDE");

    /** Last day a version established on a day is valid, by the rule of the child's age that day. */
    interface Validite {
        LocalDate jusquAu(LocalDate etabliLe);
    }

    /** From an establishment to the day it is worth no more, set up within a MEP or not. */
    private record Valide(LocalDate du, LocalDate au, boolean mep) {
    }

    private record Chemin(LocalDate du, LocalDate au) {
    }

    private final CoursDesMesures cours;
    private final String unite;
    private final Validite validite;
    private final List<Chemin> chemins = new ArrayList<>();
    private final List<Valide> valides = new ArrayList<>();

    private DerouleProjet(List<ActeProjet> actes, CoursDesMesures cours, String unite, Validite validite) {
        this.cours = cours;
        this.unite = unite;
        this.validite = validite;
        lire(actes.stream().filter(ActeProjet::vivant).sorted(ActeProjet.ORDRE).toList());
    }

    /** @param unite in charge on a day no measure leads */
    static Map<String, List<List<Segment>>> periodes(List<ActeProjet> actes, CoursDesMesures cours, String unite, Validite validite) {
        DerouleProjet d = new DerouleProjet(actes, cours, unite, validite);
        Map<String, List<List<Segment>>> toutes = new LinkedHashMap<>();
        toutes.put("PROJET", d.chemins.stream().map(c -> d.segments(c.du(), c.au(), false)).toList());
        toutes.put("PROJET_VALIDE", d.valides());
        return toutes;
    }

    private void lire(List<ActeProjet> actes) {
        LocalDate du = null;
        List<ActeProjet> etablis = new ArrayList<>();
        for (ActeProjet a : actes) {
            switch (a.genre()) {
                case OUVERTURE, REPRISE -> {
                    du = a.le();
                    // What was established before, or while nothing was open, is not valid in this path.
                    etablis.clear();
                }
                case ETABLISSEMENT -> etablis.add(a);
                case CLOTURE -> {
                    if (du != null) {
                        finir(du, a.le(), etablis);
                        du = null;
                        etablis.clear();
                    }
                }
                default -> {
                    // Nothing else begins or ends a period.
                }
            }
        }
        if (du != null) {
            finir(du, null, etablis);
        }
    }

    private void finir(LocalDate du, LocalDate au, List<ActeProjet> etablis) {
        chemins.add(new Chemin(du, au));
        for (int i = 0; i < etablis.size(); i++) {
            LocalDate le = etablis.get(i).le().isBefore(du) ? du : etablis.get(i).le();
            LocalDate fin = validite.jusquAu(etablis.get(i).le()).plusDays(1);
            if (i + 1 < etablis.size() && etablis.get(i + 1).le().isBefore(fin)) {
                fin = etablis.get(i + 1).le();
            }
            if (au != null && au.isBefore(fin)) {
                fin = au;
            }
            if (fin.isAfter(le)) {
                valides.add(new Valide(le, fin, "OUI".equals(etablis.get(i).d("mep"))));
            }
        }
    }

    /** Established again before it is past its revision, a projet stays valid: one period, cut where what is told of it changes. */
    private List<List<Segment>> valides() {
        List<List<Segment>> faites = new ArrayList<>();
        LocalDate finie = null;
        for (Valide v : valides) {
            List<Segment> siens = segments(v.du(), v.au(), v.mep());
            if (v.du().equals(finie)) {
                List<Segment> precedents = faites.remove(faites.size() - 1);
                faites.add(reunir(precedents, siens));
            } else {
                faites.add(siens);
            }
            finie = v.au();
        }
        return faites;
    }

    private List<Segment> segments(LocalDate du, LocalDate au, boolean mep) {
        List<LocalDate> debuts = new ArrayList<>(List.of(du));
        debuts.addAll(cours.bornes(du, au));
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < debuts.size(); i++) {
            LocalDate debut = debuts.get(i);
            Segment s = segment(debut, i + 1 < debuts.size() ? debuts.get(i + 1) : au, mep);
            segments = reunir(segments, List.of(s));
        }
        return segments;
    }

    private Segment segment(LocalDate debut, LocalDate fin, boolean mep) {
        Optional<TrancheExercee> conduite = cours.conduite(debut);
        Map<String, String> dimensions = new TreeMap<>();
        conduite.ifPresent(t -> dimensions.put("produit", t.produit()));
        if (mep) {
            dimensions.put("mep", "OUI");
        }
        return new Segment(conduite.map(TrancheExercee::unite).orElse(unite), dimensions, debut, fin);
    }

    private static List<Segment> reunir(List<Segment> avant, List<Segment> apres) {
        List<Segment> tous = new ArrayList<>(avant);
        for (Segment s : apres) {
            Segment dernier = tous.isEmpty() ? null : tous.get(tous.size() - 1);
            if (dernier != null && dernier.uniteId().equals(s.uniteId()) && dernier.dimensions().equals(s.dimensions())) {
                tous.set(tous.size() - 1, new Segment(s.uniteId(), s.dimensions(), dernier.debut(), s.fin()));
            } else {
                tous.add(s);
            }
        }
        return tous;
    }
}
