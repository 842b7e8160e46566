package fr.jalon.tache;

import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits on a file and for whom: for those who have to tell somebody. */
@Component
public class TachesOuvertes {

    /**
     * A step that waits.
     *
     * @param unite unit whose people find it in their list
     * @param titulaire who took it or was given it, or null
     */
    public record TacheOuverte(String id, String cle, String etape, String mission, String unite, String reference, UUID titulaire) {
    }

    private final JdbcClient jdbc;

    TachesOuvertes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TacheOuverte> de(Sujet sujet) {
        return jdbc.sql("""
                select t.id, t.cle, t.etape, t.mission, t.unite_id, t.reference, s.titulaire_id from tache t
                left join tache_suivi s on s.tache_id = t.id where t.sujet_type = ? and t.sujet_id = ? order by t.etape_rang, t.id""")
                .params(sujet.type().name(), sujet.id())
                .query((l, n) -> new TacheOuverte(l.getString(1), l.getString(2), l.getString(3), l.getString(4), l.getString(5),
                        l.getString(6), l.getObject(7, UUID.class))).list();
    }
}
