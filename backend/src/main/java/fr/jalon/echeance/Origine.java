package fr.jalon.echeance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Where a period starts.
 *
 * @param jour the day in the zone of the département
 * @param instant the hour too, when it is known
 */
public record Origine(LocalDate jour, Instant instant) {

    public Origine {
        Objects.requireNonNull(jour, "jour");
    }

    public static Origine de(LocalDate jour) {
        return new Origine(jour, null);
    }

    public static Origine de(Instant instant, ZoneId zone) {
        return new Origine(instant.atZone(zone).toLocalDate(), instant);
    }
}
