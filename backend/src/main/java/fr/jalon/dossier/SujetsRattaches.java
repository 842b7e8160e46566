package fr.jalon.dossier;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What {@code ip} tells of attached files: those of an information are read with its IP, unless they could name a sender who is kept secret. */
public interface SujetsRattaches {

    /** Informations whose files whoever sees one of these IPs may read. */
    Set<UUID> informationsDe(Collection<UUID> ips);

    /** The IP whose readers may read the files of this information, if there is one. */
    Optional<UUID> ipDe(UUID information);
}
