package fr.jalon.projet;

import java.time.LocalDate;
import java.util.List;
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
        return jdbc.sql("""
                select a.id, a.lignee, a.libelle, a.debut, coalesce(a.echeance, a.fin) as echeance, coalesce(a.faite_le, a.abandonnee_le) as finie,
                    a.utilisateur_id, a.service_id
                from projet_action a where a.version_id = (select v.id from projet_version v where v.projet_id = :projet and v.etat <> 'EN_COURS'
                    order by v.numero desc limit 1) order by a.rang, a.id""").param("projet", projetId).query(ActionEtablie.class).list();
    }

    List<DatesProjet.ActionDatee> datees(UUID projetId) {
        return etablies(projetId).stream().map(a -> new DatesProjet.ActionDatee(a.lignee(), a.echeance(), a.finie())).toList();
    }
}
