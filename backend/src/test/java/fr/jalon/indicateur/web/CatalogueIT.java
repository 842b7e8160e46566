package fr.jalon.indicateur.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A new indicator needs no code; a wrong one is told where, and nothing is half-kept. */
@TestIntegration
class CatalogueIT {

    private static final String BON = """
            - code: AEDFG_PAR_IP
              libelle: AEDFG nouvelles pour cent IP évaluées
              unite: "%"
              groupe: Ajoutés
              mesure: {formule: ratio, numerateur: AEDFG_NOUVELLES, denominateur: IP_EVALUEES, fois: 100}
              compte: "Les AEDFG nouvelles rapportées aux IP évaluées."
              date: "L’année de chacune."
            """;

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;

    private ResultActions essayer(String yaml) throws Exception {
        return mvc.perform(post("/api/indicateurs/catalogue/essai").with(gens.comme(gens.de(Role.OBSERVATOIRE, null))).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(Map.of("yaml", yaml)))).andExpect(status().isOk());
    }

    private void seule(String yaml, int ligne, int colonne, String dit) throws Exception {
        essayer(yaml).andExpect(jsonPath("$.erreurs", hasSize(1))).andExpect(jsonPath("$.erreurs[0].ligne").value(ligne))
                .andExpect(jsonPath("$.erreurs[0].colonne").value(colonne)).andExpect(jsonPath("$.erreurs[0].message", containsString(dit)));
    }

    private static String mesure(String mesure) {
        return BON.replaceFirst("mesure: .*", java.util.regex.Matcher.quoteReplacement("mesure: " + mesure));
    }

    @Test
    void what_is_wrong_is_told_with_its_line_and_column() throws Exception {
        essayer(BON).andExpect(jsonPath("$.erreurs", hasSize(0)));
        seule(mesure("{formule: actes, type: mesure.inventee, quoi: MESURES}"), 5, 34, "L’événement « mesure.inventee » n’est pas connu");
        seule(mesure("{formule: en-cours, genre: INVENTEE, quoi: MESURES}"), 5, 38, "Le genre de période « INVENTEE »");
        seule(mesure("{formule: en-cours, genre: EXERCEE, quoi: MESURES, filtre: {produit: [RIEN]}}"), 5, 81, "« RIEN » n’est pas connu");
        seule(mesure("{formule: en-cours, genre: EXERCEE, quoi: MESURES, filtre: {couleur: [BLEU]}}"), 5, 71, "couleur");
        seule(mesure("{formule: en-cours, genre: EXERCEE, quoi: CHATS}"), 5, 53, "attendu : ENFANTS, MESURES");
        seule(mesure("{formule: en-cours, genre: EXERCEE}"), 5, 11, "demande « quoi »");
        seule(mesure("{formule: inventee}"), 5, 21, "La formule « inventee »");
        seule(mesure("{formule: ratio, numerateur: AEDFG_PAR_IP, denominateur: IP_EVALUEES}"), 5, 40, "à partir de lui-même");
        seule(mesure("{formule: ratio, numerateur: RIEN_DE_TEL, denominateur: IP_EVALUEES}"), 5, 40, "ni un indicateur du catalogue");
        seule(mesure("{formule: ratio, numerateur: 35-F02-01, denominateur: IP_EVALUEES, fois: 7}"), 5, 84, "1, 100 ou 1000");
        seule(BON.replace("AEDFG_PAR_IP", "IP_RECUES"), 1, 9, "déjà celui d’un indicateur livré");
        seule(BON + BON, 8, 9, "déjà pris plus haut");
        seule(BON + "  couleur: bleu\n", 8, 3, "« couleur » n’est pas connu");
        seule(BON + "  reference: 35-F99-99\n", 8, 14, "Aucune ligne de document");
        seule("- code: [", 1, 10, "YAML");
        seule("code: X", 1, 1, "Une liste");
    }

    @Test
    void a_circle_through_two_is_found_and_a_row_of_words_is_no_operand() throws Exception {
        String deux = BON.replace("AEDFG_NOUVELLES", "AUTRE_RATIO") + BON.replace("AEDFG_PAR_IP", "AUTRE_RATIO").replace("AEDFG_NOUVELLES", "AEDFG_PAR_IP");
        essayer(deux).andExpect(jsonPath("$.erreurs", hasSize(2))).andExpect(jsonPath("$.erreurs[1].ligne").value(12));
        String texte = jdbc.sql("select '61-F10-02'").query(String.class).single();
        seule(mesure("{formule: ratio, numerateur: " + texte + ", denominateur: IP_EVALUEES}"), 5, 40, "n’est pas un nombre");
    }

    @Test
    void a_good_text_is_a_version_counted_at_once_and_a_wrong_one_changes_nothing() throws Exception {
        var observatoire = gens.comme(gens.de(Role.OBSERVATOIRE, null));
        int version = json.readTree(mvc.perform(get("/api/indicateurs/catalogue/ajoutes").with(observatoire)).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsByteArray()).get("version").asInt();
        enregistrer(mesure("{formule: inventee}"), version).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("yaml")).andExpect(jsonPath("$.erreurs[0].message", containsString("Ligne 5, colonne 21")));
        enregistrer(BON, version).andExpect(status().isOk()).andExpect(jsonPath("$.version").value(version + 1));
        mvc.perform(get("/api/indicateurs").with(observatoire)).andExpect(jsonPath("$.indicateurs[?(@.code == 'AEDFG_PAR_IP')]", hasSize(1)));
        enregistrer(BON, version).andExpect(status().isConflict());
        enregistrer("", version + 1).andExpect(status().isOk());
        mvc.perform(get("/api/indicateurs").with(observatoire)).andExpect(jsonPath("$.indicateurs[?(@.code == 'AEDFG_PAR_IP')]", hasSize(0)));
        mvc.perform(get("/api/indicateurs/catalogue/ajoutes").with(observatoire)).andExpect(jsonPath("$.versions", hasSize(greaterThan(1))));
    }

    private ResultActions enregistrer(String yaml, int version) throws Exception {
        return mvc.perform(put("/api/indicateurs/catalogue/ajoutes").with(gens.comme(gens.de(Role.OBSERVATOIRE, null))).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(Map.of("yaml", yaml, "version", version))));
    }

    @Test
    void every_row_of_class_a_and_b_counts_or_says_why_not() throws Exception {
        mvc.perform(get("/api/indicateurs/catalogue/rapport").with(gens.comme(gens.de(Role.OBSERVATOIRE, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes").value(488)).andExpect(jsonPath("$.valeurs").value(911)).andExpect(jsonPath("$.comptes", hasSize(15)))
                .andExpect(jsonPath("$.comptes[?(@.aConstruire > 0)]", hasSize(0)));
    }

    @Test
    void a_text_is_counted_before_it_is_kept_and_what_it_is_made_of_may_stand_in_it() throws Exception {
        var observatoire = gens.comme(gens.de(Role.OBSERVATOIRE, null));
        String deux = BON + BON.replace("AEDFG_PAR_IP", "DEUX_FOIS").replaceFirst("mesure: .*", "mesure: {formule: somme, de: [AEDFG_PAR_IP, AEDFG_PAR_IP]}");
        apercu(deux).andExpect(jsonPath("$.erreurs", hasSize(0))).andExpect(jsonPath("$.indicateurs", hasSize(2)))
                .andExpect(jsonPath("$.indicateurs[0].valeurs", hasSize(4)));
        String jamais = BON.replaceFirst("mesure: .*", "mesure: {formule: somme, de: [35-F01-01]}");
        apercu(jamais).andExpect(jsonPath("$.indicateurs[0].valeurs[3].texte").value("n.c."))
                .andExpect(jsonPath("$.indicateurs[0].valeurs[3].raison", containsString("35-F01-01")));
        apercu(mesure("{formule: inventee}")).andExpect(jsonPath("$.erreurs", hasSize(1))).andExpect(jsonPath("$.indicateurs", hasSize(0)));
        mvc.perform(get("/api/indicateurs").with(observatoire)).andExpect(jsonPath("$.indicateurs[?(@.code == 'DEUX_FOIS')]", hasSize(0)));
    }

    private ResultActions apercu(String yaml) throws Exception {
        return mvc.perform(post("/api/indicateurs/catalogue/apercu").with(gens.comme(gens.de(Role.OBSERVATOIRE, null))).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(Map.of("yaml", yaml)))).andExpect(status().isOk());
    }

    @Test
    void every_row_is_read_with_its_words_and_what_counts_it() throws Exception {
        var observatoire = gens.comme(gens.de(Role.OBSERVATOIRE, null));
        mvc.perform(get("/api/indicateurs/catalogue/lignes").with(observatoire)).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes", hasSize(106)))
                .andExpect(jsonPath("$.lignes[?(@.code == '35-F06-01')].indicateurs[0]").value("IP_RECUES"))
                .andExpect(jsonPath("$.indicateurs[?(@.definition.code == 'IP_RECUES')].formule").value("{formule: entrantes}"));
        mvc.perform(get("/api/indicateurs/catalogue/chiffres/IP_RECUES").with(observatoire)).andExpect(jsonPath("$.valeurs", hasSize(4)));
        mvc.perform(get("/api/indicateurs/catalogue/mots").with(observatoire)).andExpect(jsonPath("$.exemples", hasSize(greaterThan(4))))
                .andExpect(jsonPath("$.periodes[?(@.code == 'EXERCEE')].libelle").value("La mesure est exercée"));
        mvc.perform(get("/api/indicateurs/catalogue/ajoutes/999999").with(observatoire)).andExpect(status().isNotFound());
    }

    @Test
    void whoever_does_not_count_is_refused() throws Exception {
        mvc.perform(get("/api/indicateurs/catalogue/rapport").with(gens.comme(gens.de(Role.EVALUATEUR, "cdas-redon")))).andExpect(status().isForbidden());
        for (String chemin : java.util.List.of("ajoutes", "ajoutes/1", "lignes", "mots", "chiffres/IP_RECUES")) {
            mvc.perform(get("/api/indicateurs/catalogue/" + chemin).with(gens.comme(gens.de(Role.EVALUATEUR, "cdas-redon")))).andExpect(status().isForbidden());
        }
    }
}
