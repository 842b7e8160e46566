package fr.jalon.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody away: their tasks say so, and whoever stands in receives them, without a right they had not. */
@TestIntegration
class AbsencesIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;

    private UUID administrateur;
    private UUID absente;
    private UUID remplacante;
    private String tache;

    @BeforeEach
    void une_tache_prise_par_quelqu_un() throws Exception {
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
        absente = gens.de(Role.RESPONSABLE_CDAS, "cdas-redon");
        remplacante = gens.de(Role.RESPONSABLE_CDAS, "cdas-redon");
        UUID information = accueil.recevoir(absente);
        tache = jdbc.sql("select id from tache where sujet_id = ?").param(information).query(String.class).single();
        accueil.poster(absente, "/api/taches/" + tache + "/prendre", Map.of()).andExpect(status().isNoContent());
    }

    private Map<String, Object> absence(UUID qui, UUID remplacant, int du, int au) {
        Map<String, Object> a = new HashMap<>();
        LocalDate jour = horloge.aujourdhui();
        a.put("utilisateurId", qui);
        a.put("du", jour.plusDays(du));
        a.put("au", jour.plusDays(au));
        a.put("remplacantId", remplacant);
        return a;
    }

    private JsonNode chez(UUID qui) throws Exception {
        for (JsonNode l : accueil.lu(qui, "/api/taches?vue=MOI&taille=200").get("lignes")) {
            if (l.get("id").asText().equals(tache)) {
                return l;
            }
        }
        return null;
    }

    @Test
    void the_task_says_who_is_away_and_stands_among_those_of_whoever_stands_in_who_may_take_it() throws Exception {
        assertThat(chez(remplacante)).isNull();
        accueil.poster(remplacante, "/api/taches/" + tache + "/prendre", Map.of()).andExpect(status().isConflict());
        accueil.poster(administrateur, "/api/absences", absence(absente, remplacante, 0, 10)).andExpect(status().isCreated());

        JsonNode titulaire = chez(remplacante).get("titulaire");
        assertThat(titulaire.get("id").asText()).isEqualTo(absente.toString());
        assertThat(titulaire.get("absentJusquau").asText()).isEqualTo(horloge.aujourdhui().plusDays(10).toString());
        assertThat(titulaire.get("remplacantId").asText()).isEqualTo(remplacante.toString());
        assertThat(chez(absente)).isNotNull();
        assertThat(accueil.lu(remplacante, "/api/taches/compteurs").get("moi").asLong()).isOne();

        accueil.poster(remplacante, "/api/taches/" + tache + "/prendre", Map.of()).andExpect(status().isNoContent());
        assertThat(chez(remplacante).get("titulaire").get("id").asText()).isEqualTo(remplacante.toString());
        assertThat(chez(absente)).isNull();
    }

    @Test
    void an_absence_to_come_or_over_or_cancelled_changes_nothing() throws Exception {
        UUID id = accueil.id(accueil.poster(administrateur, "/api/absences", absence(absente, remplacante, 2, 5)).andExpect(status().isCreated()), "id");
        assertThat(chez(remplacante)).isNull();
        accueil.poster(administrateur, "/api/absences/" + id + "/fin", Map.of("au", horloge.aujourdhui())).andExpect(status().isNoContent());
        accueil.poster(administrateur, "/api/absences/" + id + "/fin", Map.of("au", horloge.aujourdhui().plusDays(3))).andExpect(status().isConflict());
        UUID encours = accueil.id(accueil.poster(administrateur, "/api/absences", absence(absente, remplacante, -3, 5)).andExpect(status().isCreated()), "id");
        assertThat(chez(remplacante)).isNotNull();
        accueil.poster(administrateur, "/api/absences/" + encours + "/fin", Map.of("au", horloge.aujourdhui().minusDays(1))).andExpect(status().isNoContent());
        assertThat(chez(remplacante)).isNull();
    }

    @Test
    void standing_in_gives_no_right_whoever_does_holds_each_mission_already() throws Exception {
        UUID evaluatrice = gens.de(Role.EVALUATEUR, "cdas-redon");
        accueil.poster(administrateur, "/api/absences", absence(absente, evaluatrice, 0, 3)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("remplacantId")).andExpect(jsonPath("$.erreurs[0].message").value(containsString("Recueillir")));
        UUID ailleurs = gens.de(Role.RESPONSABLE_CDAS, "cdas-fougeres");
        accueil.poster(administrateur, "/api/absences", absence(absente, ailleurs, 0, 3)).andExpect(jsonPath("$.erreurs[0].champ").value("remplacantId"));
        assertThat(accueil.lu(administrateur, "/api/absences/remplacants?utilisateurId=" + absente).toString()).contains(remplacante.toString())
                .doesNotContain(evaluatrice.toString()).doesNotContain(ailleurs.toString());
        accueil.poster(administrateur, "/api/absences", absence(absente, absente, 0, 3)).andExpect(jsonPath("$.erreurs[0].champ").value("remplacantId"));
    }

    @Test
    void days_that_cross_or_make_no_sense_are_refused_at_their_field() throws Exception {
        accueil.poster(administrateur, "/api/absences", absence(absente, null, 0, 3)).andExpect(status().isCreated());
        accueil.poster(administrateur, "/api/absences", absence(absente, null, 3, 8)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        accueil.poster(administrateur, "/api/absences", absence(absente, null, 9, 8)).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        accueil.poster(administrateur, "/api/absences", absence(absente, null, -9, -8)).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        accueil.poster(administrateur, "/api/absences", Map.of()).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whoever_supervises_keeps_those_of_the_departement_and_nobody_else_does() throws Exception {
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        accueil.poster(superviseur, "/api/absences", absence(absente, null, 0, 3)).andExpect(status().isCreated());
        assertThat(accueil.lu(superviseur, "/api/absences").toString()).contains(absente.toString());
        accueil.lire(absente, "/api/absences").andExpect(status().isForbidden());
        accueil.poster(absente, "/api/absences", absence(absente, null, 5, 6)).andExpect(status().isForbidden());
        JsonNode affectables = accueil.lu(absente, "/api/taches/" + tache);
        assertThat(affectables.get("titulaire").get("absentJusquau").asText()).isNotBlank();
    }
}
