package fr.jalon.autonomie;

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

/** What the task list and the due dates need of a path and of the landmarks within it. */
@Component
class SujetsAutonomie implements SujetsDesTaches, LibellesObjets {

    private final JdbcClient jdbc;
    private final CalendrierAutonomie calendrier;

    SujetsAutonomie(JdbcClient jdbc, CalendrierAutonomie calendrier) {
        this.jdbc = jdbc;
        this.calendrier = calendrier;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.AUTONOMIE;
    }

    @Override
    public Map<UUID, Fiche> fiches(Collection<UUID> ids) {
        Map<UUID, Fiche> fiches = new HashMap<>();
        jdbc.sql("select id, unite_id from autonomie where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(l -> {
            fiches.put(l.getObject(1, UUID.class), new Fiche(null, "Autonomie", l.getString(2), l.getString(2), false));
        });
        return fiches;
    }

    @Override
    public Map<UUID, List<UUID>> enfants(Collection<UUID> ids) {
        Map<UUID, List<UUID>> enfants = new HashMap<>();
        jdbc.sql("select id, enfant_id from autonomie where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(l -> {
            enfants.put(l.getObject(1, UUID.class), List.of(l.getObject(2, UUID.class)));
        });
        return enfants;
    }

    @Override
    public Set<UUID> avecEnfants(Collection<UUID> enfants) {
        return new HashSet<>(jdbc.sql("select id from autonomie where enfant_id = any(:enfants)").param("enfants", enfants.toArray(UUID[]::new))
                .query(UUID.class).list());
    }

    @Override
    public Map<UUID, String> libelles(Collection<UUID> ids) {
        Map<UUID, String> libelles = new HashMap<>();
        jdbc.sql("select id, code from autonomie_repere where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(l -> {
            libelles.put(l.getObject(1, UUID.class), calendrier.libelle(l.getString(2)));
        });
        return libelles;
    }
}
