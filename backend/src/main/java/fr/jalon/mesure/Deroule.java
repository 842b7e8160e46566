package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.jalon.evenement.Periodes.Segment;

/**
 * The periods of a measure as its situations make them. A change of unit, service, intensity, basis or product cuts a segment in the same
 * period: stocks count segments, durations count periods.
 */
final class Deroule {

    static final List<String> GENRES = List.of("MESURE", "ATTENTE_ACCORD", "ATTENTE_EXERCICE", "EXERCEE", "SUSPENDUE", "CONFIE");

    /** A span of no day at all of these would count as nothing: an agreement given with the decision is no wait for it. */
    private static final Set<String> JAMAIS_VIDES = Set.of("ATTENTE_ACCORD", "SUSPENDUE");

    private Deroule() {
    }

    /** Expected periods by kind, oldest first, each as its segments. */
    static Map<String, List<List<Segment>>> periodes(List<Situation.Etape> etapes) {
        Map<String, List<List<Segment>>> toutes = new LinkedHashMap<>();
        boolean jamaisEte = etapes.isEmpty() || etapes.get(etapes.size() - 1).situation().etat == EtatMesure.ANNULEE;
        GENRES.forEach(genre -> toutes.put(genre, jamaisEte ? List.of() : periodes(genre, etapes)));
        return toutes;
    }

    private static List<List<Segment>> periodes(String genre, List<Situation.Etape> etapes) {
        List<List<Segment>> faites = new ArrayList<>();
        List<Segment> courante = null;
        for (Situation.Etape e : etapes) {
            Optional<Segment> voulu = segment(genre, e.situation(), e.du());
            if (voulu.isEmpty()) {
                if (courante != null) {
                    fermer(courante, e.du());
                    courante = null;
                }
            } else if (courante == null) {
                courante = new ArrayList<>(List.of(voulu.get()));
                faites.add(courante);
            } else {
                suivre(courante, voulu.get());
            }
        }
        faites.removeIf(p -> JAMAIS_VIDES.contains(genre) && p.get(p.size() - 1).fin() != null
                && p.get(p.size() - 1).fin().equals(p.get(0).debut()));
        return faites;
    }

    private static void suivre(List<Segment> periode, Segment voulu) {
        Segment dernier = periode.get(periode.size() - 1);
        if (dernier.uniteId().equals(voulu.uniteId()) && dernier.dimensions().equals(voulu.dimensions())) {
            return;
        }
        periode.remove(periode.size() - 1);
        if (voulu.debut().isAfter(dernier.debut())) {
            periode.add(new Segment(dernier.uniteId(), dernier.dimensions(), dernier.debut(), voulu.debut()));
        } else if (!periode.isEmpty() && memes(periode.get(periode.size() - 1), voulu)) {
            // Changed and changed back within a day: the stretch before goes on.
            Segment avant = periode.remove(periode.size() - 1);
            periode.add(new Segment(avant.uniteId(), avant.dimensions(), avant.debut(), null));
            return;
        }
        periode.add(voulu);
    }

    private static boolean memes(Segment a, Segment b) {
        return a.uniteId().equals(b.uniteId()) && a.dimensions().equals(b.dimensions());
    }

    private static void fermer(List<Segment> periode, LocalDate le) {
        Segment dernier = periode.remove(periode.size() - 1);
        periode.add(new Segment(dernier.uniteId(), dernier.dimensions(), dernier.debut(), le));
    }

    private static Optional<Segment> segment(String genre, Situation s, LocalDate du) {
        boolean ouverte = switch (genre) {
            case "MESURE" -> s.etat.ouverte();
            case "ATTENTE_ACCORD" -> s.etat == EtatMesure.ATTENTE_ACCORD;
            case "ATTENTE_EXERCICE" -> s.etat == EtatMesure.ATTENTE_EXERCICE;
            case "EXERCEE" -> s.etat.enExercice();
            case "SUSPENDUE" -> s.etat == EtatMesure.SUSPENDUE;
            default -> s.accueil && s.etat.enExercice();
        };
        if (!ouverte) {
            return Optional.empty();
        }
        Map<String, String> dimensions = s.dimensions();
        if ("EXERCEE".equals(genre) && s.intensite != null) {
            dimensions.put("intensite", s.intensite);
        }
        return Optional.of(new Segment(s.unite, dimensions, du, null));
    }
}
