package fr.jalon.commun.temps;

import java.time.ZoneId;

/** The zone of business dates; the profile of the département provides it. */
public interface ZoneDepartement {

    ZoneId zone();
}
