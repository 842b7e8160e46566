package fr.jalon.indicateur;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods and acts of measures, and of the projets and paths that follow from them, below a fence. Places are dated reference data of the services: read as they stand. */
@Component
class LectureMesures {

    private static final TypeReference<Map<String, String>> DIMENSIONS = new TypeReference<>() {
    };

    private static final String PERIODES = """
            select p.periode_id, p.genre, p.sujet_id, p.enfant_id, p.debut, p.fin, p.unite_id, cast(p.dimensions as text) as dimensions
            from periode p where p.sujet_type in ('MESURE', 'PROJET', 'AUTONOMIE', 'RELEVE') and %s order by p.periode_id, p.segment""".formatted(LectureFaits.CONNUE);

    private static final String ACTES = """
            select e.type, e.jour, e.unite_id, cast(e.dimensions as text) as dimensions, m.sujet_id,
                case when m.sujet_type not in ('IP', 'INFORMATION') then (select en.sujet_id from evenement_sujet en
                    where en.evenement_id = e.id and en.sujet_type = 'ENFANT' limit 1) end as enfant_id
            from evenement e join evenement_sujet m on m.evenement_id = e.id and m.sujet_type = case when e.type like 'signalement.%%' then 'IP' else upper(split_part(e.type, '.', 1)) end
            where (e.type in ('mesure.caduque', 'mesure.terminee', 'mesure.renouvelee', 'mesure.requalifiee', 'mesure.cadre-change',
                'mesure.transferee', 'mesure.modulee', 'mesure.rapport', 'mesure.lieu', 'mesure.lieu-fini', 'mesure.revue', 'mesure.audience', 'ip.decidee', 'ip.suite-judiciaire',
                'signalement.transmis', 'information.recue') or e.type like 'projet.%%' or e.type like 'autonomie.%%' or e.type like 'releve.%%') and %s
            order by e.jour, e.id""".formatted(LectureFaits.TIENT);

    private static final String PLACES = """
            select case when u.type = 'SERVICE' then c.service_id end as service_id, c.produit, c.unite_id, c.places, c.du, c.au
            from capacite c join unite u on u.id = c.service_id order by c.du, c.id""";

    /** A birth is no event: it is read as the file says it now, and a corrected one corrects the ages of former years. */
    private static final String NAISSANCES = """
            select e.id, e.naissance_le from enfant e where e.naissance_precision = 'EXACTE' and e.id in (
                select p.enfant_id from periode p where p.enfant_id is not null)""";

    /** Who lives together, of those whose families are counted; read as the file says it now, as births are. */
    private static final String FOYERS = """
            select distinct on (f.enfant_id) f.enfant_id, f.foyer_id from foyer_enfant f where f.annule_le is null and f.enfant_id in (
                select p.enfant_id from periode p where p.sujet_type = 'RELEVE' or p.genre = 'EXERCEE' and p.dimensions ->> 'base' = 'TISF'
                union select r.enfant_id from releve r)
            order by f.enfant_id, f.principal desc, f.au desc nulls first, f.du desc nulls last, f.id""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LectureMesures(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    FaitsMesures lire(String cloture, EnfantsReunis reunis) {
        // A few hundred different sets of dimensions for tens of thousands of rows.
        Map<String, Map<String, String>> connues = new HashMap<>();
        FaitsMesures.Assemblage periodes = new FaitsMesures.Assemblage();
        jdbc.sql(PERIODES).param("cloture", cloture).query(l -> {
            periodes.segment(l.getString("genre").intern(), l.getObject("periode_id", UUID.class), l.getObject("sujet_id", UUID.class),
                    enfant(l, reunis), new FaitsMesures.Segment(LectureFaits.date(l, "debut"), LectureFaits.date(l, "fin"),
                            l.getString("unite_id"), connues.computeIfAbsent(l.getString("dimensions"), this::dimensions)));
        });
        Map<String, List<FaitsMesures.Acte>> actes = new HashMap<>();
        jdbc.sql(ACTES).param("cloture", cloture).query(l -> {
            actes.computeIfAbsent(l.getString("type"), k -> new ArrayList<>()).add(new FaitsMesures.Acte(l.getObject("sujet_id", UUID.class),
                    enfant(l, reunis), LectureFaits.date(l, "jour"), l.getString("unite_id"),
                    connues.computeIfAbsent(l.getString("dimensions"), this::dimensions)));
        });
        List<FaitsMesures.Places> places = jdbc.sql(PLACES).query((l, n) -> new FaitsMesures.Places(l.getString("service_id"),
                l.getString("produit"), l.getString("unite_id"), l.getInt("places"), LectureFaits.date(l, "du"), LectureFaits.date(l, "au"))).list();
        Map<UUID, LocalDate> naissances = new HashMap<>();
        jdbc.sql(NAISSANCES).query(l -> {
            naissances.putIfAbsent(reunis.debout(l.getObject("id", UUID.class)), LectureFaits.date(l, "naissance_le"));
        });
        Map<UUID, UUID> foyers = new HashMap<>();
        jdbc.sql(FOYERS).query(l -> {
            foyers.putIfAbsent(reunis.debout(l.getObject("enfant_id", UUID.class)), l.getObject("foyer_id", UUID.class));
        });
        return new FaitsMesures(periodes.parGenre(), actes, places, naissances, foyers);
    }

    private static UUID enfant(ResultSet l, EnfantsReunis reunis) throws SQLException {
        return reunis.debout(l.getObject("enfant_id", UUID.class));
    }

    private Map<String, String> dimensions(String texte) {
        try {
            return Map.copyOf(json.readValue(texte, DIMENSIONS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
