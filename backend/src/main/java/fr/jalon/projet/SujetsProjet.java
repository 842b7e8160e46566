package fr.jalon.projet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.echeance.LibellesObjets;
import fr.jalon.tache.Fiche;
import fr.jalon.tache.SujetsDesTaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the task list needs of a projet: the territory that leads writes, establishes and follows it. */
@Component
class SujetsProjet implements SujetsDesTaches, LibellesObjets {

    private final JdbcClient jdbc;

    SujetsProjet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.PROJET;
    }

    @Override
    public Map<UUID, Fiche> fiches(Collection<UUID> ids) {
        Map<UUID, Fiche> fiches = new HashMap<>();
        jdbc.sql("select id, numero, unite_id from projet where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(l -> {
            fiches.put(l.getObject("id", UUID.class), new Fiche(null, l.getString("numero"), l.getString("unite_id"), l.getString("unite_id"), false));
        });
        return fiches;
    }

    @Override
    public Map<UUID, List<UUID>> enfants(Collection<UUID> ids) {
        Map<UUID, List<UUID>> enfants = new HashMap<>();
        jdbc.sql("select id, enfant_id from projet where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(l -> {
            enfants.computeIfAbsent(l.getObject(1, UUID.class), k -> new ArrayList<>()).add(l.getObject(2, UUID.class));
        });
        return enfants;
    }

    @Override
    public Map<UUID, String> libelles(Collection<UUID> objets) {
        Map<UUID, String> libelles = new HashMap<>();
        jdbc.sql("select distinct on (a.lignee) a.lignee, a.libelle from projet_action a join projet_version v on v.id = a.version_id"
                + " where a.lignee = any(:ids) order by a.lignee, v.numero desc").param("ids", objets.toArray(UUID[]::new)).query(l -> {
                    libelles.put(l.getObject(1, UUID.class), l.getString(2));
                });
        return libelles;
    }

    @Override
    public Set<UUID> avecEnfants(Collection<UUID> enfants) {
        return new HashSet<>(jdbc.sql("select id from projet where enfant_id = any(:enfants)").param("enfants", enfants.toArray(UUID[]::new))
                .query(UUID.class).list());
    }
}
