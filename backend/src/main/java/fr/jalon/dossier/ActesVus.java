package fr.jalon.dossier;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was ever opened for a child, each with whether the person may open it. */
@Component
class ActesVus {

    private final ObjectProvider<EnCours> enCours;
    private final Acces acces;
    private final Departement departement;
    private final JdbcClient jdbc;

    ActesVus(ObjectProvider<EnCours> enCours, Acces acces, Departement departement, JdbcClient jdbc) {
        this.enCours = enCours;
        this.acces = acces;
        this.departement = departement;
        this.jdbc = jdbc;
    }

    List<PageEnfant.EnCoursVu> de(Set<UUID> identites) {
        Map<String, String> unites = departement.noms();
        Map<UUID, EnCours.Element> uniques = new LinkedHashMap<>();
        enCours.orderedStream().flatMap(s -> s.tout(identites).stream()).forEach(e -> uniques.putIfAbsent(e.id(), e));
        Set<UUID> vus = vus(null, uniques.keySet());
        return uniques.values().stream().map(e -> new PageEnfant.EnCoursVu(e.genre(), e.id(), e.reference(), e.libelle(), e.lien(),
                e.unite() == null ? null : unites.getOrDefault(e.unite(), e.unite()), e.depuis(), e.prochaineEcheance(), e.ouvert(), vus.contains(e.id()))).toList();
    }

    /** Those of these subjects that are in sight, in one query. */
    Set<UUID> vus(String type, Collection<UUID> ids) {
        Acces.Filtre filtre = acces.filtre(type == null ? null : "'" + type + "'", "x.id");
        return new HashSet<>(jdbc.sql("select x.id from unnest(cast(:ids as uuid[])) as x(id) where " + filtre.sql()).param("ids", Tableaux.uuids(ids))
                .params(filtre.parametres()).query(UUID.class).list());
    }
}
