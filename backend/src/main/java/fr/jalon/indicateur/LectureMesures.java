package fr.jalon.indicateur;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            from periode p where p.sujet_type in ('MESURE', 'PROJET', 'AUTONOMIE', 'RELEVE') and %s /*parmi p.enfant_id enfants*/
            order by p.periode_id, p.segment""".formatted(LectureFaits.CONNUE);

    /** Of files that are no child's. */
    private static final String PERIODES_SANS_ENFANT = PERIODES.replace("/*parmi p.enfant_id enfants*/", "and p.enfant_id is null /*parmi p.sujet_id autres*/");

    private static final String ACTES = """
            select e.type, e.jour, e.unite_id, cast(e.dimensions as text) as dimensions, m.sujet_id,
                case when m.sujet_type not in ('IP', 'INFORMATION') then coalesce((select en.sujet_id from evenement_sujet en
                    where en.evenement_id = e.id and en.sujet_type = 'ENFANT' limit 1), (select p.enfant_id from periode p
                    where p.sujet_id = m.sujet_id and p.connu_au is null and p.enfant_id is not null limit 1)) end as enfant_id
            from evenement e join evenement_sujet m on m.evenement_id = e.id and m.sujet_type = case when e.type like 'signalement.%%' then 'IP' else upper(split_part(e.type, '.', 1)) end
            where %s and %s %s
            order by e.jour, e.id""";

    private static final String ACTES_TOUS = ACTES.formatted(TypesLus.actes("e"), LectureFaits.TIENT, "");
    private static final String ACTES_PARMI = ACTES.formatted(TypesLus.actes("e"), LectureFaits.TIENT, """
            and e.id in (select x.evenement_id from evenement_sujet x where true /*parmi x.sujet_id tous*/)""");

    private static final String PLACES = """
            select case when u.type = 'SERVICE' then c.service_id end as service_id, c.produit, c.unite_id, c.places, c.du, c.au
            from capacite c join unite u on u.id = c.service_id order by c.du, c.id""";

    /** As the file said it below the fence: a corrected birth corrects the ages of former years, but not what was known of them. */
    private static final String TRAITS = """
            select t.enfant_id, t.naissance_le, t.sexe from enfant_trait t
            where t.connu_tx < cast(:cloture as xid8) and (t.connu_fin_tx is null or t.connu_fin_tx >= cast(:cloture as xid8)) %s
            order by t.enfant_id""";
    private static final String TRAITS_TOUS = TRAITS.formatted("");
    private static final String TRAITS_PARMI = TRAITS.formatted("/*parmi t.enfant_id enfants*/");

    /** Who lives together, of those whose families are counted; read as the file says it now, as births are. */
    private static final String FOYERS = """
            select distinct on (f.enfant_id) f.enfant_id, f.foyer_id from foyer_repere f where f.annule_le is null and f.enfant_id in (
                select p.enfant_id from periode p where p.sujet_type = 'RELEVE' or p.genre = 'EXERCEE' and p.dimensions ->> 'base' = 'TISF'
                union select r.enfant_id from releve_repere r) /*parmi f.enfant_id enfants*/
            order by f.enfant_id, f.principal desc, f.au desc nulls first, f.du desc nulls last, f.id""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LectureMesures(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    FaitsMesures lire(String cloture, EnfantsReunis reunis, Parmi parmi) {
        // A few hundred different sets of dimensions for tens of thousands of rows.
        Map<String, Map<String, String>> connues = new HashMap<>();
        FaitsMesures.Assemblage periodes = new FaitsMesures.Assemblage();
        Set<UUID> sujets = new HashSet<>();
        for (String sql : parmi.tout() ? List.of(PERIODES) : List.of(PERIODES, PERIODES_SANS_ENFANT)) {
            parmi.requete(jdbc, sql).param("cloture", cloture).query(l -> {
                sujets.add(l.getObject("sujet_id", UUID.class));
                periodes.segment(l.getString("genre").intern(), l.getObject("periode_id", UUID.class), l.getObject("sujet_id", UUID.class),
                        enfant(l, reunis), new FaitsMesures.Segment(LectureFaits.date(l, "debut"), LectureFaits.date(l, "fin"),
                                l.getString("unite_id"), connues.computeIfAbsent(l.getString("dimensions"), this::dimensions)));
            });
        }
        Map<String, List<FaitsMesures.Acte>> actes = new HashMap<>();
        List<UUID> tous = new ArrayList<>(sujets);
        parmi.listes("enfants", "autres").forEach(tous::addAll);
        parmi.avec("tous", tous).requete(jdbc, parmi.tout() ? ACTES_TOUS : ACTES_PARMI).param("cloture", cloture).query(l -> {
            actes.computeIfAbsent(l.getString("type"), k -> new ArrayList<>()).add(new FaitsMesures.Acte(l.getObject("sujet_id", UUID.class),
                    enfant(l, reunis), LectureFaits.date(l, "jour"), l.getString("unite_id"), connues.computeIfAbsent(l.getString("dimensions"), this::dimensions)));
        });
        Map<UUID, LocalDate> naissances = new HashMap<>();
        Map<UUID, String> sexes = new HashMap<>();
        parmi.requete(jdbc, parmi.tout() ? TRAITS_TOUS : TRAITS_PARMI).param("cloture", cloture).query(l -> {
            UUID id = l.getObject("enfant_id", UUID.class);
            UUID debout = reunis.debout(id);
            LocalDate naissance = LectureFaits.date(l, "naissance_le");
            // What the file that stands says comes first; the others complete it, always in the same order.
            if (id.equals(debout)) {
                sexes.put(debout, l.getString("sexe"));
            } else {
                sexes.putIfAbsent(debout, l.getString("sexe"));
            }
            if (naissance != null && (id.equals(debout) || !naissances.containsKey(debout))) {
                naissances.put(debout, naissance);
            }
        });
        Map<UUID, UUID> foyers = new HashMap<>();
        if (parmi.demande("foyers")) {
            parmi.requete(jdbc, FOYERS).query(l -> {
                foyers.putIfAbsent(reunis.debout(l.getObject("enfant_id", UUID.class)), l.getObject("foyer_id", UUID.class));
            });
        }
        return new FaitsMesures(periodes.parGenre(), actes, places(), naissances, foyers, sexes);
    }

    List<FaitsMesures.Places> places() {
        return jdbc.sql(PLACES).query((l, n) -> new FaitsMesures.Places(l.getString("service_id"),
                l.getString("produit"), l.getString("unite_id"), l.getInt("places"), LectureFaits.date(l, "du"), LectureFaits.date(l, "au"))).list();
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
