package fr.jalon.commun.temps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Business time, in the zone of the département. Travels forward by whole days in tests and the demonstration; is the real clock in
 * production. Sessions, tokens and the journal never ask it.
 */
public interface Horloge {

    Instant maintenant();

    ZoneId zone();

    /** Days added to the real clock. */
    int decalage();

    default LocalDate aujourdhui() {
        return maintenant().atZone(zone()).toLocalDate();
    }

    default LocalDate jour(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }
}
