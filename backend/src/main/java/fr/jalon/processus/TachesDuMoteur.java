package fr.jalon.processus;

import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every step that waits, as the engine has it: the source of the task list, read by those who check or rebuild it. Not for lists. */
@Component
public class TachesDuMoteur {

    private final JdbcClient jdbc;

    TachesDuMoteur(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page by id; {@code apres} is the last id of the page before, or the empty string. */
    public List<TacheMoteur> ouvertes(String apres, int nombre) {
        return jdbc.sql("""
                select t.id_, i.sujet_type, i.sujet_id, i.cle, t.task_def_key_, g.group_id_, t.create_time_, o.text_ as objet
                from act_ru_task t join processus_instance i on i.instance_id = t.proc_inst_id_
                left join act_ru_identitylink g on g.task_id_ = t.id_ and g.type_ = 'candidate' and g.group_id_ is not null
                left join act_ru_variable o on o.execution_id_ = t.execution_id_ and o.name_ = 'objetId'
                where t.id_ > ? order by t.id_ limit ?""").params(apres, nombre)
                .query((rs, n) -> new TacheMoteur(rs.getString("id_"),
                        new Sujet(TypeSujet.valueOf(rs.getString("sujet_type")), rs.getObject("sujet_id", UUID.class)), rs.getString("cle"),
                        rs.getString("task_def_key_"), rs.getString("group_id_"), rs.getTimestamp("create_time_").toInstant(),
                        rs.getString("objet") == null ? null : UUID.fromString(rs.getString("objet"))))
                .list();
    }
}
