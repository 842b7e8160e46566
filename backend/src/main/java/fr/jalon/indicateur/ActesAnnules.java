package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts that were told of a span and cancelled since: no fact any more, but near the figure they were in. */
@Component
class ActesAnnules {

    private static final TypeReference<Map<String, String>> DIMENSIONS = new TypeReference<>() {
    };
    private static final String ANNULES = """
            select e.jour, e.unite_id, cast(e.dimensions as text) as dimensions, m.sujet_id,
                (select en.sujet_id from evenement_sujet en where en.evenement_id = e.id and en.sujet_type = 'ENFANT' limit 1) as enfant_id
            from evenement e join evenement_sujet m on m.evenement_id = e.id
                and m.sujet_type = case when e.type like 'signalement.%' then 'IP' else upper(split_part(e.type, '.', 1)) end
            where e.type = :type and e.jour between :du and :au and e.transaction_id < cast(:cloture as xid8) and e.annule_id is null
                and exists (select 1 from evenement a where a.annule_id = e.id and a.transaction_id < cast(:cloture as xid8))
                and not exists (select 1 from evenement r where r.rectifie_id = e.id and r.transaction_id < cast(:cloture as xid8))
            order by e.jour, e.id""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ActesAnnules(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<FaitsMesures.Acte> lire(String type, LocalDate du, LocalDate au, String cloture) {
        EnfantsReunis reunis = EnfantsReunis.lire(jdbc, cloture);
        return jdbc.sql(ANNULES).param("type", type).param("du", du).param("au", au).param("cloture", cloture).query((l, n) -> new FaitsMesures.Acte(
                l.getObject("sujet_id", UUID.class), reunis.debout(l.getObject("enfant_id", UUID.class)), LectureFaits.date(l, "jour"), l.getString("unite_id"),
                dimensions(l.getString("dimensions")))).list();
    }

    private Map<String, String> dimensions(String texte) {
        try {
            return json.readValue(texte, DIMENSIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
