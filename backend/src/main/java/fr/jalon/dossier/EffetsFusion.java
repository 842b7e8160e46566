package fr.jalon.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What uniting two children changes elsewhere, told by whoever owns it, before it is done. */
public interface EffetsFusion {

    /** @param libelle French sentence with its number, e.g. « 2 informations préoccupantes seront rattachées au dossier conservé » */
    record Effet(String code, String libelle, long nombre) {
    }

    List<Effet> effets(Set<UUID> conserve, Set<UUID> absorbe);

    /** Whether somebody acted on either file since: a merge is undone only before that. */
    default boolean agiDepuis(Set<UUID> enfants, Instant depuis) {
        return false;
    }
}
