package fr.jalon.dossier;

import java.util.Collection;
import java.util.UUID;

/** Array parameters: the driver sends {@code text[]} only, so the statement casts to {@code uuid[]}. */
final class Tableaux {

    private Tableaux() {
    }

    static String[] uuids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
