package fr.jalon.ip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.tache.Fiche;
import fr.jalon.tache.SujetsDesTaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the task list needs of an IP. */
@Component
class SujetsIp implements SujetsDesTaches {

    private final JdbcClient jdbc;

    SujetsIp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.IP;
    }

    @Override
    public Map<UUID, Fiche> fiches(Collection<UUID> ids) {
        Map<UUID, Fiche> fiches = new HashMap<>();
        jdbc.sql("""
                select ip.id, ip.numero, ip.unite_pilote, i.unite_id,
                    ip.urgence or exists (select 1 from information_repere c where c.ip_id = ip.id and c.urgence) as urgence from information_preoccupante ip
                join information_repere i on i.id = ip.information_initiale_id where ip.id = any(:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    UUID id = rs.getObject("id", UUID.class);
                    fiches.put(id, new Fiche(id, rs.getString("numero"), rs.getString("unite_pilote"), rs.getString("unite_id"),
                            rs.getBoolean("urgence")));
                });
        return fiches;
    }

    @Override
    public Map<UUID, List<UUID>> enfants(Collection<UUID> ids) {
        return grouper(jdbc, "select ip_id, enfant_id from mineur_concerne where ip_id = any(:ids) and retire_le is null order by ordre", ids);
    }

    @Override
    public Set<UUID> avecEnfants(Collection<UUID> enfants) {
        return new HashSet<>(jdbc.sql("select ip_id from mineur_concerne where enfant_id = any(:enfants) and retire_le is null")
                .param("enfants", enfants.toArray(UUID[]::new)).query(UUID.class).list());
    }

    static Map<UUID, List<UUID>> grouper(JdbcClient jdbc, String sql, Collection<UUID> ids) {
        Map<UUID, List<UUID>> groupes = new LinkedHashMap<>();
        jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(rs -> {
            groupes.computeIfAbsent(rs.getObject(1, UUID.class), k -> new ArrayList<>()).add(rs.getObject(2, UUID.class));
        });
        return groupes;
    }
}
