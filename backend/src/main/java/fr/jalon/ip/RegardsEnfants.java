package fr.jalon.ip;

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

    /** Acts that open the children's files to the units in charge. */
    private static final String MANDATS = """
            (select e.transaction_id from evenement e join evenement_sujet s on s.evenement_id = e.id
            where s.sujet_type = 'IP' and s.sujet_id = :ip and e.type in ('ip.confiee', 'ip.unite-changee', 'ip.evaluateurs-designes',
                'ip.mineurs-ajoutes', 'information.jointe'))""";

    /** A child, and those who are the same child since merges: what is about one is about all. */
    private static final String FERMER = """
            with recursive ascendants(enfant, id) as (
                select m.enfant_id, m.enfant_id from mineur_concerne m where m.ip_id = :ip
                union
                select a.enfant, e.fusionne_vers from ascendants a join enfant e on e.id = a.id where e.fusionne_vers is not null),
            memes(enfant, id) as (
                select enfant, id from ascendants
                union
                select m.enfant, e.id from memes m join enfant e on e.fusionne_vers = m.id)
            delete from sujet_unite su
            where su.sujet_type = 'ENFANT' and su.titre = 'SUIVI'
                and su.sujet_id in (select enfant_id from mineur_concerne where ip_id = :ip)
                and su.origine_tx in %s
                and not exists (select 1 from memes f join mineur_concerne m on m.enfant_id = f.id
                    join information_preoccupante i on i.id = m.ip_id
                    join sujet_unite v on v.sujet_type = 'IP' and v.sujet_id = i.id and v.unite_id = su.unite_id
                    where f.enfant = su.sujet_id and (i.id = :ip or m.retire_le is null and i.etat <> 'ANNULEE'))
                and not exists (select 1 from memes f join information_mineur m on m.enfant_id = f.id
                    join sujet_unite v on v.sujet_type = 'INFORMATION' and v.sujet_id = m.information_id and v.unite_id = su.unite_id
                    where f.enfant = su.sujet_id)""";

    private final JdbcClient jdbc;

    RegardsEnfants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After the IP closed to units that no longer lead: what any of its mandates opened to them closes too. */
    public void fermer(UUID ipId) {
        jdbc.sql(FERMER.formatted(MANDATS)).param("ip", ipId).update();
    }

    /** After the IP closed to the units one act opened it to: what that act opened closes too. */
    public void fermer(UUID ipId, String transaction) {
        jdbc.sql(FERMER.formatted("(cast(:tx as xid8))")).param("ip", ipId).param("tx", transaction).update();
    }
}
