package fr.jalon.acces;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is acting: a person with their duties and territory, or the house itself in background work. Each mission is held where a duty
 * gives it and nowhere else: whoever decides in one unit and evaluates in another decides in the first only.
 *
 * @param utilisateurId local user row; null for background work
 * @param nomAffiche shown to colleagues (« Mme A. »), never that of a family
 * @param territoires where each mission held is held
 * @param unites ids of the units whose files the person sees
 * @param departement sees the whole département, whatever the units
 * @param exceptions children whose files are open to the person for a day, for a reason of theirs
 * @param systeme background work, with an identity of its own
 */
public record Identite(UUID utilisateurId, String identifiant, String nomAffiche, Set<Role> roles, Map<Mission, Territoire> territoires,
        Set<String> unites, boolean departement, Set<UUID> exceptions, boolean systeme) implements Serializable {

    public Identite(UUID utilisateurId, String identifiant, String nomAffiche, Set<Role> roles, Map<Mission, Territoire> territoires,
            Set<String> unites, boolean departement, boolean systeme) {
        this(utilisateurId, identifiant, nomAffiche, roles, territoires, unites, departement, Set.of(), systeme);
    }

    public static Identite systeme(String nom) {
        return new Identite(null, nom, nom, Set.of(), Map.of(), Set.of(), true, true);
    }

    /** Missions held somewhere. */
    public Set<Mission> missions() {
        return territoires.keySet();
    }

    /** Whether the mission is held somewhere; for an act on a file ask {@link Acces#peut}. */
    public boolean a(Mission mission) {
        return systeme || territoires.containsKey(mission);
    }

    public boolean a(Mission mission, String unite) {
        return systeme || territoire(mission).contient(unite);
    }

    public boolean a(Role role) {
        return roles.contains(role);
    }

    public Territoire territoire(Mission mission) {
        return systeme ? new Territoire(Set.of(), true) : territoires.getOrDefault(mission, Territoire.NULLE_PART);
    }

    public boolean voitUnite(String unite) {
        return departement || unites.contains(unite);
    }
}
