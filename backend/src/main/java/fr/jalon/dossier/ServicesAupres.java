package fr.jalon.dossier;

import java.util.Set;
import java.util.UUID;

/** The services that work with children by a decision of the département, told by whoever gives them one. */
public interface ServicesAupres {

    /** Ids of the units of these services. */
    Set<String> services(Set<UUID> enfants);
}
