package fr.jalon.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestIntegration
class DemandesIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Atelier atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private UUID ref;
    private UUID enfant;

    @BeforeEach
    void un_enfant() {
        ref = atelier.ref();
        enfant = atelier.enfant();
    }

    private Map<String, Object> demande(String genre) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("enfantId", enfant);
        d.put("genre", genre);
        d.put("qualite", "TITULAIRE");
        d.put("demandeur", "Mme Essai");
        d.put("objet", "La date de naissance est fausse.");
        d.put("recueLe", horloge.aujourdhui().minusDays(3).toString());
        return d;
    }

    private UUID ouverte(String genre) throws Exception {
        return accueil.id(accueil.poster(ref, "/api/droits/demandes", demande(genre)).andExpect(status().isCreated()), "id");
    }

    private Map<String, Object> avecVersion(UUID id, Object... champs) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", jdbc.sql("select version from droits_demande where id = ?").param(id).query(Long.class).single());
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return corps;
    }

    private void verifiee(UUID id) throws Exception {
        accueil.poster(ref, "/api/droits/demandes/" + id + "/identite", avecVersion(id, "le", horloge.aujourdhui().toString(), "moyen", "Carte d’identité vue"))
                .andExpect(status().isNoContent());
    }

    @Test
    void a_request_is_due_within_a_month_and_within_three_once_extended_in_time() throws Exception {
        UUID id = ouverte("ACCES");
        JsonNode d = accueil.lu(ref, "/api/droits/demandes/" + id).get("demande");
        assertThat(d.get("numero").asText()).matches("DRO-20\\d\\d-\\d{4}");
        assertThat(d.get("echeance").asText()).isEqualTo(horloge.aujourdhui().minusDays(3).plusMonths(1).toString());
        accueil.poster(ref, "/api/droits/demandes/" + id + "/prolongation", avecVersion(id, "motif", " ")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        accueil.poster(ref, "/api/droits/demandes/" + id + "/prolongation", avecVersion(id, "motif", "Dossier très long.")).andExpect(status().isNoContent());
        assertThat(accueil.lu(ref, "/api/droits/demandes/" + id).get("demande").get("echeance").asText())
                .isEqualTo(horloge.aujourdhui().minusDays(3).plusMonths(3).toString());
        accueil.poster(ref, "/api/droits/demandes/" + id + "/prolongation", avecVersion(id, "motif", "Encore.")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void what_is_missing_is_told_at_each_field() throws Exception {
        Map<String, Object> d = demande("RECTIFICATION");
        d.put("demandeur", " ");
        d.put("objet", null);
        d.put("recueLe", horloge.aujourdhui().plusDays(1).toString());
        accueil.poster(ref, "/api/droits/demandes", d).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", hasItem("demandeur")))
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("objet"))).andExpect(jsonPath("$.erreurs[*].champ", hasItem("recueLe")));
    }

    @Test
    void a_rectification_is_decided_kept_as_an_event_and_shown_on_the_childs_page() throws Exception {
        UUID id = ouverte("RECTIFICATION");
        Map<String, Object> reponse = avecVersion(id, "decision", "ACCEPTEE", "le", horloge.aujourdhui().toString(), "moyen", "Courrier");
        accueil.poster(ref, "/api/droits/demandes/" + id + "/reponse", reponse).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("corrige"));
        reponse.put("corrige", "Née le 4, non le 14.");
        accueil.poster(ref, "/api/droits/demandes/" + id + "/reponse", reponse).andExpect(status().isUnprocessableEntity());
        verifiee(id);
        reponse.putAll(avecVersion(id));
        accueil.poster(ref, "/api/droits/demandes/" + id + "/reponse", reponse).andExpect(status().isNoContent());
        assertThat(jdbc.sql("""
                select t.texte from evenement e join evenement_sujet s on s.evenement_id = e.id join evenement_texte t on t.evenement_id = e.id
                where e.type = 'droits.rectification' and s.sujet_id = ?""").param(enfant).query(String.class).single()).isEqualTo("Née le 4, non le 14.");
        JsonNode page = accueil.lu(gens.de(Role.EVALUATEUR, Atelier.UNITE), "/api/droits/enfants/" + enfant);
        assertThat(page.get("mentions").get(0).get("texte").asText()).isEqualTo("Née le 4, non le 14.");
        // An evaluator reads what was noted, not the requests.
        assertThat(page.get("demandes")).isEmpty();
        assertThat(accueil.lu(ref, "/api/droits/enfants/" + enfant).get("demandes")).hasSize(1);
    }

    @Test
    void a_refusal_is_reasoned_and_the_disagreement_stays_on_the_file() throws Exception {
        UUID id = ouverte("OPPOSITION");
        Map<String, Object> reponse = avecVersion(id, "decision", "REFUSEE", "le", horloge.aujourdhui().toString(), "moyen", "Courrier");
        accueil.poster(ref, "/api/droits/demandes/" + id + "/reponse", reponse).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        reponse.put("motif", "Mission d’intérêt public.");
        accueil.poster(ref, "/api/droits/demandes/" + id + "/reponse", reponse).andExpect(status().isNoContent());
        JsonNode mention = accueil.lu(ref, "/api/droits/enfants/" + enfant).get("mentions").get(0);
        assertThat(mention.get("decisionLibelle").asText()).isEqualTo("Refusée");
        assertThat(mention.get("texte").asText()).isEqualTo("La date de naissance est fausse.");
        accueil.poster(ref, "/api/droits/demandes/" + id + "/reponse", reponse).andExpect(status().isConflict());
    }

    @Test
    void nobody_answers_for_a_file_they_do_not_see_or_without_the_duty() throws Exception {
        UUID id = ouverte("ACCES");
        UUID ailleurs = gens.de(Role.REF, "cdas-fougeres");
        accueil.lire(ailleurs, "/api/droits/demandes/" + id).andExpect(status().isNotFound());
        accueil.poster(ailleurs, "/api/droits/demandes", demande("ACCES")).andExpect(status().isNotFound());
        assertThat(accueil.lu(ailleurs, "/api/droits/demandes").toString()).doesNotContain(id.toString());
        UUID evaluateur = gens.de(Role.EVALUATEUR, Atelier.UNITE);
        accueil.lire(evaluateur, "/api/droits/demandes/" + id).andExpect(status().isForbidden());
        accueil.poster(evaluateur, "/api/droits/demandes", demande("ACCES")).andExpect(status().isForbidden());
        accueil.lire(evaluateur, "/api/droits/demandes").andExpect(status().isForbidden());
    }

    @Test
    void the_data_protection_officer_follows_the_dates_and_reads_no_name() throws Exception {
        UUID id = ouverte("ACCES");
        UUID delegue = gens.de(Role.DELEGUE, null);
        for (JsonNode l : accueil.lu(delegue, "/api/droits/demandes")) {
            assertThat(l.get("enfant").isNull()).isTrue();
            assertThat(l.get("enfantId").isNull()).isTrue();
        }
        assertThat(accueil.lu(delegue, "/api/droits/demandes").toString()).contains(id.toString());
        accueil.lire(delegue, "/api/droits/demandes/" + id).andExpect(status().isForbidden());
    }

    @Test
    void a_restricted_file_is_answered_for_by_its_holders_alone() throws Exception {
        UUID id = ouverte("ACCES");
        UUID tenante = gens.de(Role.REF, Atelier.UNITE);
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(enfant, tenante).update();
        for (UUID qui : List.of(ref, gens.de(Role.SUPERVISEUR, null))) {
            accueil.lire(qui, "/api/droits/demandes/" + id).andExpect(status().isNotFound());
            accueil.lire(qui, "/api/droits/demandes/" + id + "/revue").andExpect(status().isNotFound());
            accueil.lire(qui, "/api/droits/enfants/" + enfant).andExpect(status().isNotFound());
            assertThat(accueil.lu(qui, "/api/droits/demandes").toString()).doesNotContain(id.toString());
        }
        accueil.lire(tenante, "/api/droits/demandes/" + id).andExpect(status().isOk());
        assertThat(accueil.lu(tenante, "/api/droits/demandes").toString()).contains(id.toString());
    }

    @Test
    void two_people_on_one_request_the_second_is_told() throws Exception {
        UUID id = ouverte("ACCES");
        Map<String, Object> lue = avecVersion(id, "le", horloge.aujourdhui().toString(), "moyen", "Vu");
        accueil.poster(ref, "/api/droits/demandes/" + id + "/identite", lue).andExpect(status().isNoContent());
        accueil.poster(ref, "/api/droits/demandes/" + id + "/identite", lue).andExpect(status().isConflict());
    }
}
