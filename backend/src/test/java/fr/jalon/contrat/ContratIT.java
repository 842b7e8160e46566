package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test has a year of its own: a closed one stays closed. */
@TestIntegration
class ContratIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Evenements evenements;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private RappelsRapport rappels;

    private UUID agent;

    @BeforeEach
    void connecter() {
        agent = gens.de(Role.OBSERVATOIRE, null);
    }

    private ResultActions saisir(UUID qui, String code, int annee, String type, String corps) throws Exception {
        return mvc.perform(put("/api/contrat/saisies/" + code + "/" + annee + "/" + type).with(gens.comme(qui)).contentType(MediaType.APPLICATION_JSON).content(corps));
    }

    private static String chiffre(Object valeur, int version) {
        return "{\"sorte\":\"CHIFFRE\",\"valeur\":" + valeur + ",\"version\":" + version + "}";
    }

    private JsonNode tableau(UUID qui, int annee, String suite) throws Exception {
        return json.readTree(mvc.perform(get("/api/contrat/tableau?plan=2020-2023&reference=" + (annee - 2) + "&du=" + (annee - 1) + "&au=" + annee + suite).with(gens.comme(qui)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static JsonNode ligne(JsonNode tableau, String code) {
        for (JsonNode l : tableau.get("lignes")) {
            if (l.get("code").asText().equals(code)) {
                return l;
            }
        }
        throw new AssertionError(code);
    }

    private static JsonNode realise(JsonNode tableau, String code, int annee) {
        for (JsonNode a : ligne(tableau, code).get("annees")) {
            if (a.get("annee").asInt() == annee) {
                return a.get("realise");
            }
        }
        throw new AssertionError(code + " " + annee);
    }

    @Test
    void only_whoever_counts_supervises_the_departement_or_holds_a_fiche_reads_the_table() throws Exception {
        mvc.perform(get("/api/contrat/tableau").with(gens.comme(gens.de(Role.EVALUATEUR, "cdas-redon")))).andExpect(status().isForbidden());
        mvc.perform(get("/api/contrat/tableau").with(gens.comme(gens.de(Role.SUPERVISEUR, "cdas-redon")))).andExpect(status().isForbidden());
        mvc.perform(get("/api/contrat/tableau").with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[?(@.saisissable == true)]", hasSize(0)));
        mvc.perform(get("/api/contrat").with(gens.comme(agent))).andExpect(status().isOk()).andExpect(jsonPath("$.plans[0].code").value("2020-2023"))
                .andExpect(jsonPath("$.plans[0].reference").value(2019));
        mvc.perform(get("/api/contrat/tableau?du=2023&au=2020").with(gens.comme(agent))).andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/api/contrat/tableau?connuLe=2999-01-01").with(gens.comme(agent))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("connuLe"));
    }

    @Test
    void a_typed_cell_takes_its_place_its_change_and_its_gap_follow_and_the_second_typist_is_told() throws Exception {
        saisir(agent, "35-F27-02", 2031, "CIBLE", chiffre(40, 0)).andExpect(status().isOk());
        saisir(agent, "35-F27-02", 2004, "REALISE", chiffre(20, 0)).andExpect(status().isOk());
        saisir(agent, "35-F27-02", 2005, "CIBLE", chiffre(40, 0)).andExpect(status().isOk());
        saisir(agent, "35-F27-02", 2005, "REALISE", "{\"sorte\":\"CHIFFRE\",\"valeur\":30,\"commentaire\":\"Nette baisse\",\"version\":0}").andExpect(status().isOk()).andExpect(jsonPath("$.version").value(1));
        JsonNode t = tableau(agent, 2005, "");
        assertThat(realise(t, "35-F27-02", 2005).get("texte").asText()).isEqualTo("30");
        assertThat(realise(t, "35-F27-02", 2005).get("origine").asText()).isEqualTo("SAISI");
        assertThat(realise(t, "35-F27-02", 2005).get("alerte").asText()).contains("baisse").contains("+50,0");
        assertThat(ligne(t, "35-F27-02").get("evolutions").get(0).get("texte").asText()).isEqualTo("+50,0\u00a0%");
        assertThat(ligne(t, "35-F27-02").get("annees").get(1).get("ecart").get("texte").asText()).isEqualTo("−25,0\u00a0%");
        saisir(agent, "35-F27-02", 2005, "REALISE", chiffre(31, 0)).andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.quoi").value(containsString("entre-temps")));
        saisir(agent, "35-F27-02", 2005, "REALISE", chiffre(31, 1)).andExpect(status().isOk());
        mvc.perform(get("/api/contrat/saisies/35-F27-02/2005/REALISE").with(gens.comme(agent))).andExpect(jsonPath("$", hasSize(2))).andExpect(jsonPath("$[1].valeur").value(30));
    }

    @Test
    void an_impossible_cell_is_refused_at_its_field() throws Exception {
        saisir(agent, "35-F27-02", 2005, "CIBLE", "{\"sorte\":\"TEXTE\",\"texte\":\"en hausse\",\"version\":0}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("valeur")).andExpect(jsonPath("$.erreurs[0].message").value(containsString("est un nombre")));
        saisir(agent, "35-F27-02", 2007, "REALISE", chiffre(-1, 0)).andExpect(status().isUnprocessableEntity());
        saisir(agent, "35-F27-02", 2007, "REALISE", "{\"sorte\":\"CHIFFRE\",\"version\":0}").andExpect(status().isUnprocessableEntity());
        saisir(agent, "35-F27-02", 2090, "REALISE", chiffre(1, 0)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("annee"));
        saisir(agent, "99-F01-01", 2007, "REALISE", chiffre(1, 0)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("code"));
    }

    @Test
    void what_jalon_counts_is_not_typed_over() throws Exception {
        recevoir(LocalDate.of(2011, 5, 3));
        saisir(agent, "35-F06-01", 2011, "REALISE", chiffre(5, 0)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].message").value(containsString("Jalon compte cet indicateur")));
    }

    @Test
    void a_fiche_with_people_in_charge_is_typed_by_them_alone() throws Exception {
        UUID responsable = gens.de(Role.SUPERVISEUR, "cdas-redon");
        mvc.perform(put("/api/contrat/fiches/26/responsables").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON).content("{\"personnes\":[\"" + responsable + "\"]}"))
                .andExpect(status().isNoContent());
        try {
            saisir(agent, "35-F26-01", 2006, "REALISE", chiffre(2, 0)).andExpect(status().isForbidden()).andExpect(jsonPath("$.detail").value(containsString("fiche 26")));
            saisir(responsable, "35-F26-01", 2006, "REALISE", chiffre(2, 0)).andExpect(status().isOk());
            saisir(responsable, "35-F27-02", 2006, "REALISE", chiffre(2, 0)).andExpect(status().isForbidden());
            JsonNode sien = tableau(responsable, 2006, "");
            assertThat(sien.get("lignes")).allSatisfy(l -> assertThat(l.get("fiche").asText()).isEqualTo("26"));
            mvc.perform(put("/api/contrat/fiches/26/recit/2006").with(gens.comme(responsable)).contentType(MediaType.APPLICATION_JSON).content("{\"texte\":\"Deux sessions.\",\"version\":0}"))
                    .andExpect(status().isNoContent());
            mvc.perform(put("/api/contrat/fiches/26/recit/2006").with(gens.comme(responsable)).contentType(MediaType.APPLICATION_JSON).content("{\"texte\":\"Trois.\",\"version\":0}"))
                    .andExpect(status().isConflict());
            mvc.perform(get("/api/contrat/fiches?annee=2006").with(gens.comme(responsable))).andExpect(jsonPath("$", hasSize(1))).andExpect(jsonPath("$[0].recit.texte").value("Deux sessions."));
            mvc.perform(put("/api/contrat/fiches/26/responsables").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON)
                    .content("{\"personnes\":[\"" + gens.de(Role.EVALUATEUR, "cdas-redon") + "\"]}")).andExpect(status().isUnprocessableEntity());
        } finally {
            jdbc.sql("delete from fiche_responsable").update();
        }
    }

    private ResultActions importer(byte[] octets, String nom) throws Exception {
        return mvc.perform(multipart("/api/contrat/imports").file(new MockMultipartFile("fichier", nom, "application/octet-stream", octets)).with(gens.comme(agent)));
    }

    @Test
    void a_wrong_import_says_each_line_and_column_and_writes_nothing() throws Exception {
        String fichier = """
                code;annee;type;valeur;base
                35-F10-01;2008;réalisé;3;
                35-INCONNU;2008;réalisé;3;
                35-F10-01;2008;réalisé;4;
                35-F27-02;2008;cible;beaucoup;
                35-F27-02;08;réalisé;5;
                35-F10-03;2008;souhait;5;
                """;
        importer(fichier.getBytes(StandardCharsets.UTF_8), "saisies.csv").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].message", hasItem(containsString("Ligne 3, colonne 1"))))
                .andExpect(jsonPath("$.erreurs[*].message", hasItem(containsString("Ligne 4, colonne 1\u00a0: cette cellule (35-F10-01, 2008, réalisé) est déjà donnée à la ligne 2."))))
                .andExpect(jsonPath("$.erreurs[*].message", hasItem(containsString("Ligne 5, colonne 4"))))
                .andExpect(jsonPath("$.erreurs[*].message", hasItem(containsString("Ligne 6, colonne 2"))))
                .andExpect(jsonPath("$.erreurs[*].message", hasItem(containsString("Ligne 7, colonne 3"))));
        assertThat(jdbc.sql("select count(*) from indicateur_valeur where annee = 2008").query(Long.class).single()).isZero();
        importer("code;annee;valeur\n".getBytes(StandardCharsets.UTF_8), "x.csv").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].message").value(containsString("« type » manque")));
        importer(new byte[] {'P', 'K', 3, 4, 9, 9}, "x.xlsx").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void the_same_file_imports_from_csv_and_from_a_workbook_and_twice_changes_nothing() throws Exception {
        byte[] csv = "code;annee;type;valeur;commentaire\n35-F10-01;2009;réalisé;1 254;\"deux; lignes\"\n35-F10-03;2009;réalisé;NR;\n".getBytes(StandardCharsets.UTF_8);
        importer(csv, "a.csv").andExpect(status().isOk()).andExpect(jsonPath("$.lues").value(2)).andExpect(jsonPath("$.ecrites").value(2));
        importer(csv, "a.csv").andExpect(jsonPath("$.ecrites").value(0)).andExpect(jsonPath("$.inchangees").value(2));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (Workbook classeur = new Workbook(octets, "Essai", "1.0")) {
            var f = classeur.newWorksheet("Saisies");
            String[][] lignes = {{"code", "annee", "type", "valeur"}, {"35-F10-01", "2009", "réalisé", null}};
            for (int l = 0; l < lignes.length; l++) {
                for (int c = 0; c < 4; c++) {
                    if (lignes[l][c] != null) {
                        f.value(l, c, lignes[l][c]);
                    }
                }
            }
            f.value(1, 1, 2009);
            f.value(1, 3, 1300);
        }
        importer(octets.toByteArray(), "a.xlsx").andExpect(status().isOk()).andExpect(jsonPath("$.ecrites").value(1));
        assertThat(realise(tableau(agent, 2009, ""), "35-F10-01", 2009).get("texte").asText()).isEqualTo("1\u00a0300");
    }

    @Test
    void a_closed_year_keeps_its_figures_and_tells_each_correction_beside_with_its_reason() throws Exception {
        UUID recue = recevoir(LocalDate.of(2013, 3, 1));
        recevoir(LocalDate.of(2013, 4, 1));
        saisir(agent, "35-F27-02", 2013, "REALISE", chiffre(12, 0)).andExpect(status().isOk());
        long avant = realise(tableau(agent, 2013, ""), "35-F06-01", 2013).get("valeur").asLong();
        String corps = "{\"qualite\":\"Directrice enfance famille\",\"remarque\":\"Services vérifiés.\"}";
        mvc.perform(post("/api/contrat/arretes/2013").with(gens.comme(gens.de(Role.SUPERVISEUR, null))).contentType(MediaType.APPLICATION_JSON).content(corps)).andExpect(status().isForbidden());
        mvc.perform(get("/api/contrat/arretes/2013").with(gens.comme(agent))).andExpect(status().isNotFound());
        mvc.perform(post("/api/contrat/arretes/2013").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON).content(corps)).andExpect(status().isNoContent());
        mvc.perform(post("/api/contrat/arretes/2013").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON).content(corps)).andExpect(status().isConflict());
        mvc.perform(get("/api/contrat/arretes/2013").with(gens.comme(agent))).andExpect(jsonPath("$.revisions", hasSize(0))).andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.qualite").value("Directrice enfance famille")).andExpect(jsonPath("$.empreinte").isString());

        corriger(recue, LocalDate.of(2012, 12, 30));
        saisir(agent, "35-F27-02", 2013, "REALISE", chiffre(14, 1)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        saisir(agent, "35-F27-02", 2013, "REALISE", "{\"sorte\":\"CHIFFRE\",\"valeur\":14,\"motif\":\"Deux suivis retrouvés\",\"version\":1}").andExpect(status().isOk());

        JsonNode apres = tableau(agent, 2013, "");
        assertThat(realise(apres, "35-F06-01", 2013).get("valeur").asLong()).isEqualTo(avant);
        assertThat(realise(apres, "35-F06-01", 2013).get("definitif").asBoolean()).isTrue();
        assertThat(realise(apres, "35-F06-01", 2013).get("revision").get("apres").asText()).isEqualTo(String.valueOf(avant - 1));
        mvc.perform(get("/api/contrat/arretes/2013").with(gens.comme(agent))).andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.revisions[?(@.code=='35-F27-02')].pourquoi", hasItem("Deux suivis retrouvés")))
                .andExpect(jsonPath("$.revisions[?(@.code=='35-F27-02')].avant", hasItem("12")))
                .andExpect(jsonPath("$.revisions[?(@.code=='35-F06-01')].mouvement.sortis", hasItem(1)))
                .andExpect(jsonPath("$.revisions[?(@.code=='35-F06-01')].mouvement.actes['Information reçue']", hasItem(1)));
        mvc.perform(put("/api/contrat/mots/35-F06-01/2013").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"sorte\":\"REVISION\",\"texte\":\"Réception antidatée\",\"version\":0}")).andExpect(status().isNoContent());
        mvc.perform(get("/api/contrat/arretes/2013").with(gens.comme(agent))).andExpect(jsonPath("$.revisions[?(@.code=='35-F06-01')].pourquoi", hasItem("Réception antidatée")));

        // Whoever changes what was frozen, even in the database, is seen.
        assertThat(ecrireDansLaBase("update contrat_arrete set contenu = contenu || ' ' where annee = 2013")).isFalse();
    }

    @Test
    void a_closing_that_is_not_what_was_sealed_is_told() throws Exception {
        jdbc.sql("""
                insert into contrat_arrete(annee, nom, arrete_le, contenu, sha256, sceau)
                values (2001, 'Essai', now(), 'jalon-arrete-1', sha256('jalon-arrete-1'::bytea), sha256('autre'::bytea)) on conflict do nothing""").update();
        mvc.perform(get("/api/contrat/arretes/2001").with(gens.comme(agent))).andExpect(status().isOk()).andExpect(jsonPath("$.intact").value(false));
    }

    private boolean ecrireDansLaBase(String sql) {
        try {
            gens.application().sql(sql).update();
            return true;
        } catch (org.springframework.dao.DataAccessException e) {
            return false;
        }
    }

    @Test
    void the_year_closed_from_the_indicators_is_frozen_all_the_same() throws Exception {
        mvc.perform(post("/api/indicateurs/exercices/2014/arret").with(gens.comme(agent))).andExpect(status().isNoContent());
        mvc.perform(get("/api/contrat/arretes/2014").with(gens.comme(agent))).andExpect(status().isOk()).andExpect(jsonPath("$.qualite").value(nullValue()));
    }

    @Test
    void a_table_of_the_past_holds_what_was_typed_then() throws Exception {
        saisir(agent, "35-F27-02", 2015, "REALISE", chiffre(7, 0)).andExpect(status().isOk());
        JsonNode hier = tableau(agent, 2015, "&connuLe=" + LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1));
        assertThat(realise(hier, "35-F27-02", 2015).get("origine").asText()).isEqualTo("AUCUNE");
        assertThat(realise(tableau(agent, 2015, ""), "35-F27-02", 2015).get("texte").asText()).isEqualTo("7");
    }

    @Test
    void the_public_table_hides_six_children_the_neighbour_that_would_give_them_and_the_changes_that_use_them() throws Exception {
        saisir(agent, "35-F23-01", 2016, "REALISE", chiffre(6, 0)).andExpect(status().isOk());
        saisir(agent, "35-F23-02", 2016, "REALISE", chiffre(83, 0)).andExpect(status().isOk());
        saisir(agent, "35-F23-03", 2016, "REALISE", chiffre(89, 0)).andExpect(status().isOk());
        saisir(agent, "35-F23-02", 2015, "REALISE", chiffre(50, 0)).andExpect(status().isOk());
        saisir(agent, "35-F20-02", 2016, "REALISE", "{\"sorte\":\"CHIFFRE\",\"valeur\":3,\"commentaire\":\"trois fratries\",\"version\":0}");
        JsonNode publique = tableau(agent, 2016, "&diffusion=PUBLIC");
        assertThat(realise(publique, "35-F23-01", 2016).get("masquee").asBoolean()).isTrue();
        assertThat(realise(publique, "35-F23-02", 2016).get("masquee").asBoolean()).isTrue();
        assertThat(realise(publique, "35-F23-03", 2016).get("texte").asText()).isEqualTo("89");
        assertThat(ligne(publique, "35-F23-02").get("evolutions").get(0).get("texte").asText()).isEqualTo("s.");
        assertThat(publique.toString()).doesNotContain("trois fratries").doesNotContain("\"saisie\":{");
        JsonNode partenaires = tableau(agent, 2016, "&diffusion=PARTENAIRES");
        assertThat(realise(partenaires, "35-F23-01", 2016).get("texte").asText()).isEqualTo("6");
        // The files hide the same cells.
        String csv = new String(mvc.perform(get("/api/contrat/tableau/csv?plan=2020-2023&reference=2014&du=2015&au=2016&diffusion=PUBLIC").with(gens.comme(agent)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(l -> l.contains("35-F23-02")).findFirst().orElseThrow()).contains(";s.;").doesNotContain("83");
    }

    @Test
    void the_workbook_has_the_printed_columns_live_formulas_and_nothing_typed_that_runs() throws Exception {
        saisir(agent, "35-F16-02", 2017, "REALISE", "{\"sorte\":\"TEXTE\",\"texte\":\"=HYPERLINK(\\\"http://x\\\")\",\"version\":0}").andExpect(status().isOk());
        byte[] octets = mvc.perform(get("/api/contrat/tableau/classeur?plan=2020-2023&reference=2015&du=2016&au=2017").with(gens.comme(agent))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(octets)); var lignes = classeur.getFirstSheet().openStream()) {
            var lues = lignes.toList();
            var entete = lues.get(2);
            assertThat(entete.stream().map(c -> c == null ? "" : c.getText()).toList()).startsWith("Code", "Indicateur", "Unité", "Niveau 2015", "Cible 2016", "Cible 2017",
                    "Réalisé 2016", "Réalisé 2017", "Évolution 2016-2017");
            var texte = lues.stream().filter(r -> r.getCellCount() > 1 && r.getCell(0) != null && "35-F16-02".equals(r.getCell(0).getText())).findFirst().orElseThrow();
            assertThat(texte.getCell(7).getType()).isEqualTo(org.dhatim.fastexcel.reader.CellType.STRING);
            assertThat(texte.getCell(8).getFormula()).contains("ISNUMBER");
        }
        String csv = new String(mvc.perform(get("/api/contrat/tableau/csv?plan=2020-2023&reference=2015&du=2016&au=2017").with(gens.comme(agent))).andReturn().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("'=HYPERLINK");
    }

    @Test
    void the_report_goes_its_way_step_by_step_and_comes_back_for_a_reason() throws Exception {
        saisir(agent, "35-F27-02", 2018, "REALISE", chiffre(21, 0));
        ResultActions demande = etape(2018, "BROUILLON", "2019-03-01", null, 0);
        demande.andExpect(status().isNoContent());
        etape(2018, "TRANSMIS", "2019-09-12", null, 1).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].message").value(containsString("provisoire")));
        mvc.perform(post("/api/contrat/arretes/2018").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isNoContent());
        etape(2018, "TRANSMIS", "2019-02-01", null, 1).andExpect(jsonPath("$.erreurs[0].champ").value("le"));
        etape(2018, "TRANSMIS", "2019-09-12", null, 0).andExpect(status().isConflict());
        etape(2018, "TRANSMIS", "2019-09-12", null, 1).andExpect(status().isNoContent());
        etape(2018, "ADOPTE", "2019-10-12", null, 2).andExpect(jsonPath("$.erreurs[0].champ").value("etape"));
        etape(2018, "AVIS_ODPE", "2019-10-12", " ", 2).andExpect(jsonPath("$.erreurs[0].champ").value("remarques"));
        etape(2018, "AVIS_ODPE", "2019-10-12", "Avis favorable.", 2).andExpect(status().isNoContent());
        etape(2018, "REPRIS", "2019-10-20", null, 3).andExpect(jsonPath("$.erreurs[0].champ").value("remarques"));
        etape(2018, "REPRIS", "2019-10-20", "Une cible était fausse.", 3).andExpect(status().isNoContent());
        mvc.perform(get("/api/contrat/rapports/2018").with(gens.comme(agent))).andExpect(jsonPath("$.etat").value("BROUILLON")).andExpect(jsonPath("$.etapes", hasSize(4)))
                .andExpect(jsonPath("$.echeance").value("2019-09-30")).andExpect(jsonPath("$.transmis").value(false));
        byte[] pdf = mvc.perform(get("/api/contrat/rapports/2018/pdf").with(gens.comme(agent))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(fr.jalon.courrier.PdfUa.defauts(pdf)).as("PDF/UA").isEmpty();
        mvc.perform(get("/api/contrat/rapports/2018/classeur?diffusion=PUBLIC").with(gens.comme(agent))).andExpect(status().isOk());
        mvc.perform(get("/api/contrat/rapports/2018/csv").with(gens.comme(agent))).andExpect(status().isOk());
        mvc.perform(get("/api/contrat/rapports/2018/json").with(gens.comme(agent))).andExpect(status().isOk()).andExpect(jsonPath("$.tableau.au").value(2018))
                .andExpect(jsonPath("$.recits").isArray());
        mvc.perform(post("/api/contrat/rapports/2018/etapes").with(gens.comme(gens.de(Role.SUPERVISEUR, null))).contentType(MediaType.APPLICATION_JSON)
                .content("{\"etape\":\"TRANSMIS\",\"le\":\"2019-10-21\",\"rang\":4}")).andExpect(status().isForbidden());
    }

    private ResultActions etape(int annee, String etape, String le, String remarques, int rang) throws Exception {
        return mvc.perform(post("/api/contrat/rapports/" + annee + "/etapes").with(gens.comme(agent)).contentType(MediaType.APPLICATION_JSON).content("{\"etape\":\"" + etape + "\",\"le\":\"" + le
                + "\",\"remarques\":" + (remarques == null ? "null" : "\"" + remarques + "\"") + ",\"rang\":" + rang + "}"));
    }

    @Test
    void a_report_not_sent_is_recalled_before_30_september_and_each_week_after() {
        assertThat(RappelsRapport.aDire(2029, LocalDate.of(2030, 9, 23))).isTrue();
        assertThat(RappelsRapport.aDire(2029, LocalDate.of(2030, 9, 24))).isFalse();
        assertThat(RappelsRapport.aDire(2029, LocalDate.of(2030, 10, 7))).isTrue();
        int dits = IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(s -> rappels.dire(LocalDate.of(2030, 9, 30))));
        assertThat(dits).isPositive();
        assertThat(IdentiteCourante.<Integer>en(Identite.systeme("essai"), () -> transaction.execute(s -> rappels.dire(LocalDate.of(2030, 9, 29))))).isZero();
    }

    @Test
    void why_this_number_tells_what_is_counted_and_splits_it_with_small_cells_hidden_outside() throws Exception {
        for (int n = 0; n < 3; n++) {
            recevoir(LocalDate.of(2003, 5, 3), "cdas-redon");
        }
        for (int n = 0; n < 14; n++) {
            recevoir(LocalDate.of(2003, 6, 3), "cdas-fougeres");
        }
        mvc.perform(get("/api/contrat/pourquoi/35-F06-01?annee=2003").with(gens.comme(agent))).andExpect(status().isOk()).andExpect(jsonPath("$.definition.compte").isString())
                .andExpect(jsonPath("$.exclus").isArray());
        mvc.perform(get("/api/contrat/pourquoi/35-F06-01/UNITE?annee=2003").with(gens.comme(agent))).andExpect(jsonPath("$.parts[?(@.cle=='cdas-redon')].texte", hasItem("3")));
        mvc.perform(get("/api/contrat/pourquoi/35-F06-01/UNITE?annee=2003&diffusion=PUBLIC").with(gens.comme(agent)))
                .andExpect(jsonPath("$.parts[?(@.cle=='cdas-redon')].masquee", hasItem(true))).andExpect(jsonPath("$.parts[?(@.masquee==true)]", hasSize(org.hamcrest.Matchers.greaterThan(1))));
        mvc.perform(get("/api/contrat/pourquoi/35-F06-01/MOIS?annee=2003").with(gens.comme(agent))).andExpect(jsonPath("$.parts", hasSize(12)));
        mvc.perform(get("/api/contrat/pourquoi/35-F27-02?annee=2003").with(gens.comme(agent))).andExpect(jsonPath("$.definition").value(nullValue()));
        mvc.perform(get("/api/contrat/pourquoi/35-F27-02/UNITE?annee=2003").with(gens.comme(agent))).andExpect(status().isNotFound());
    }

    private UUID recevoir(LocalDate jour) {
        return recevoir(jour, "cdas-redon");
    }

    /** @return the event, to be rectified */
    private UUID recevoir(LocalDate jour, String unite) {
        return acte(NouvelEvenement.de("information.recue").survenu(jour).unite(unite).element("recue").sujet(Sujet.information(UUID.randomUUID())).dimension("comptee", "OUI"));
    }

    private void corriger(UUID recue, LocalDate jour) {
        UUID information = jdbc.sql("select sujet_id from evenement_sujet where evenement_id = ? and sujet_type = 'INFORMATION'").param(recue).query(UUID.class).single();
        acte(NouvelEvenement.de("information.recue").survenu(jour).unite("cdas-redon").element("recue").sujet(Sujet.information(information)).dimension("comptee", "OUI").rectifie(recue));
    }

    private UUID acte(NouvelEvenement evenement) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(s -> evenements.ajouter(evenement)));
    }
}
