package fr.jalon.ip;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.tache.Fiche;
import fr.jalon.tache.SujetsDesTaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the task list needs of an information that waits for its first analysis. */
@Component
class SujetsInformation implements SujetsDesTaches {

    private final JdbcClient jdbc;

    SujetsInformation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.INFORMATION;
    }

    @Override
    public Map<UUID, Fiche> fiches(Collection<UUID> ids) {
        Map<UUID, Fiche> fiches = new HashMap<>();
        jdbc.sql("select id, numero, unite_id, ip_id, urgence from information_repere where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    fiches.put(rs.getObject("id", UUID.class), new Fiche(rs.getObject("ip_id", UUID.class), rs.getString("numero"), null,
                            rs.getString("unite_id"), rs.getBoolean("urgence")));
                });
        return fiches;
    }

    @Override
    public Map<UUID, List<UUID>> enfants(Collection<UUID> ids) {
        return SujetsIp.grouper(jdbc,
                "select information_id, enfant_id from information_mineur where information_id = any(:ids) order by ordre", ids);
    }

    @Override
    public Set<UUID> avecEnfants(Collection<UUID> enfants) {
        return new HashSet<>(jdbc.sql("select information_id from information_mineur where enfant_id = any(:enfants)")
                .param("enfants", enfants.toArray(UUID[]::new)).query(UUID.class).list());
    }
}
