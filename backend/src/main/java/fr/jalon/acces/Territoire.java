package fr.jalon.acces;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where somebody holds a mission.
 *
 * @param unites ids of the units
 * @param departement the whole département, whatever the units
 */
public record Territoire(Set<String> unites, boolean departement) implements Serializable {

    public static final Territoire NULLE_PART = new Territoire(Set.of(), false);

    public boolean contient(String unite) {
        return departement || unites.contains(unite);
    }

    /** Two duties that give the same mission give it in both places. */
    static Territoire union(Collection<Territoire> territoires) {
        return new Territoire(territoires.stream().flatMap(t -> t.unites().stream()).collect(Collectors.toUnmodifiableSet()),
                territoires.stream().anyMatch(Territoire::departement));
    }

    Territoire et(Territoire autre) {
        return union(Stream.of(this, autre).toList());
    }
}
