package fr.jalon.projet.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.courrier.ImprimeEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.essai.Gens;
import fr.jalon.essai.Requetes;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import fr.jalon.projet.AtelierProjet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A projet written by several, established, compared, printed and handed over, on the real database. */
@TestIntegration
class RedactionIT {

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;

    private UUID enfant;
    private UUID projet;
    private UUID anne;
    private UUID bruno;
    private UUID service;

    @BeforeEach
    void projet() throws Exception {
        enfant = atelier.mesures().enfant();
        atelier.mesure(60, enfant);
        projet = atelier.projet(enfant);
        anne = atelier.mesures().referent();
        bruno = atelier.mesures().referent();
        service = atelier.mesures().service();
    }

    @Test
    void two_people_in_one_part_never_overwrite_each_other_and_nothing_is_lost() throws Exception {
        ecrire(anne, "situation", "PARCOURS", 0, "Lina a peur.").andExpect(status().isOk()).andExpect(jsonPath("$.version").value(1));
        ecrire(bruno, "situation", "PARCOURS", 0, "Autre texte.").andExpect(status().isConflict())
                .andExpect(jsonPath("$.conflit.texte").value("Lina a peur.")).andExpect(jsonPath("$.conflit.version").value(1))
                .andExpect(jsonPath("$.conflit.par").isNotEmpty());
        ecrire(bruno, "situation", "PARCOURS", 1, "Autre texte.").andExpect(status().isOk()).andExpect(jsonPath("$.version").value(2));
        JsonNode anciennes = lu(anne, "/redaction/parties/situation/anciennes?contributeur=PARCOURS");
        assertThat(anciennes).hasSize(1);
        assertThat(anciennes.at("/0/texte").asText()).isEqualTo("Lina a peur.");
        ecrire(bruno, "situation", "PARCOURS", 1, "Autre texte.").andExpect(status().isOk());
        assertThat(partie(lu(anne, "/redaction"), "situation", "PARCOURS").get("texte").asText()).isEqualTo("Autre texte.");
    }

    @Test
    void different_parts_are_written_at_the_same_time() throws Exception {
        ecrire(anne, "situation", "PARCOURS", 0, "A").andExpect(status().isOk());
        ecrire(bruno, "fratrie", "PARCOURS", 0, "B").andExpect(status().isOk());
        ecrire(service, "service", Atelier.SERVICE, 0, "C").andExpect(status().isOk());
        JsonNode page = lu(anne, "/redaction");
        assertThat(partie(page, "situation", "PARCOURS").get("texte").asText()).isEqualTo("A");
        assertThat(partie(page, "fratrie", "PARCOURS").get("texte").asText()).isEqualTo("B");
        assertThat(partie(page, "service", Atelier.SERVICE).get("texte").asText()).isEqualTo("C");
    }

    @Test
    void a_service_reads_and_writes_what_is_addressed_to_it_and_nothing_else() throws Exception {
        ecrire(anne, "situation", "PARCOURS", 0, "Secret de la famille.").andExpect(status().isOk());
        ecrire(anne, "sante", "PARCOURS", 0, "Allergie.").andExpect(status().isOk());
        JsonNode page = lu(service, "/redaction");
        assertThat(page.get("limite").asBoolean()).isTrue();
        assertThat(page.get("connus")).isEmpty();
        assertThat(page.get("parties")).isNotEmpty().allSatisfy(p -> {
            assertThat(p.get("contributeur").asText()).isEqualTo(Atelier.SERVICE);
            assertThat(p.get("ecrivable").asBoolean()).isTrue();
        });
        assertThat(page.toString()).doesNotContain("Secret").doesNotContain("Allergie");
        ecrire(service, "situation", "PARCOURS", 1, "Non.").andExpect(status().isForbidden());
        ecrire(service, "sante", "PARCOURS", 1, "Non.").andExpect(status().isForbidden());
        ecrire(service, "sante", "svc-autre", 0, "Non.").andExpect(status().isForbidden());
        ecrire(service, "sante", Atelier.SERVICE, 0, "Vu au centre.").andExpect(status().isOk());
        ecrire(anne, "service", Atelier.SERVICE, 0, "À la place du service.").andExpect(status().isForbidden());
        mvc.perform(get(adresse("/versions/1")).with(gens.comme(service))).andExpect(status().isNotFound());
        mvc.perform(get(adresse("/versions/1/pdf")).with(gens.comme(service))).andExpect(status().isNotFound());
        mvc.perform(get(adresse("/redaction/parties/situation/anciennes?contributeur=PARCOURS")).with(gens.comme(service))).andExpect(status().isNotFound());
        mvc.perform(post(adresse("/redaction/objectifs")).with(gens.comme(service)).contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isForbidden());
        UUID ailleurs = gens.de(Role.REFERENT_PPEF, "cdas-combourg");
        mvc.perform(get(adresse("/redaction")).with(gens.comme(ailleurs))).andExpect(status().isNotFound());
    }

    @Test
    void a_service_reads_the_actions_it_owns() throws Exception {
        UUID o = objectif("relations", "Rassurer Lina");
        action(o, "aupres", "ENFANT", "libelle", "Visite du mercredi", "serviceId", Atelier.SERVICE).andExpect(status().isCreated());
        action(o, "aupres", "TITULAIRES", "libelle", "Médiation", "qui", "Les parents").andExpect(status().isCreated());
        JsonNode page = lu(service, "/redaction");
        assertThat(page.at("/objectifs/0/actions")).hasSize(1);
        assertThat(page.at("/objectifs/0/actions/0/libelle").asText()).isEqualTo("Visite du mercredi");
        assertThat(page.at("/objectifs/0/besoin").isNull()).isTrue();
    }

    @Test
    void an_action_that_ends_before_it_starts_is_refused_at_its_field() throws Exception {
        UUID o = objectif("relations", "Rassurer Lina");
        action(o, "aupres", "ENFANT", "libelle", "Visite", "debut", atelier.ilYA(10), "fin", atelier.ilYA(20)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("fin"));
        action(o, "aupres", "ENFANT", "libelle", "Visite", "debut", atelier.ilYA(10), "echeance", atelier.ilYA(20)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("echeance"));
        action(o, "libelle", " ").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs.length()").value(2));
        action(o, "aupres", "ENFANT", "libelle", "Visite", "serviceId", "svc-autre").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("serviceId"));
        envoyer(anne, post(adresse("/redaction/objectifs")), corps("domaine", "inconnu", "objectif", "")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs.length()").value(2));
    }

    @Test
    void a_line_somebody_changed_since_is_a_conflict() throws Exception {
        UUID o = objectif("relations", "Rassurer Lina");
        envoyer(bruno, put(adresse("/redaction/objectifs/" + o)), corps("version", 1, "domaine", "relations", "objectif", "Rassurer Lina et sa mère")).andExpect(status().isNoContent());
        envoyer(anne, put(adresse("/redaction/objectifs/" + o)), corps("version", 1, "domaine", "relations", "objectif", "Autre")).andExpect(status().isConflict());
        mvc.perform(delete(adresse("/redaction/objectifs/" + o + "?version=1")).with(gens.comme(anne))).andExpect(status().isConflict());
        mvc.perform(delete(adresse("/redaction/objectifs/" + o + "?version=2")).with(gens.comme(anne))).andExpect(status().isNoContent());
        assertThat(lu(anne, "/redaction").get("objectifs")).isEmpty();
    }

    @Test
    void once_established_a_version_never_changes_and_says_the_same_when_the_child_s_file_does() throws Exception {
        ecrire(anne, "situation", "PARCOURS", 0, "Texte établi.").andExpect(status().isOk());
        atelier.etabli(projet, 10);
        ecrire(anne, "situation", "PARCOURS", 1, "Après.").andExpect(status().isConflict());
        envoyer(anne, post(adresse("/redaction/objectifs")), corps("domaine", "relations", "objectif", "Après")).andExpect(status().isConflict());
        JsonNode avant = lu(anne, "/versions/1");
        jdbc.sql("update enfant set prenoms = 'Autre' where id = ?").param(enfant).update();
        assertThat(lu(anne, "/versions/1")).isEqualTo(avant);
        assertThat(avant.at("/tete/etabliLe").asText()).isEqualTo(atelier.ilYA(10).toString());
        assertThat(avant.at("/tete/revisionLe").asText()).isNotEmpty();
        assertThat(avant.at("/tete/delegation").asText()).isEqualTo("Arrêté d’essai");
        assertThat(jdbc.sql("select encode(sha256(convert_to(contenu::text, 'UTF8')), 'hex') = empreinte from projet_version where id = ?")
                .param(atelier.versionId(projet)).query(Boolean.class).single()).isTrue();
    }

    @Test
    void a_content_somebody_changed_in_the_database_is_never_printed() throws Exception {
        atelier.etabli(projet, 10);
        jdbc.sql("update projet_version set contenu = jsonb_set(contenu, '{tete,signataire}', '\"Autre\"') where id = ?").param(atelier.versionId(projet)).update();
        mvc.perform(get(adresse("/versions/1/pdf")).with(gens.comme(anne))).andExpect(status().is5xxServerError());
    }

    @Test
    void a_version_printed_again_is_the_same_file_and_conforms_to_pdf_ua() throws Exception {
        ecrire(anne, "situation", "PARCOURS", 0, "Texte établi.").andExpect(status().isOk());
        byte[] brouillon = pdf(anne, "/versions/1/pdf");
        assertThat(ImprimeEssai.texte(brouillon)).contains("Brouillon");
        assertThat(jdbc.sql("select count(*) from projet_imprime where version_id = ?").param(atelier.versionId(projet)).query(Long.class).single()).isZero();
        atelier.etabli(projet, 10);
        for (String variante : List.of("COMPLET", "GRAND", "ENFANT")) {
            byte[] un = pdf(anne, "/versions/1/pdf?variante=" + variante);
            assertThat(PdfUa.defauts(un)).as(variante).isEmpty();
            assertThat(pdf(bruno, "/versions/1/pdf?variante=" + variante)).isEqualTo(un);
        }
        assertThat(jdbc.sql("select count(*) from projet_imprime where version_id = ?").param(atelier.versionId(projet)).query(Long.class).single()).isEqualTo(3);
        byte[] garde = jdbc.sql("select contenu from projet_imprime where version_id = ? limit 1").param(atelier.versionId(projet)).query((l, n) -> l.getBytes(1)).single();
        assertThat(new String(Arrays.copyOf(garde, 4), StandardCharsets.ISO_8859_1)).as("encrypted").isNotEqualTo("%PDF");
    }

    @Test
    void the_copy_of_the_other_parent_hides_the_withheld_address_whatever_was_ticked_and_is_kept_as_given() throws Exception {
        UUID mere = atelier.mesures().titulaire(enfant);
        UUID pere = atelier.mesures().titulaire(enfant);
        foyer(mere, "12 allée des Érables", true);
        ecrire(anne, "lieu-de-vie", "PARCOURS", 0, "Chez sa mère, 12 Allée des Erables.").andExpect(status().isOk());
        atelier.etabli(projet, 10);
        JsonNode choix = json.readTree(envoyer(anne, post(adresse("/versions/1/masques")), corps("destinataire", "TITULAIRE", "adulteId", pere)).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(choix.at("/possibles/0/impose").asBoolean()).isTrue();
        atelier.fait(anne, projet, "remises", "remises", List.of(
                corps("destinataire", "TITULAIRE", "adulteId", pere, "moyen", "MAIN_PROPRE", "le", atelier.ilYA(5), "masques", List.of()),
                corps("destinataire", "TITULAIRE", "adulteId", mere, "moyen", "COURRIER", "le", atelier.ilYA(5), "masques", List.of("PARTIE:lieu-de-vie"))));
        JsonNode page = atelier.page(anne, projet);
        JsonNode auPere = remise(page, pere);
        assertThat(auPere.get("masques")).hasSize(1);
        byte[] donne = pdf(anne, "/versions/remises/" + auPere.get("id").asText() + "/pdf");
        assertThat(ImprimeEssai.texte(donne)).doesNotContainIgnoringCase("rables").contains("exemplaire pour");
        assertThat(PdfUa.defauts(donne)).isEmpty();
        byte[] aLaMere = pdf(anne, "/versions/remises/" + remise(page, mere).get("id").asText() + "/pdf");
        assertThat(ImprimeEssai.texte(aLaMere)).contains("12 allée des Érables").contains(Masques.NON_COMMUNIQUE);
        // Signed later, withdrawn from the home since: the copy given stays the copy given.
        atelier.fait(anne, projet, "signatures", "signatures", List.of(corps("qualite", "TITULAIRE", "adulteId", pere, "statut", "REFUSEE", "le", atelier.ilYA(4))));
        assertThat(pdf(bruno, "/versions/remises/" + auPere.get("id").asText() + "/pdf")).isEqualTo(donne);
        mvc.perform(get(adresse("/versions/remises/" + auPere.get("id").asText() + "/pdf")).with(gens.comme(service))).andExpect(status().isNotFound());
    }

    @Test
    void a_disagreement_told_once_the_version_is_frozen_stands_in_the_copies_given_since_and_in_the_next_version() throws Exception {
        UUID pere = atelier.mesures().titulaire(enfant);
        atelier.etabli(projet, 20);
        byte[] avant = pdf(anne, "/versions/1/pdf");
        atelier.fait(anne, projet, "avis", "adulteId", pere, "le", atelier.ilYA(15), "sens", "DESACCORD", "texte", "Je le dirai au juge.");
        atelier.fait(anne, projet, "remises", "remises", List.of(corps("destinataire", "JUGE", "moyen", "COURRIER", "le", atelier.ilYA(5))));
        String remise = atelier.page(anne, projet).at("/remises/0/id").asText();
        assertThat(ImprimeEssai.texte(pdf(anne, "/versions/remises/" + remise + "/pdf"))).contains("Je le dirai au juge.");
        assertThat(pdf(anne, "/versions/1/pdf")).as("the version itself is what it was").isEqualTo(avant);
        atelier.fait(anne, projet, "revisions", "motif", "DEMANDE", "le", atelier.ilYA(4));
        assertThat(lu(anne, "/versions/2").at("/avis/0/texte").asText()).isEqualTo("Je le dirai au juge.");
        atelier.etabli(projet, 3);
        atelier.fait(anne, projet, "revisions", "motif", "DEMANDE", "le", atelier.ilYA(2));
        assertThat(lu(anne, "/versions/3").get("avis")).as("said once").isEmpty();
    }

    @Test
    void the_child_s_copy_comes_with_the_page_written_for_the_child() throws Exception {
        ecrire(anne, "mots-enfant", "PARCOURS", 0, "Tu vis chez ta maman.").andExpect(status().isOk());
        atelier.etabli(projet, 10);
        atelier.fait(anne, projet, "remises", "remises", List.of(corps("destinataire", "ENFANT", "moyen", "ENTRETIEN", "le", atelier.ilYA(5))));
        String remise = atelier.page(anne, projet).at("/remises/0/id").asText();
        assertThat(jdbc.sql("select count(*) from projet_imprime where remise_id = ?").param(UUID.fromString(remise)).query(Long.class).single()).isEqualTo(3);
        assertThat(ImprimeEssai.texte(pdf(anne, "/versions/remises/" + remise + "/pdf?variante=ENFANT"))).contains("Tu vis chez ta maman.").contains("119");
    }

    @Test
    void versions_are_compared_side_by_side_by_what_each_line_became() throws Exception {
        ecrire(anne, "situation", "PARCOURS", 0, "Avant.").andExpect(status().isOk());
        UUID o = objectif("relations", "Rassurer Lina");
        action(o, "aupres", "ENFANT", "libelle", "Visite", "qui", "Le service").andExpect(status().isCreated());
        atelier.etabli(projet, 20);
        atelier.fait(anne, projet, "revisions", "motif", "SITUATION", "le", atelier.ilYA(10));
        ecrire(anne, "situation", "PARCOURS", 0, "Après.").andExpect(status().isOk());
        JsonNode page = lu(anne, "/redaction");
        JsonNode ligne = objectif(page, "Rassurer Lina");
        assertThat(ligne.get("reconduit").asBoolean()).isTrue();
        envoyer(anne, put(adresse("/redaction/objectifs/" + ligne.get("id").asText())), corps("domaine", "relations", "objectif", "Rassurer Lina et Noé")).andExpect(status().isNoContent());
        objectif("scolarite", "Natation");
        JsonNode ecarts = lu(anne, "/versions/comparaison?avant=2&apres=1").get("ecarts");
        assertThat(sorts(ecarts)).contains("Ce qui amène ce projet MODIFIE", "Objectif MODIFIE", "Action INCHANGE", "Objectif AJOUTE");
        assertThat(lu(anne, "/versions/1").toString()).contains("Avant.").doesNotContain("Après.");
    }

    @Test
    void what_the_file_knows_is_shown_with_where_it_comes_from() throws Exception {
        UUID mere = atelier.mesures().titulaire(enfant);
        foyer(mere, "12 allée des Érables", true);
        JsonNode connus = lu(anne, "/redaction").get("connus");
        List<String> sources = new ArrayList<>();
        connus.forEach(c -> sources.add(c.get("source").asText() + " | " + c.get("provenance").asText()));
        assertThat(sources).anyMatch(s -> s.startsWith("mesures | mesure MES-")).anyMatch(s -> s.startsWith("titulaires | ")).anyMatch(s -> s.startsWith("foyers | "));
        assertThat(connus.toString()).as("withheld on screen too").doesNotContain("Érables");
    }

    @Test
    void the_number_of_queries_does_not_grow_with_what_is_written() throws Exception {
        int vide = Requetes.de(() -> lu(anne, "/redaction"));
        for (int i = 0; i < 12; i++) {
            UUID o = objectif("relations", "Objectif " + i);
            action(o, "aupres", "ENFANT", "libelle", "Action " + i, "qui", "Le père").andExpect(status().isCreated());
        }
        ecrire(anne, "situation", "PARCOURS", 0, "A").andExpect(status().isOk());
        assertThat(Requetes.de(() -> lu(anne, "/redaction"))).isLessThanOrEqualTo(vide + 1);
    }

    private void foyer(UUID adulte, String adresse, boolean protegee) {
        UUID foyer = Ids.nouveau();
        jdbc.sql("insert into foyer(id, libelle, adresse, code_postal, commune, adresse_protegee) values (?, 'Chez sa mère', ?, '35600', 'Redon', ?)").params(foyer, adresse, protegee).update();
        jdbc.sql("insert into foyer_enfant(id, foyer_id, enfant_id, principal, du) values (?, ?, ?, true, date '2020-01-01')").params(Ids.nouveau(), foyer, enfant).update();
        jdbc.sql("insert into foyer_adulte(id, foyer_id, adulte_id, du) values (?, ?, ?, date '2020-01-01')").params(Ids.nouveau(), foyer, adulte).update();
    }

    private UUID objectif(String domaine, String texte) throws Exception {
        return UUID.fromString(json.readTree(envoyer(anne, post(adresse("/redaction/objectifs")), corps("domaine", domaine, "objectif", texte)).andExpect(status().isCreated())
                .andReturn().getResponse().getContentAsString()).get("id").asText());
    }

    private ResultActions action(UUID objectif, Object... champs) throws Exception {
        return envoyer(anne, post(adresse("/redaction/objectifs/" + objectif + "/actions")), corps(champs));
    }

    private ResultActions ecrire(UUID qui, String code, String contributeur, long version, String texte) throws Exception {
        return envoyer(qui, put(adresse("/redaction/parties/" + code)), corps("version", version, "contributeur", contributeur, "texte", texte));
    }

    private ResultActions envoyer(UUID qui, MockHttpServletRequestBuilder demande, Map<String, Object> corps) throws Exception {
        return mvc.perform(demande.with(gens.comme(qui)).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(corps)));
    }

    private JsonNode lu(UUID qui, String suite) throws Exception {
        return json.readTree(mvc.perform(get(adresse(suite)).with(gens.comme(qui))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private byte[] pdf(UUID qui, String suite) throws Exception {
        return mvc.perform(get(adresse(suite)).with(gens.comme(qui))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    }

    private String adresse(String suite) {
        return "/api/projets/" + projet + suite;
    }

    private static JsonNode partie(JsonNode page, String code, String contributeur) {
        for (JsonNode p : page.get("parties")) {
            if (p.get("code").asText().equals(code) && p.get("contributeur").asText().equals(contributeur)) {
                return p;
            }
        }
        throw new AssertionError(code);
    }

    private static JsonNode objectif(JsonNode page, String texte) {
        for (JsonNode o : page.get("objectifs")) {
            if (o.get("objectif").asText().equals(texte)) {
                return o;
            }
        }
        throw new AssertionError(texte);
    }

    private static JsonNode remise(JsonNode page, UUID adulte) {
        for (JsonNode r : page.get("remises")) {
            if (r.get("adulteId").asText().equals(adulte.toString())) {
                return r;
            }
        }
        throw new AssertionError(adulte);
    }

    private static List<String> sorts(JsonNode ecarts) {
        List<String> sorts = new ArrayList<>();
        ecarts.forEach(e -> sorts.add(e.get("titre").asText() + " " + e.get("sort").asText()));
        return sorts;
    }

    private static Map<String, Object> corps(Object... champs) {
        Map<String, Object> corps = new LinkedHashMap<>();
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return corps;
    }
}
