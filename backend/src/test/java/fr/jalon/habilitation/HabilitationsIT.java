package fr.jalon.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duties given by hand beside what the directory says: dated, explained, out at the next request. */
@TestIntegration
class HabilitationsIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Utilisateurs utilisateurs;
    @Autowired
    private Habilitations habilitations;
    @Autowired
    private Horloge horloge;

    private UUID administrateur;
    private UUID agent;

    @BeforeEach
    void un_administrateur_et_un_agent() {
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
        agent = gens.de(Role.EVALUATEUR, "cdas-redon");
    }

    private Map<String, Object> donnee(String role, String unite, LocalDate du, LocalDate au) {
        Map<String, Object> h = new HashMap<>();
        h.put("utilisateurId", agent);
        h.put("role", role);
        h.put("uniteId", unite);
        h.put("du", du);
        h.put("au", au);
        h.put("motif", "Renfort d’été");
        return h;
    }

    private UUID donner(String role, String unite, LocalDate du, LocalDate au) throws Exception {
        return accueil.id(accueil.poster(administrateur, "/api/habilitations", donnee(role, unite, du, au)).andExpect(status().isCreated()), "id");
    }

    private JsonNode ligne(UUID qui, String role) throws Exception {
        for (JsonNode l : accueil.lu(administrateur, "/api/habilitations").get("lignes")) {
            if (l.get("utilisateurId").asText().equals(qui.toString()) && l.get("role").asText().equals(role)) {
                return l;
            }
        }
        return null;
    }

    @Test
    void a_duty_given_by_hand_holds_at_the_next_request_and_no_longer_once_withdrawn() throws Exception {
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", not(hasItem("DECISION"))));
        UUID id = donner("REF", "cdas-fougeres", null, null);
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", hasItem("DECISION"))).andExpect(jsonPath("$.unites[*].id", hasItem("cdas-fougeres")));

        JsonNode l = ligne(agent, "REF");
        assertThat(l.get("origine").asText()).isEqualTo("MANUELLE");
        assertThat(l.get("motif").asText()).isEqualTo("Renfort d’été");
        assertThat(l.get("donneePar").asText()).contains("Administrateur");
        assertThat(ligne(agent, "EVALUATEUR").get("origine").asText()).isEqualTo("ANNUAIRE");

        accueil.poster(administrateur, "/api/habilitations/" + id + "/retrait", Map.of("motif", "")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        accueil.poster(administrateur, "/api/habilitations/" + id + "/retrait", Map.of("motif", "Fin du renfort")).andExpect(status().isNoContent());
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", not(hasItem("DECISION"))));
        accueil.poster(administrateur, "/api/habilitations/" + id + "/retrait", Map.of("motif", "Encore")).andExpect(status().isConflict());
        assertThat(jdbc.sql("select quoi from journal_acces where sujet_type = 'UTILISATEUR' and sujet_id = ? order by id").param(agent).query(String.class).list())
                .containsExactly("habilitation.donnee REF cdas-fougeres", "habilitation.retiree REF cdas-fougeres");
    }

    @Test
    void one_that_begins_later_waits_for_its_day_and_one_that_is_over_gives_nothing_even_before_it_is_put_away() throws Exception {
        LocalDate jour = horloge.aujourdhui();
        donner("REF", "cdas-fougeres", jour.plusDays(3), null);
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", not(hasItem("DECISION"))));
        assertThat(ligne(agent, "REF").get("aVenir").asBoolean()).isTrue();
        habilitations.suivre();
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", not(hasItem("DECISION"))));

        donner("RESPONSABLE_CDAS", "cdas-redon", jour, jour);
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", hasItem("DESIGNATION")));
        jdbc.sql("update utilisateur_role set jusquau = ? where utilisateur_id = ? and role = 'RESPONSABLE_CDAS'").params(jour.minusDays(1), agent).update();
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.missions", not(hasItem("DESIGNATION"))));
        habilitations.suivre();
        assertThat(jdbc.sql("select count(*) from utilisateur_role where utilisateur_id = ? and role = 'RESPONSABLE_CDAS' and jusquau < ?").params(agent, jour)
                .query(Long.class).single()).isZero();
    }

    @Test
    void what_the_directory_says_comes_and_goes_with_it_and_leaves_what_was_given_by_hand() throws Exception {
        donner("REF", "cdas-fougeres", null, null);
        utilisateurs.habiliter(agent, List.of(new Utilisateurs.Habilitation(Role.REFERENT_PPEF, "cdas-redon")));
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.roles", hasItem("REF"))).andExpect(jsonPath("$.roles", hasItem("REFERENT_PPEF")))
                .andExpect(jsonPath("$.roles", not(hasItem("EVALUATEUR"))));
        assertThat(jdbc.sql("select acteur || ' ' || quoi from journal_acces where sujet_id = ? and acteur = 'annuaire' order by quoi").param(agent).query(String.class).list())
                .containsExactly("annuaire habilitation.donnee REFERENT_PPEF cdas-redon", "annuaire habilitation.retiree EVALUATEUR cdas-redon");
        utilisateurs.habiliter(agent, List.of());
        accueil.lire(agent, "/api/moi").andExpect(jsonPath("$.roles", hasItem("REF")));
    }

    @Test
    void nobody_gives_themselves_a_duty_nor_one_that_means_nothing_there() throws Exception {
        Map<String, Object> pourSoi = donnee("REF", "cdas-redon", null, null);
        pourSoi.put("utilisateurId", administrateur);
        accueil.poster(administrateur, "/api/habilitations", pourSoi).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].message").value(containsString("soi-même")));
        accueil.poster(administrateur, "/api/habilitations", donnee("SERVICE_HABILITE", null, null, null)).andExpect(jsonPath("$.erreurs[0].champ").value("uniteId"));
        accueil.poster(administrateur, "/api/habilitations", donnee("SERVICE_HABILITE", "cdas-redon", null, null)).andExpect(jsonPath("$.erreurs[0].champ").value("uniteId"));
        accueil.poster(administrateur, "/api/habilitations", donnee("REF", "svc-apase", null, null)).andExpect(jsonPath("$.erreurs[0].champ").value("uniteId"));
        accueil.poster(administrateur, "/api/habilitations", donnee("REF", "nulle-part", null, null)).andExpect(jsonPath("$.erreurs[0].champ").value("uniteId"));
        accueil.poster(administrateur, "/api/habilitations", donnee("EVALUATEUR", "cdas-redon", null, null)).andExpect(jsonPath("$.erreurs[0].champ").value("role"));
        accueil.poster(administrateur, "/api/habilitations", donnee("REF", "cdas-redon", horloge.aujourdhui().minusDays(1), null))
                .andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        accueil.poster(administrateur, "/api/habilitations", donnee("REF", "cdas-redon", horloge.aujourdhui(), horloge.aujourdhui().minusDays(1)))
                .andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        Map<String, Object> sansMotif = donnee("REF", "cdas-redon", null, null);
        sansMotif.put("motif", " ");
        accueil.poster(administrateur, "/api/habilitations", sansMotif).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
    }

    @Test
    void only_the_administrator_keeps_them_and_their_history_cannot_be_erased() throws Exception {
        for (Role role : List.of(Role.SUPERVISEUR, Role.REF, Role.DELEGUE)) {
            UUID qui = gens.de(role, role == Role.REF ? "cdas-redon" : null);
            accueil.lire(qui, "/api/habilitations").andExpect(status().isForbidden());
            accueil.poster(qui, "/api/habilitations", donnee("REF", "cdas-redon", null, null)).andExpect(status().isForbidden());
        }
        UUID id = donner("REF", "cdas-fougeres", null, null);
        assertThatThrownBy(() -> gens.application().sql("delete from habilitation_manuelle where id = ?").param(id).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> gens.application().sql("update habilitation_manuelle set motif = 'Autre' where id = ?").param(id).update()).isInstanceOf(DataAccessException.class);
    }
}
