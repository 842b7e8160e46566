package fr.jalon.acces;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Who is acting: a person with their duties and territory, or the house itself in background work.
 *
 * @param utilisateurId local user row; null for background work
 * @param nomAffiche shown to colleagues (« Mme A. »), never that of a family
 * @param unites ids of the units of the person
 * @param departement whole département, whatever the units
 * @param systeme background work, with an identity of its own
 */
public record Identite(UUID utilisateurId, String identifiant, String nomAffiche, Set<Role> roles, Set<Mission> missions,
        Set<String> unites, boolean departement, boolean systeme) implements Serializable {

    public static Identite systeme(String nom) {
        return new Identite(null, nom, nom, Set.of(), Set.of(), Set.of(), true, true);
    }

    public boolean a(Mission mission) {
        return systeme || missions.contains(mission);
    }

    public boolean a(Role role) {
        return roles.contains(role);
    }

    public boolean voitUnite(String unite) {
        return departement || unites.contains(unite);
    }
}
