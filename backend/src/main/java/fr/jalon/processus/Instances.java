package fr.jalon.processus;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.base.Ecritures;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which engine instance carries which subject. A subject has one running instance at most (a database constraint says so). */
@Component
class Instances {

    record Instance(String id, Sujet sujet, String cle, String version, boolean actif) {
    }

    private static final RowMapper<Instance> LIGNE = (rs, n) -> new Instance(rs.getString("instance_id"),
            new Sujet(TypeSujet.valueOf(rs.getString("sujet_type")), rs.getObject("sujet_id", UUID.class)), rs.getString("cle"),
            rs.getString("version"), rs.getBoolean("actif"));

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final RepositoryService depot;
    /** A deployed definition never changes. */
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    Instances(JdbcClient jdbc, Ecritures ecritures, RepositoryService depot) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
        this.depot = depot;
    }

    void ouvrir(Sujet sujet, String cle, String instanceId, String definitionId) {
        ecritures.ecrire("""
                insert into processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif)
                values (?, ?, ?, ?, ?, true)""",
                instanceId, sujet.type().name(), sujet.id(), cle,
                versions.computeIfAbsent(definitionId, id -> depot.getProcessDefinition(id).getVersionTag()));
    }

    Optional<Instance> active(Sujet sujet) {
        return jdbc.sql("select * from processus_instance where sujet_type = ? and sujet_id = ? and actif")
                .params(sujet.type().name(), sujet.id()).query(LIGNE).optional();
    }

    /**
     * The running instance, locked until the end of the transaction. Without the lock a second completion could read the task before the
     * first commits and the execution after, and leave the step that comes next.
     */
    Optional<Instance> pourAgir(Sujet sujet) {
        return jdbc.sql("select * from processus_instance where sujet_type = ? and sujet_id = ? and actif for update")
                .params(sujet.type().name(), sujet.id()).query(LIGNE).optional();
    }

    Set<Sujet> actives(Collection<Sujet> sujets) {
        Set<Sujet> actives = new HashSet<>();
        jdbc.sql("select sujet_type, sujet_id from processus_instance where actif and sujet_id = any(:ids)")
                .param("ids", sujets.stream().map(Sujet::id).toArray(UUID[]::new))
                .query(l -> {
                    actives.add(new Sujet(TypeSujet.valueOf(l.getString(1)), l.getObject(2, UUID.class)));
                });
        actives.retainAll(sujets);
        return actives;
    }

    /** The running instance, or the last that ran. */
    Optional<Instance> derniere(Sujet sujet) {
        return jdbc.sql("""
                select * from processus_instance where sujet_type = ? and sujet_id = ?
                order by actif desc, ouvert_le desc, instance_id desc limit 1""")
                .params(sujet.type().name(), sujet.id()).query(LIGNE).optional();
    }

    Optional<Instance> deId(String instanceId) {
        return jdbc.sql("select * from processus_instance where instance_id = ?").param(instanceId).query(LIGNE).optional();
    }

    void rattacher(String instanceId, Sujet nouveau) {
        jdbc.sql("update processus_instance set sujet_type = ?, sujet_id = ? where instance_id = ?")
                .params(nouveau.type().name(), nouveau.id(), instanceId).update();
    }

    void finir(String instanceId) {
        jdbc.sql("update processus_instance set actif = false where instance_id = ?").param(instanceId).update();
    }

    void changerVersion(String instanceId, String version) {
        jdbc.sql("update processus_instance set version = ? where instance_id = ?").params(version, instanceId).update();
    }
}
