package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Periodes.Segment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One period a time the path was open, cut when another unit takes it over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeriodesAutonomie {

    static final String GENRE = "AUTONOMIE";

    private final Periodes periodes;

    PeriodesAutonomie(Periodes periodes) {
        this.periodes = periodes;
    }

    /** @return how many versions were closed or written */
    int suivre(Autonomie a, Situation s) {
        return periodes.accorder(GENRE, Sujet.autonomie(a.id()), a.enfantId(), attendues(s));
    }

    static List<List<Segment>> attendues(Situation s) {
        List<List<Segment>> toutes = new ArrayList<>();
        if ("JAMAIS_CONFIE".equals(s.motifFin)) {
            return toutes;
        }
        LocalDate ouverte = null;
        for (Acte a : s.actes().stream().sorted(Acte.SAISIE).toList()) {
            if ((a.genre() == GenreActe.OUVERTURE || a.genre() == GenreActe.RETOUR) && ouverte == null) {
                ouverte = a.le();
            } else if (a.genre() == GenreActe.CLOTURE && ouverte != null) {
                toutes.add(segments(s, ouverte, a.le().isBefore(ouverte) ? ouverte : a.le()));
                ouverte = null;
            }
        }
        if (ouverte != null) {
            toutes.add(segments(s, ouverte, null));
        }
        return toutes;
    }

    private static List<Segment> segments(Situation s, LocalDate du, LocalDate au) {
        TreeSet<LocalDate> bornes = new TreeSet<>(List.of(du));
        List<Sejour> sejours = s.chaines().stream().flatMap(c -> c.sejours().stream()).sorted(Comparator.comparing(Sejour::debut)).toList();
        sejours.stream().map(Sejour::debut).filter(d -> d.isAfter(du) && (au == null || d.isBefore(au))).forEach(bornes::add);
        List<Segment> segments = new ArrayList<>();
        for (LocalDate borne : bornes) {
            String unite = sejours.stream().filter(x -> !x.debut().isAfter(borne)).reduce((x, y) -> y).map(Sejour::unite).orElse(s.unite);
            Segment dernier = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            if (dernier != null && dernier.uniteId().equals(unite)) {
                continue;
            }
            if (dernier != null) {
                segments.set(segments.size() - 1, new Segment(dernier.uniteId(), dernier.dimensions(), dernier.debut(), borne));
            }
            segments.add(new Segment(unite, dimensions(s), borne, null));
        }
        Segment dernier = segments.get(segments.size() - 1);
        segments.set(segments.size() - 1, new Segment(dernier.uniteId(), dernier.dimensions(), dernier.debut(), au));
        return segments;
    }

    private static Map<String, String> dimensions(Situation s) {
        Map<String, String> d = new LinkedHashMap<>();
        if (s.mna) {
            d.put("mna", "OUI");
        }
        if (s.mdph) {
            d.put("mdph", "OUI");
        }
        return d;
    }

    /** Whether the periods known are those the facts make; writes nothing. */
    static boolean conformes(Autonomie a, Situation s, List<Periodes.Periode> connues) {
        Map<UUID, List<Segment>> ecrites = new LinkedHashMap<>();
        connues.stream().filter(p -> p.genre().equals(GENRE)).forEach(p -> ecrites.computeIfAbsent(p.periodeId(), k -> new ArrayList<>())
                .add(new Segment(p.uniteId(), p.dimensions(), p.debut(), p.fin())));
        return connues.stream().allMatch(p -> a.enfantId().equals(p.enfantId())) && List.copyOf(ecrites.values()).equals(attendues(s));
    }
}
