package fr.jalon.indicateur;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Files whose contributions are wanted.
 *
 * @param enfants as events name them, with all that were merged with them
 * @param autres files that may be no child's
 */
record Cible(Set<UUID> ips, Set<UUID> informations, Set<UUID> enfants, Set<UUID> autres) {

    boolean vide() {
        return ips.isEmpty() && informations.isEmpty() && enfants.isEmpty() && autres.isEmpty();
    }

    /** Those histories go by: the child that stands, or the file. */
    Set<UUID> racines(EnfantsReunis reunis) {
        Set<UUID> racines = new HashSet<>(autres);
        enfants.forEach(e -> racines.add(reunis.debout(e)));
        return racines;
    }

    int taille() {
        return ips.size() + informations.size() + enfants.size();
    }
}
