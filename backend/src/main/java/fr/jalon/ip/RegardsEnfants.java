package fr.jalon.ip;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The children's files that a mandate opens to the units it names. When a unit is no longer in charge, what its mandate opened closes,
 * unless the unit still sees another IP or information about the child, or this one by another title.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RegardsEnfants {

    /** Transactions of the acts that opened the children's files to the units in charge. */
    private static final String MANDATS = """
            select distinct e.transaction_id::text from evenement_sujet s join evenement e on e.id = s.evenement_id
            where s.sujet_type = 'IP' and s.sujet_id = :ip and e.type in ('ip.confiee', 'ip.unite-changee', 'ip.evaluateurs-designes',
                'ip.mineurs-ajoutes', 'information.jointe')""";

    /** A child, and those who are the same child since merges: what is about one is about all. */
    private static final String MEMES = """
            with recursive ascendants(id) as (
                select cast(:enfant as uuid)
                union
                select e.fusionne_vers from ascendants a join enfant e on e.id = a.id where e.fusionne_vers is not null),
            memes(id) as (
                select id from ascendants
                union
                select e.id from memes m join enfant e on e.fusionne_vers = m.id)
            select id from memes""";

    /**
     * One child at a time, by their ids as values: whatever the statistics of a table being filled say, each line is reached by its key.
     * As one statement over all, it once read whole tables for minutes.
     */
    private static final String FERMER = """
            delete from sujet_unite su
            where su.sujet_type = 'ENFANT' and su.titre = 'SUIVI' and su.sujet_id = :enfant and su.origine_tx::text = any (:mandats)
                and not exists (select 1 from mineur_concerne m join information_preoccupante i on i.id = m.ip_id
                    join sujet_unite v on v.sujet_type = 'IP' and v.sujet_id = i.id and v.unite_id = su.unite_id
                    where m.enfant_id = any (:memes) and (i.id = :ip or m.retire_le is null and i.etat <> 'ANNULEE'))
                and not exists (select 1 from information_mineur m
                    join sujet_unite v on v.sujet_type = 'INFORMATION' and v.sujet_id = m.information_id and v.unite_id = su.unite_id
                    where m.enfant_id = any (:memes))""";

    private final JdbcClient jdbc;

    RegardsEnfants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After the IP closed to units that no longer lead: what any of its mandates opened to them closes too. */
    public void fermer(UUID ipId) {
        fermer(ipId, jdbc.sql(MANDATS).param("ip", ipId).query(String.class).list());
    }

    /** After the IP closed to the units one act opened it to: what that act opened closes too. */
    public void fermer(UUID ipId, String transaction) {
        fermer(ipId, List.of(transaction));
    }

    private void fermer(UUID ipId, List<String> mandats) {
        if (mandats.isEmpty()) {
            return;
        }
        for (UUID enfant : jdbc.sql("select distinct enfant_id from mineur_concerne where ip_id = ?").param(ipId).query(UUID.class).list()) {
            UUID[] memes = jdbc.sql(MEMES).param("enfant", enfant).query(UUID.class).list().toArray(UUID[]::new);
            jdbc.sql(FERMER).param("enfant", enfant).param("mandats", mandats.toArray(String[]::new)).param("memes", memes).param("ip", ipId).update();
        }
    }
}
