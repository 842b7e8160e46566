package fr.jalon.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Light records through the endpoints: who may, what is refused, what is written in the log, the way back. */
@TestIntegration
class ReleveIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private Gens gens;
    @Autowired
    private Atelier atelier;
    @Autowired
    private ControleReleves controle;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private fr.jalon.indicateur.Comptage comptage;

    private UUID referent;
    private UUID enfant;

    @BeforeEach
    void venir() {
        referent = atelier.referent();
        enfant = atelier.enfant(horloge.aujourdhui().minusYears(12));
    }

    private LocalDate ilYA(int jours) {
        return horloge.aujourdhui().minusDays(jours);
    }

    private ResultActions envoyer(UUID qui, MockHttpServletRequestBuilder demande, Map<String, Object> corps) throws Exception {
        return mvc.perform(demande.with(gens.comme(qui)).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(corps)));
    }

    private ResultActions noter(UUID qui, Object... champs) throws Exception {
        return envoyer(qui, post("/api/enfants/" + enfant + "/releves"), corps(champs));
    }

    private static Map<String, Object> corps(Object... champs) {
        Map<String, Object> corps = new HashMap<>();
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return corps;
    }

    private UUID note(Object... champs) throws Exception {
        return UUID.fromString(json.readTree(noter(referent, champs).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString()).get("id").asText());
    }

    private JsonNode page(UUID qui) throws Exception {
        return json.readTree(mvc.perform(get("/api/enfants/" + enfant + "/releves").with(gens.comme(qui))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** Events that stand: neither cancelled nor rectified, nor cancellations. */
    private List<String> tiennent(UUID releve) {
        return jdbc.sql("""
                select e.type || ' ' || e.jour || ' ' || cast(e.dimensions as text) from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_type = 'RELEVE' and s.sujet_id = ? order by e.jour, e.id""").param(releve).query(String.class).list();
    }

    private List<String> periodes(UUID releve) {
        return jdbc.sql("""
                select genre || ' ' || debut || ' ' || coalesce(cast(fin as text), '-') || ' ' || cast(dimensions as text) from periode
                where connu_au is null and sujet_type = 'RELEVE' and sujet_id = ?""").param(releve).query(String.class).list();
    }

    @Test
    void a_record_is_proposed_when_a_document_of_the_departement_counts_it_and_noted_in_one_act() throws Exception {
        JsonNode avant = page(referent);
        List<String> proposes = avant.get("genres").findValuesAsText("code");
        assertThat(proposes).contains("PARRAINAGE", "MDPH", "ACCOMPAGNEMENT_HANDICAP").doesNotContain("STAFF", "ACCUEIL_FDE", "COMMISSION_REGULATION", "RAPT");
        UUID id = note("code", "PARRAINAGE", "du", ilYA(40), "champs", Map.of("forme", "PARRAINAGE"), "texte", "Avec une voisine.");
        JsonNode ligne = page(referent).get("lignes").get(0);
        assertThat(ligne.get("enCours").asBoolean()).isTrue();
        assertThat(ligne.get("details").get(0).asText()).isEqualTo("Forme\u00a0: Parrainage");
        assertThat(tiennent(id)).containsExactly("releve.note " + ilYA(40) + " {\"code\": \"PARRAINAGE\", \"forme\": \"PARRAINAGE\"}");
        assertThat(periodes(id)).containsExactly("RELEVE_PARRAINAGE " + ilYA(40) + " - {\"forme\": \"PARRAINAGE\"}");
        assertThat(jdbc.sql("select count(*) from evenement_texte where texte like 'Avec une voisine%'").query(Long.class).single()).isZero();
    }

    @Test
    void an_end_a_correction_and_a_cancellation_are_acts_and_one_fact_is_left_to_count() throws Exception {
        UUID id = note("code", "PARRAINAGE", "du", ilYA(40), "champs", Map.of("forme", "PARRAINAGE"));
        envoyer(referent, post("/api/releves/" + id + "/fin"), corps("version", 0, "au", ilYA(10))).andExpect(status().isNoContent());
        assertThat(periodes(id)).containsExactly("RELEVE_PARRAINAGE " + ilYA(40) + " " + ilYA(10) + " {\"forme\": \"PARRAINAGE\"}");
        envoyer(referent, put("/api/releves/" + id), corps("version", 1, "code", "PARRAINAGE", "du", ilYA(50), "au", ilYA(5), "champs", Map.of("forme", "BENEVOLE")))
                .andExpect(status().isNoContent());
        assertThat(tiennent(id)).hasSize(2).first().asString().startsWith("releve.note " + ilYA(50)).contains("BENEVOLE");
        assertThat(tiennent(id).get(1)).startsWith("releve.fini " + ilYA(5));
        assertThat(periodes(id)).containsExactly("RELEVE_PARRAINAGE " + ilYA(50) + " " + ilYA(5) + " {\"forme\": \"BENEVOLE\"}");
        envoyer(referent, post("/api/releves/" + id + "/annulation"), corps("version", 2, "motif", "Autre enfant.")).andExpect(status().isNoContent());
        assertThat(tiennent(id)).isEmpty();
        assertThat(periodes(id)).isEmpty();
        JsonNode ligne = page(referent).get("lignes").get(0);
        assertThat(ligne.get("annuleMotif").asText()).isEqualTo("Autre enfant.");
        envoyer(referent, post("/api/releves/" + id + "/annulation"), corps("version", 3, "motif", "Encore.")).andExpect(status().isConflict());
        assertThat(jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ?").param(id).query(Long.class).single())
                .as("nothing is ever changed: every act left its event").isGreaterThan(4);
    }

    @Test
    void the_impossible_is_refused_at_its_field_and_a_double_asks_why() throws Exception {
        noter(referent, "code", "STAFF", "du", ilYA(1)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("code"));
        noter(referent, "code", "PARRAINAGE", "champs", Map.of("forme", "PARRAINAGE")).andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        noter(referent, "code", "PARRAINAGE", "du", ilYA(-1), "champs", Map.of("forme", "PARRAINAGE")).andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        noter(referent, "code", "MDPH", "du", ilYA(13 * 366)).andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        noter(referent, "code", "PARRAINAGE", "du", ilYA(5), "au", ilYA(6), "champs", Map.of("forme", "PARRAINAGE")).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        noter(referent, "code", "DEROGATION", "du", ilYA(5), "au", ilYA(4)).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        noter(referent, "code", "PARRAINAGE", "du", ilYA(5)).andExpect(jsonPath("$.erreurs[0].champ").value("champs.forme"));
        noter(referent, "code", "PARRAINAGE", "du", ilYA(5), "champs", Map.of("forme", "AUTRE")).andExpect(jsonPath("$.erreurs[0].champ").value("champs.forme"));
        noter(referent, "code", "PARRAINAGE", "du", ilYA(5), "champs", Map.of("forme", "PARRAINAGE", "nom", "Zoé")).andExpect(jsonPath("$.erreurs[0].champ").value("champs.nom"));
        note("code", "PARRAINAGE", "du", ilYA(5), "champs", Map.of("forme", "PARRAINAGE"));
        noter(referent, "code", "PARRAINAGE", "du", ilYA(4), "champs", Map.of("forme", "PARRAINAGE")).andExpect(jsonPath("$.avertissements[0].code").value("DEJA_NOTE"));
        note("code", "PARRAINAGE", "du", ilYA(4), "champs", Map.of("forme", "PARRAINAGE"), "motifs", Map.of("DEJA_NOTE", "Deux parrains."));
    }

    @Test
    void records_are_for_those_who_work_on_the_file() throws Exception {
        UUID id = note("code", "MDPH", "du", ilYA(30));
        UUID ailleurs = gens.de(Role.REF, "cdas-fougeres");
        noter(ailleurs, "code", "MDPH", "du", ilYA(3)).andExpect(status().isNotFound());
        envoyer(ailleurs, post("/api/releves/" + id + "/fin"), corps("version", 0, "au", ilYA(1))).andExpect(status().isNotFound());
        mvc.perform(get("/api/enfants/" + enfant + "/releves").with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        UUID service = gens.de(Role.SERVICE_HABILITE, Atelier.SERVICE);
        mvc.perform(get("/api/enfants/" + enfant + "/releves").with(gens.comme(service))).andExpect(status().isNotFound());
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        assertThat(page(superviseur).get("peutNoter").asBoolean()).isFalse();
        noter(superviseur, "code", "MDPH", "du", ilYA(3)).andExpect(status().isForbidden());
        envoyer(referent, put("/api/releves/" + id), corps("version", 7, "code", "MDPH", "du", ilYA(20))).andExpect(status().isConflict());
        mvc.perform(get("/api/releves/reunions").with(gens.comme(gens.de(Role.OBSERVATOIRE, null)))).andExpect(status().isForbidden());
        mvc.perform(get("/api/releves/reunions").with(gens.comme(superviseur))).andExpect(status().isOk()).andExpect(jsonPath("$.genres").isEmpty());
        envoyer(superviseur, post("/api/releves/reunions"), corps("unite", Atelier.UNITE, "code", "CELLULE_VEILLE", "du", ilYA(1)))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("code"));
    }

    @Test
    void the_nightly_check_finds_and_mends_a_period_that_is_not_the_records() throws Exception {
        UUID id = note("code", "MDPH", "du", ilYA(30));
        assertThat(gens.maison(controle::ecarts)).noneMatch(e -> e.cle().contains(id.toString()));
        jdbc.sql("update periode set connu_au = now(), connu_fin_tx = pg_current_xact_id() where sujet_id = ?").param(id).update();
        assertThat(gens.maison(controle::ecarts)).anyMatch(e -> e.cle().contains(id.toString()));
        transaction.executeWithoutResult(t -> controle.reconstruire());
        assertThat(periodes(id)).hasSize(1);
        assertThat(gens.maison(controle::ecarts)).noneMatch(e -> e.cle().contains(id.toString()));
    }

    private int compte(String ligne) {
        java.math.BigDecimal valeur = comptage.compter(ligne, horloge.aujourdhui().getYear(), fr.jalon.indicateur.Connu.maintenant(), null).valeur();
        return valeur == null ? 0 : valeur.intValue();
    }

    @Test
    void what_is_noted_counts_by_itself_and_no_longer_once_cancelled() throws Exception {
        int avant = compte("35-F23-01");
        int attente = compte("35-F23-04");
        UUID id = note("code", "PARRAINAGE", "du", ilYA(3), "champs", Map.of("forme", "PARRAINAGE"));
        note("code", "DEMANDE_PARRAINAGE", "du", ilYA(3), "au", ilYA(1));
        assertThat(compte("35-F23-01")).isEqualTo(avant + 1);
        assertThat(compte("35-F23-04")).as("it no longer waits").isEqualTo(attente);
        envoyer(referent, put("/api/releves/" + id), corps("version", 0, "code", "PARRAINAGE", "du", ilYA(3), "champs", Map.of("forme", "BENEVOLE")))
                .andExpect(status().isNoContent());
        assertThat(compte("35-F23-01")).isEqualTo(avant);
    }
}
