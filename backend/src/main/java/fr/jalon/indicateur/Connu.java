package fr.jalon.indicateur;

import java.time.Instant;
import java.time.LocalDate;

/**
 * As known when. Exactly one of the three is said: now (both null), at a past moment, or when a year was closed.
 *
 * @param le everything said up to that moment and nothing after; the day of the business zone it falls on stands for « today »
 * @param jour the whole of that day included
 * @param arrete the year whose closing is meant; not closed yet, it is known as now
 */
public record Connu(Instant le, LocalDate jour, Integer arrete) {

    private static final Connu MAINTENANT = new Connu(null, null, null);

    public static Connu maintenant() {
        return MAINTENANT;
    }

    public static Connu le(Instant instant) {
        return new Connu(instant, null, null);
    }

    /** At the end of that day. */
    public static Connu le(LocalDate jour) {
        return new Connu(null, jour, null);
    }

    public static Connu arrete(int annee) {
        return new Connu(null, null, annee);
    }

    public boolean estMaintenant() {
        return le == null && jour == null && arrete == null;
    }
}
