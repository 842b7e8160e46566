package fr.jalon.acces.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Object references of another territory swapped in: to each id of each form of the OpenAPI documents is given, in turn, each kind of thing of a
 * territory that is not the sender's. The sender acts on a file of theirs; nothing of the other file is told, and no row joins the two.
 */
@TestIntegration
class ReferencesEchangeesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UUID_ECRIT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private DossiersDEssai dossiers;
    @Autowired
    private SpringDocConfigProperties reglages;
    @Autowired
    private SansControle sansControle;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void no_form_takes_a_thing_of_another_territory_nor_tells_anything_of_it() throws Exception {
        List<PointEntree> points = PointEntree.tous(mvc, gens, reglages);
        Map<String, String> siens = fougeres();
        Map<String, String> autres = dossiers.deRedon();
        String secret = dossiers.nomSecret();
        List<UUID> auteurs = List.of(gens.de(Role.RESPONSABLE_CDAS, "cdas-fougeres"), gens.de(Role.REF, "cdas-fougeres"), gens.de(Role.REFERENT_PPEF, "cdas-fougeres"));
        List<String> colonnes = colonnes();
        List<String> fautes = new ArrayList<>();
        int[] essais = {0, 0};
        sansControle.faire(() -> {
            for (PointEntree p : points) {
                if (p.methode().equals("GET") || p.fichier()) {
                    continue;
                }
                JsonNode corps = JSON.readTree(p.corps());
                for (String champ : references(corps, "")) {
                    for (String genre : List.of("ENFANT", "IP", "INFORMATION", "MESURE", "PROJET", "DOCUMENT")) {
                        for (UUID auteur : auteurs) {
                            essais[0]++;
                            String faute = essayer(p, avec(corps, champ, autres.get(genre)), siens, autres, auteur, secret, colonnes, essais);
                            if (faute != null) {
                                fautes.add(p.nom() + " : " + champ + " = " + genre + " d’un autre territoire : " + faute);
                            }
                        }
                    }
                }
            }
        });
        assertThat(fautes.stream().distinct()).isEmpty();
        assertThat(essais[0]).as("ids there are in forms").isGreaterThan(500);
        assertThat(essais[1]).as("forms that went as far as writing").isPositive();
    }

    private String essayer(PointEntree p, String corps, Map<String, String> siens, Map<String, String> autres, UUID auteur, String secret, List<String> colonnes, int[] essais) {
        return transaction.execute(statut -> {
            statut.setRollbackOnly();
            MvcResult r;
            try {
                r = mvc.perform(request(HttpMethod.valueOf(p.methode()), DossiersDEssai.adresse(p.chemin(), siens)).with(gens.comme(auteur)).contentType("application/json").content(corps)).andReturn();
            } catch (Exception e) {
                throw new IllegalStateException(p.nom(), e);
            }
            if (new String(r.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).contains(secret)) {
                return "le nom de l’enfant est dit";
            }
            if (r.getResponse().getStatus() >= 500) {
                return "erreur " + r.getResponse().getStatus();
            }
            if (r.getResponse().getStatus() >= 300) {
                return null;
            }
            essais[1]++;
            return ecrit(colonnes, autres);
        });
    }

    /** A row written by this transaction that names a thing of the other territory. */
    private String ecrit(List<String> colonnes, Map<String, String> autres) {
        String[] ids = autres.values().stream().filter(v -> UUID_ECRIT.matcher(v).matches()).toArray(String[]::new);
        for (String colonne : colonnes) {
            String[] c = colonne.split("\\.");
            if (jdbc.sql("select exists (select 1 from " + c[0] + " where " + c[1] + " = any (cast(? as uuid[])) and xmin::text::bigint = (pg_current_xact_id()::text::bigint % 4294967296))")
                    .param(ids).query(Boolean.class).single()) {
                return "écrit dans " + colonne;
            }
        }
        return null;
    }

    /** Every column of ids of every table of files: the journal and who is at work apart. */
    private List<String> colonnes() {
        return jdbc.sql("""
                select c.table_name || '.' || c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'
                    and c.table_name not like 'act\\_%' and c.table_name not in ('journal_acces', 'journal_sceau', 'commande_recue', 'brouillon', 'alerte_recherche')
                order by 1""").query(String.class).list();
    }

    private Map<String, String> fougeres() throws Exception {
        Map<String, String> siens = new LinkedHashMap<>(dossiers.deRedon());
        // The same files, given to the sender's territory: what is swapped in is then the only thing of another.
        for (String id : siens.values()) {
            if (UUID_ECRIT.matcher(id).matches()) {
                jdbc.sql("update sujet_unite set unite_id = 'cdas-fougeres' where sujet_id = cast(? as uuid) and unite_id = 'cdas-redon'").param(id).update();
                jdbc.sql("update mesure set unite_id = 'cdas-fougeres' where id = cast(? as uuid)").param(id).update();
            }
        }
        jdbc.sql("update enfant set nom = 'Sien' where nom = ?").param(dossiers.nomSecret()).update();
        return siens;
    }

    /** Paths of the ids a form holds. */
    private static List<String> references(JsonNode noeud, String chemin) {
        List<String> trouvees = new ArrayList<>();
        noeud.properties().forEach(e -> {
            String ici = chemin.isEmpty() ? e.getKey() : chemin + "." + e.getKey();
            if (e.getValue().isTextual() && UUID_ECRIT.matcher(e.getValue().asText()).matches()) {
                trouvees.add(ici);
            } else if (e.getValue().isArray() && e.getValue().isEmpty() && (e.getKey().endsWith("s") || e.getKey().endsWith("Ids"))) {
                trouvees.add(ici + "[]");
            } else if (e.getValue().isObject()) {
                trouvees.addAll(references(e.getValue(), ici));
            }
        });
        return trouvees;
    }

    private static String avec(JsonNode corps, String champ, String valeur) {
        ObjectNode copie = corps.deepCopy();
        ObjectNode ou = copie;
        String[] pas = champ.split("\\.");
        for (int i = 0; i < pas.length - 1; i++) {
            ou = (ObjectNode) ou.get(pas[i]);
        }
        String dernier = pas[pas.length - 1];
        if (dernier.endsWith("[]")) {
            ((ArrayNode) ou.get(dernier.replace("[]", ""))).add(valeur);
        } else {
            ou.put(dernier, valeur);
        }
        return copie.toString();
    }
}
