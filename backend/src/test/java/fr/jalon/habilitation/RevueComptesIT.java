package fr.jalon.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** « Ces 14 comptes n’ont pas servi depuis 90 jours »: looked at, kept or withdrawn, and what was decided stays. */
@TestIntegration
class RevueComptesIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc mvc;

    private UUID administrateur;
    private UUID dormant;

    @BeforeEach
    void un_compte_qui_ne_sert_plus() {
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
        dormant = gens.de(Role.EVALUATEUR, "cdas-redon");
        jdbc.sql("update utilisateur set cree_le = now() - interval '400 days', derniere_connexion = now() - interval '120 days' where id = ?").param(dormant).update();
    }

    private JsonNode ligne(UUID qui, String liste) throws Exception {
        for (JsonNode l : accueil.lu(administrateur, "/api/comptes/revue").get(liste)) {
            if (l.get(liste.equals("aRevoir") ? "id" : "utilisateurId").asText().equals(qui.toString())) {
                return l;
            }
        }
        return null;
    }

    private void decider(UUID qui, String decision, String motif) throws Exception {
        accueil.poster(administrateur, "/api/comptes/revue", Map.of("ids", List.of(qui), "decision", decision, "motif", motif)).andExpect(status().isNoContent());
    }

    @Test
    void an_account_unused_for_ninety_days_is_listed_with_what_it_holds_and_one_that_serves_is_not() throws Exception {
        JsonNode l = ligne(dormant, "aRevoir");
        assertThat(l.get("sansActe").asInt()).isBetween(119, 121);
        assertThat(l.get("habilitations").asText()).isEqualTo("Évaluateur, CDAS Redon");
        assertThat(ligne(administrateur, "aRevoir")).isNull();
        jdbc.sql("update utilisateur set derniere_connexion = now() - interval '89 days' where id = ?").param(dormant).update();
        assertThat(ligne(dormant, "aRevoir")).isNull();
    }

    @Test
    void an_account_never_used_counts_from_the_day_it_was_opened() throws Exception {
        jdbc.sql("update utilisateur set derniere_connexion = null where id = ?").param(dormant).update();
        assertThat(ligne(dormant, "aRevoir").get("sansActe").asInt()).isBetween(399, 401);
    }

    @Test
    void one_that_is_kept_leaves_the_list_and_the_decision_stays_with_who_and_when() throws Exception {
        decider(dormant, "MAINTENU", "");
        assertThat(ligne(dormant, "aRevoir")).isNull();
        JsonNode d = ligne(dormant, "decisions");
        assertThat(d.get("decision").asText()).isEqualTo("MAINTENU");
        assertThat(d.get("decideePar").asText()).contains("Administrateur");
        assertThat(d.get("habilitations").asText()).isEqualTo("Évaluateur, CDAS Redon");
        assertThatThrownBy(() -> gens.application().sql("delete from revue_compte where utilisateur_id = ?").param(dormant).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> gens.application().sql("update revue_compte set decision = 'RETIRE', motif = 'x' where utilisateur_id = ?").param(dormant).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_withdrawn_account_is_out_at_its_next_request_gives_back_its_tasks_and_does_not_come_in_again() throws Exception {
        UUID responsable = gens.de(Role.RESPONSABLE_CDAS, "cdas-redon");
        String tache = jdbc.sql("select id from tache where sujet_id = ?").param(accueil.recevoir(responsable)).query(String.class).single();
        accueil.poster(responsable, "/api/taches/" + tache + "/prendre", Map.of()).andExpect(status().isNoContent());
        Cookie session = mvc.perform(entree(responsable)).andExpect(status().isOk()).andReturn().getResponse().getCookie("JALON");
        mvc.perform(get("/api/taches").cookie(session)).andExpect(status().isOk());

        accueil.poster(administrateur, "/api/comptes/revue", Map.of("ids", List.of(responsable), "decision", "RETIRE", "motif", " "))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        decider(responsable, "RETIRE", "A quitté le département");
        mvc.perform(get("/api/taches").cookie(session)).andExpect(status().isUnauthorized());
        assertThat(jdbc.sql("select count(*) from tache_suivi where titulaire_id = ?").param(responsable).query(Long.class).single()).isZero();
        mvc.perform(entree(responsable)).andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("select quoi from journal_acces where utilisateur_id = ? order by id").param(responsable).query(String.class).list())
                .contains("connexion.demonstration", "session.finie compte-retire", "connexion.refusee compte-retire");

        decider(responsable, "RETABLI", "Retour de détachement");
        mvc.perform(entree(responsable)).andExpect(status().isOk());
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder entree(UUID qui) {
        return post("/api/connexion").with(SecurityMockMvcRequestPostProcessors.csrf()).contentType("application/json")
                .content("{\"identifiant\":\"essai." + qui + "\"}");
    }

    @Test
    void many_are_decided_together_or_none_and_nobody_withdraws_themselves() throws Exception {
        UUID autre = gens.de(Role.REF, "cdas-redon");
        accueil.poster(administrateur, "/api/comptes/revue", Map.of("ids", List.of(autre, administrateur), "decision", "RETIRE", "motif", "Essai"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("select actif from utilisateur where id = ?").param(autre).query(Boolean.class).single()).isTrue();
        decider(autre, "RETIRE", "Essai");
        accueil.poster(administrateur, "/api/comptes/revue", Map.of("ids", List.of(autre), "decision", "RETIRE", "motif", "Essai")).andExpect(status().isConflict());
        accueil.lire(gens.de(Role.SUPERVISEUR, null), "/api/comptes/revue").andExpect(status().isForbidden());
        accueil.poster(gens.de(Role.SUPERVISEUR, null), "/api/comptes/revue", Map.of("ids", List.of(dormant), "decision", "RETIRE", "motif", "Essai"))
                .andExpect(status().isForbidden());
    }
}
