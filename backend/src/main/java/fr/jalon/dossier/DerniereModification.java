package fr.jalon.dossier;

import java.time.Instant;
import java.util.UUID;

import fr.jalon.commun.Conflit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed a child's file last, for the second person to be told: the journal knows. */
@Component
class DerniereModification {

    private final JdbcClient jdbc;

    DerniereModification(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Conflit conflit(UUID enfant) {
        record Ligne(String par, Instant le) {
        }
        Ligne derniere = jdbc.sql("""
                select coalesce(concat_ws(' ', u.prenom, u.nom), j.acteur) as par, j.le from journal_acces j
                left join utilisateur u on u.id = j.utilisateur_id
                where j.sujet_type = 'ENFANT' and j.sujet_id = ? and j.genre = 'MODIFICATION' order by j.le desc limit 1""").param(enfant)
                .query((rs, n) -> new Ligne(rs.getString(1), rs.getTimestamp(2).toInstant())).optional().orElse(new Ligne(null, null));
        return new Conflit(derniere.par(), derniere.le(),
                "Ce dossier a été modifié depuis que vous l’avez ouvert.");
    }
}
