package fr.jalon.ip.reception;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.essai.Gens;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Talks to the endpoints as the screens do: intakes, analyses and mandates with as little said as each test needs. */
@Lazy
@Component
public class Accueil {

    private final MockMvc mvc;
    private final Gens gens;
    private final ObjectMapper json;

    Accueil(MockMvc mvc, Gens gens, ObjectMapper json) {
        this.mvc = mvc;
        this.gens = gens;
        this.json = json;
    }

    /** An intake that passes; change what the test is about. */
    public Map<String, Object> saisie() {
        Map<String, Object> s = new LinkedHashMap<>();
        s.put("nature", "INFORMATION");
        s.put("mode", "TELEPHONE");
        s.put("origine", "EDUCATION_NATIONALE");
        s.put("transmetteur", transmetteur("PROFESSIONNEL", "Mme Essai", false));
        s.put("faits", "Faits rapportés.");
        s.put("famille", famille(enfant("Lemoine", "Zoé", "2016-05-04")));
        return s;
    }

    public static Map<String, Object> transmetteur(String cadre, String nom, boolean confidentiel) {
        Map<String, Object> t = new LinkedHashMap<>();
        t.put("cadre", cadre);
        t.put("nom", nom);
        t.put("contact", nom == null ? null : "06 00 00 00 00");
        t.put("confidentiel", confidentiel);
        return t;
    }

    public static Map<String, Object> enfant(String nom, String prenoms, String naissance) {
        Map<String, Object> n = new LinkedHashMap<>();
        n.put("nom", nom);
        n.put("prenoms", prenoms);
        n.put("naissance", naissance == null ? null : Map.of("precision", "EXACTE", "le", naissance));
        return Map.of("nouveau", n);
    }

    public static Map<String, Object> connu(UUID id) {
        return Map.of("enfantId", id);
    }

    @SafeVarargs
    public static Map<String, Object> famille(Map<String, Object>... enfants) {
        List<Map<String, Object>> liste = new ArrayList<>();
        for (int i = 0; i < enfants.length; i++) {
            Map<String, Object> e = new LinkedHashMap<>(enfants[i]);
            e.put("cle", "e" + i);
            liste.add(e);
        }
        return new LinkedHashMap<>(Map.of("enfants", liste));
    }

    public ResultActions poster(UUID qui, String chemin, Object corps) throws Exception {
        return mvc.perform(post(chemin).with(gens.comme(qui)).contentType("application/json").content(json.writeValueAsString(corps)));
    }

    /** As the form sends it: a double click carries the same key. */
    public ResultActions poster(UUID qui, String chemin, Object corps, UUID cle) throws Exception {
        return mvc.perform(post(chemin).with(gens.comme(qui)).contentType("application/json").header("Cle-Idempotence", cle.toString())
                .content(json.writeValueAsString(corps)));
    }

    public ResultActions lire(UUID qui, String chemin) throws Exception {
        return mvc.perform(get(chemin).with(gens.comme(qui)));
    }

    public JsonNode lu(UUID qui, String chemin) throws Exception {
        return json.readTree(lire(qui, chemin).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** @return id of the information recorded */
    public UUID recevoir(UUID qui, Map<String, Object> saisie) throws Exception {
        return id(poster(qui, "/api/informations", saisie).andExpect(status().isCreated()), "id");
    }

    public UUID recevoir(UUID qui) throws Exception {
        return recevoir(qui, saisie());
    }

    public UUID id(ResultActions reponse, String champ) throws Exception {
        return UUID.fromString(json.readTree(reponse.andReturn().getResponse().getContentAsString()).get(champ).asText());
    }

    /** The first analysis, with the version read now. */
    public ResultActions analyser(UUID qui, UUID information, String orientation, Map<String, Object> autres) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>(autres);
        corps.putIfAbsent("version", lu(qui, "/api/informations/" + information).get("version").asLong());
        corps.put("orientation", orientation);
        return poster(qui, "/api/informations/" + information + "/analyse", corps);
    }

    /** @return id of the IP opened */
    public UUID qualifier(UUID qui, UUID information, Map<String, Object> autres) throws Exception {
        return id(analyser(qui, information, "IP", autres).andExpect(status().isOk()), "ipId");
    }

    public UUID qualifier(UUID qui, UUID information) throws Exception {
        return qualifier(qui, information, Map.of());
    }

    public ResultActions confier(UUID qui, UUID ip, String unite, Map<String, Object> autres) throws Exception {
        JsonNode mandat = lu(qui, "/api/ip/" + ip + "/mandat");
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", mandat.get("version").asLong());
        corps.put("unite", unite);
        corps.put("voie", mandat.get("voieProposee").asText());
        corps.putAll(autres);
        return poster(qui, "/api/ip/" + ip + "/mandat", corps);
    }
}
