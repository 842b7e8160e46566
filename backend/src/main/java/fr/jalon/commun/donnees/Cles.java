package fr.jalon.commun.donnees;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ids under which rows of some children are found, given to every condition of {@link TableDuDossier} by name: {@code :enfants},
 * {@code :ips}, {@code :informations}, {@code :mineurs}, {@code :mesures}, {@code :projets}, {@code :autonomies}, {@code :adultes},
 * {@code :foyers}, and {@code :tous} for the subjects of all types (children, informations, IPs, measures, projets, paths).
 *
 * @param mineurs lines of {@code mineur_concerne}: those of the child for an access request, all those of the IPs for a purge
 * @param noms words of the names, without case and accents: for what people typed elsewhere, such as a saved filter
 */
public record Cles(Set<UUID> enfants, Set<UUID> ips, Set<UUID> informations, Set<UUID> mineurs, Set<UUID> mesures, Set<UUID> projets,
        Set<UUID> autonomies, Set<UUID> adultes, Set<UUID> foyers, Set<String> noms) {

    public Set<UUID> sujets() {
        Set<UUID> tous = new LinkedHashSet<>(enfants);
        tous.addAll(informations);
        tous.addAll(ips);
        tous.addAll(mesures);
        tous.addAll(projets);
        tous.addAll(autonomies);
        return tous;
    }

    public Map<String, Object> parametres() {
        Map<String, Object> p = new HashMap<>();
        p.put("enfants", tableau(enfants));
        p.put("ips", tableau(ips));
        p.put("informations", tableau(informations));
        p.put("mineurs", tableau(mineurs));
        p.put("mesures", tableau(mesures));
        p.put("projets", tableau(projets));
        p.put("autonomies", tableau(autonomies));
        p.put("adultes", tableau(adultes));
        p.put("foyers", tableau(foyers));
        p.put("tous", tableau(sujets()));
        p.put("noms", noms.toArray(String[]::new));
        return p;
    }

    private static UUID[] tableau(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
