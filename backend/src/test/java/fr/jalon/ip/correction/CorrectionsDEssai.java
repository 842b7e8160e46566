package fr.jalon.ip.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.tache.FaitsTaches;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** What the tests of the way back say often: a correction shown then done, an act undone, who sees what. */
abstract class CorrectionsDEssai {

    @Autowired
    Affaires affaires;
    @Autowired
    Accueil accueil;
    @Autowired
    Gens gens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ObjectMapper json;
    @Autowired
    Horloge horloge;
    @Autowired
    FaitsTaches faits;

    Map<String, Object> demande(Affaire a, Map<String, Object> champs) {
        Map<String, Object> corps = new LinkedHashMap<>(champs);
        corps.put("version", affaires.version(a.ip()));
        corps.putIfAbsent("motif", "Saisi par erreur.");
        return corps;
    }

    ResultActions corriger(Affaire a, UUID qui, String genre, Map<String, Object> champs) throws Exception {
        return accueil.poster(qui, "/api/ip/" + a.ip() + "/corrections/" + genre, demande(a, champs));
    }

    /** Shows the effects, does it, and says that what was shown is what was done. */
    List<String> corriger(Affaire a, String genre, UUID qui, Map<String, Object> champs) throws Exception {
        List<String> avant = etat(a);
        JsonNode apercu = effets(accueil.poster(qui, "/api/ip/" + a.ip() + "/corrections/" + genre + "/apercu", demande(a, champs)));
        assertThat(etat(a)).as("a preview changes nothing").isEqualTo(avant);
        JsonNode faits = effets(corriger(a, qui, genre, champs));
        assertThat(faits).as("what was shown is what was done").isEqualTo(apercu);
        return faits.findValuesAsText("libelle").stream().map(l -> l.replace('\u00a0', ' ')).toList();
    }

    List<String> etat(Affaire a) {
        List<String> etat = new java.util.ArrayList<>(List.of(affaires.etat(a.ip())));
        etat.addAll(affaires.taches(a.ip()));
        etat.addAll(affaires.periodes(a.ip()));
        etat.addAll(affaires.echeances(a.ip()));
        return etat;
    }

    JsonNode effets(ResultActions reponse) throws Exception {
        return json.readTree(reponse.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .get("effets");
    }

    ResultActions annuler(Affaire a, UUID qui) throws Exception {
        return accueil.poster(qui, "/api/ip/" + a.ip() + "/annuler-dernier-acte", Map.of("version", affaires.version(a.ip())));
    }

    boolean suit(UUID ip, String unite) {
        long ouverts = jdbc.sql("""
                select count(*) from sujet_unite where sujet_type = 'ENFANT' and titre = 'SUIVI' and unite_id = ?
                and sujet_id in (select enfant_id from mineur_concerne where ip_id = ?)""").params(unite, ip).query(Long.class).single();
        assertThat(ouverts).as("both children or none").isIn(0L, 2L);
        return ouverts == 2;
    }

    Affaire confieeA(Affaire a, String unite) throws Exception {
        affaires.avecMotifs(new java.util.HashMap<>(), c -> accueil.confier(a.assistante(), a.ip(), unite, c)).andExpect(status().isNoContent());
        return a;
    }

    void changerUnite(Affaire a, String unite) throws Exception {
        accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/unite", Map.of("version", affaires.version(a.ip()), "unite", unite, "motif", "Déménagement."))
                .andExpect(status().isNoContent());
    }
}
