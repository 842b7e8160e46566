package fr.jalon.mesure;

import java.util.UUID;

import fr.jalon.dossier.Dossiers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The child's file that a measure opened to its territory. When the measure goes to another one, or was entered by mistake, what it opened
 * closes, unless the unit still sees something else about the child, or had the file before.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RegardsMesure {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;

    RegardsMesure(JdbcClient jdbc, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
    }

    /** @param unite which no longer leads the measure, or led one that never was */
    void fermer(UUID mesureId, UUID enfantId, String unite) {
        UUID[] memes = dossiers.identites(enfantId).toArray(UUID[]::new);
        jdbc.sql("""
                delete from sujet_unite su
                where su.sujet_type = 'ENFANT' and su.titre = 'SUIVI' and su.sujet_id = any (:memes) and su.unite_id = :unite
                    and su.origine_tx in (select e.transaction_id from evenement_sujet s join evenement e on e.id = s.evenement_id
                        where s.sujet_type = 'MESURE' and s.sujet_id = :mesure)
                    and not exists (select 1 from dossier_d_enfant d join sujet_unite v on v.sujet_type = d.sujet_type and v.sujet_id = d.sujet_id
                        where d.enfant_id = any (:memes) and d.sujet_type <> 'ENFANT' and v.unite_id = :unite and v.titre <> 'EXERCICE'
                        and not (d.sujet_type = 'MESURE' and exists (select 1 from mesure m where m.id = d.sujet_id and m.etat = 'ANNULEE'))
                        and not (d.sujet_type = 'PROJET' and exists (select 1 from projet p where p.id = d.sujet_id and p.etat = 'ANNULE')))""")
                .param("memes", memes).param("unite", unite).param("mesure", mesureId).update();
    }
}
