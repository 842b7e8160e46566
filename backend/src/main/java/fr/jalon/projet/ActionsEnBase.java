package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Actions of the version established last: those being written are nobody's task yet. */
@Component
class ActionsEnBase {

    /** @param finie done, or given up */
    record ActionEtablie(UUID id, UUID lignee, String libelle, LocalDate debut, LocalDate echeance, LocalDate finie, UUID utilisateurId,
            String serviceId) {
    }

    private final JdbcClient jdbc;

    ActionsEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ActionEtablie> etablies(UUID projetId) {
        return etablies(List.of(projetId)).getOrDefault(projetId, List.of());
    }

    Map<UUID, List<ActionEtablie>> etablies(Collection<UUID> projets) {
        Map<UUID, List<ActionEtablie>> parProjet = new HashMap<>();
        jdbc.sql("""
                select v.projet_id, a.id, a.lignee, a.libelle, a.debut, coalesce(a.echeance, a.fin) as echeance, coalesce(a.faite_le, a.abandonnee_le) as finie,
                    a.utilisateur_id, a.service_id
                from (select distinct on (projet_id) projet_id, id from projet_version where projet_id = any(:projets) and etat <> 'EN_COURS'
                    order by projet_id, numero desc) v join projet_action a on a.version_id = v.id order by a.rang, a.id""")
                .param("projets", projets.toArray(UUID[]::new)).query(l -> {
                    parProjet.computeIfAbsent(l.getObject("projet_id", UUID.class), k -> new ArrayList<>()).add(new ActionEtablie(l.getObject("id", UUID.class),
                            l.getObject("lignee", UUID.class), l.getString("libelle"), l.getObject("debut", LocalDate.class),
                            l.getObject("echeance", LocalDate.class), l.getObject("finie", LocalDate.class), l.getObject("utilisateur_id", UUID.class),
                            l.getString("service_id")));
                });
        return parProjet;
    }
}
