package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A stay in care, as the periods of a measure say it; the day of its end is not in it.
 *
 * @param mode in care as a minor (L222-5 1° to 3°) or supported as a young adult (5°)
 * @param terme term of the measure that makes it, or null
 */
record Sejour(LocalDate debut, LocalDate fin, Mode mode, String unite, UUID mesureId, LocalDate terme) {

    enum Mode {
        MINEUR, MAJEUR
    }

    /** Care without a break; leaving one measure for the next is not leaving care, even when a day was written between them. */
    record Chaine(LocalDate debut, LocalDate fin, List<Sejour> sejours) {

        boolean ouverte() {
            return fin == null;
        }

        /** In care before that day and on it. */
        boolean traverse(LocalDate jour) {
            return debut.isBefore(jour) && (fin == null || fin.isAfter(jour));
        }
    }

    boolean ouvert() {
        return fin == null;
    }

    static List<Chaine> chaines(List<Sejour> sejours) {
        List<Chaine> chaines = new ArrayList<>();
        for (Sejour s : sejours.stream().filter(x -> x.fin == null || x.fin.isAfter(x.debut))
                .sorted(Comparator.comparing(Sejour::debut).thenComparing(x -> x.fin == null ? LocalDate.MAX : x.fin)).toList()) {
            Chaine derniere = chaines.isEmpty() ? null : chaines.get(chaines.size() - 1);
            if (derniere != null && (derniere.fin == null || !s.debut.isAfter(derniere.fin.plusDays(1)))) {
                List<Sejour> siens = new ArrayList<>(derniere.sejours);
                siens.add(s);
                chaines.set(chaines.size() - 1, new Chaine(derniere.debut, derniere.fin == null || s.fin == null ? null
                        : s.fin.isAfter(derniere.fin) ? s.fin : derniere.fin, siens));
            } else {
                chaines.add(new Chaine(s.debut, s.fin, List.of(s)));
            }
        }
        return chaines;
    }
}
