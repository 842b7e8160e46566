package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures of a child whose file is for named people only: every door, for them and for the others. */
@TestIntegration
class RestrictionMesureIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ObjectMapper json;

    private String nom;
    private UUID nomme;
    private UUID autre;
    private UUID superviseur;
    private UUID service;
    private UUID enfant;
    private UUID attend;
    private UUID soeur;
    private UUID exercee;

    @BeforeEach
    void un_dossier_restreint_a_une_personne() throws Exception {
        nom = "Kerzerho" + UUID.randomUUID().toString().substring(0, 8);
        nomme = atelier.ref();
        autre = atelier.ref();
        superviseur = gens.de(Role.SUPERVISEUR, null);
        service = atelier.service();
        enfant = enfantNomme();
        List<UUID> deux = atelier.ouvrir(nomme, atelier.judiciaire(40, enfant, atelier.enfant()));
        attend = deux.get(0);
        soeur = deux.get(1);
        UUID second = enfantNomme();
        Map<String, Object> d = atelier.judiciaire(60, second);
        d.put("serviceId", Atelier.SERVICE);
        exercee = atelier.ouvrir(nomme, d).get(0);
        atelier.fait(service, exercee, "demarrage", "le", atelier.ilYA(20));
        restreindre(enfant, nomme);
        restreindre(second, nomme);
    }

    @Test
    void the_page_the_acts_and_whatever_hangs_on_them_do_not_exist_for_the_others() throws Exception {
        for (UUID qui : List.of(autre, superviseur)) {
            for (String suite : List.of("", "/accueil", "/personnes?genre=MESURE")) {
                accueil.lire(qui, "/api/mesures/" + attend + suite).andExpect(status().isNotFound());
            }
            accueil.lire(qui, "/api/dessins/MESURE/" + attend).andExpect(status().isNotFound());
        }
        accueil.lire(autre, "/api/attente/mesures/" + attend + "/services").andExpect(status().isNotFound());
        atelier.agir(autre, attend, "dates", "genre", "DATE_FIXEE", "le", atelier.ilYA(10)).andExpect(status().isNotFound());
        accueil.poster(autre, "/api/attente/mesures/" + attend + "/affectation", Map.of("service", Atelier.SERVICE, "version", 0)).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and sujet_id = ? and genre = 'REFUS'").params(autre, attend)
                .query(Integer.class).single()).isEqualTo(7);
        assertThat(accueil.lu(autre, "/api/mesures/" + soeur).toString()).doesNotContain(attend.toString()).doesNotContain(nom);

        assertThat(accueil.lu(nomme, "/api/mesures/" + attend).at("/enfant/affiche").asText()).contains(nom);
        assertThat(accueil.lu(nomme, "/api/mesures/" + soeur).toString()).contains(attend.toString());
        atelier.fait(nomme, attend, "dates", "genre", "DATE_FIXEE", "le", atelier.ilYA(10));
    }

    @Test
    void the_others_neither_prepare_nor_open_a_measure_for_the_child() throws Exception {
        accueil.lire(autre, "/api/mesures/preparation?enfant=" + enfant).andExpect(status().isNotFound());
        atelier.poster(autre, atelier.placement(5, enfant)).andExpect(status().isNotFound());
        accueil.lire(nomme, "/api/mesures/preparation?enfant=" + enfant).andExpect(status().isOk());
        assertThat(atelier.ouvrir(nomme, atelier.placement(5, enfant))).hasSize(1);
    }

    @Test
    void no_list_and_no_search_by_number_finds_it_for_the_others() throws Exception {
        String numero = numero(attend);
        for (UUID qui : List.of(autre, superviseur)) {
            assertThat(accueil.lu(qui, "/api/mesures?numero=" + numero).get("total").asInt()).isZero();
            assertThat(chercher(qui, numero).at("/dossiers")).isEmpty();
        }
        assertThat(accueil.lu(nomme, "/api/mesures?numero=" + numero).get("total").asInt()).isOne();
        assertThat(chercher(nomme, numero).at("/dossiers/0/id").asText()).isEqualTo(attend.toString());
    }

    @Test
    void the_waiting_board_counts_it_in_its_place_and_names_nobody() throws Exception {
        jdbc.sql("insert into attente_rang(mesure_id, rang, motif, propose_le) values (?, 1, ?, now())").params(attend, "La mère, Mme " + nom + ", attend.").update();
        JsonNode vu = accueil.lu(autre, "/api/attente?taille=200&tri=ORDRE");
        JsonNode su = accueil.lu(nomme, "/api/attente?taille=200&tri=ORDRE");
        assertThat(vu.get("attendent")).isEqualTo(su.get("attendent"));
        assertThat(vu.toString()).doesNotContain(nom);
        JsonNode tue = ligne(vu.get("lignes"), attend);
        assertThat(tue.get("enfant").asText()).isEqualTo("Dossier restreint");
        assertThat(tue.get("enfantId").isNull()).isTrue();
        assertThat(tue.get("affectable").asBoolean()).isFalse();
        JsonNode dite = ligne(su.get("lignes"), attend);
        assertThat(dite.get("enfant").asText()).contains(nom);
        assertThat(dite.get("affectable").asBoolean()).isTrue();
        assertThat(dite.at("/proposition/motif").asText()).contains(nom);
    }

    @Test
    void the_measures_exercised_are_counted_and_the_list_behind_the_figure_leaves_it_out() throws Exception {
        // The nearest term comes first, whatever the others left.
        jdbc.sql("update mesure set terme = decidee_le where id = ?").param(exercee).update();
        String liste = "/api/attente/exercees/mesures?taille=200&unite=" + Atelier.UNITE + "&service=" + Atelier.SERVICE;
        JsonNode vu = accueil.lu(autre, liste);
        JsonNode su = accueil.lu(nomme, liste);
        assertThat(vu.get("total")).isEqualTo(su.get("total"));
        assertThat(vu.toString()).doesNotContain(exercee.toString());
        assertThat(su.toString()).contains(exercee.toString());
        assertThat(accueil.lu(autre, "/api/attente/exercees")).isEqualTo(accueil.lu(nomme, "/api/attente/exercees"));
    }

    @Test
    void the_task_list_holds_the_step_and_names_nobody() throws Exception {
        JsonNode vu = taches(autre);
        assertThat(vu.get("lignes")).hasSize(1);
        assertThat(vu.toString()).contains("Dossier restreint").doesNotContain(nom);
        assertThat(taches(nomme).toString()).contains(nom);
    }

    @Test
    void the_service_that_exercises_it_is_named_person_by_person() throws Exception {
        accueil.lire(service, "/api/mesures/" + exercee).andExpect(status().isNotFound());
        UUID second = jdbc.sql("select enfant_id from mesure where id = ?").param(exercee).query(UUID.class).single();
        restreindre(second, superviseur);
        // First of a list that stops at five hundred.
        jdbc.sql("update utilisateur set nom = 'Aaa' where id = ?").param(service).update();
        assertThat(accueil.lu(superviseur, "/api/enfants/" + second + "/restriction/designables").toString()).contains(service.toString());
        assertThat(accueil.lu(superviseur, "/api/enfants/" + second + "/restriction/designables").toString())
                .doesNotContain(gens.de(Role.SERVICE_HABILITE, "svc-semo").toString());
        restreindre(second, service);
        assertThat(accueil.lu(service, "/api/mesures/" + exercee).at("/enfant/affiche").asText()).contains(nom);
        atelier.fait(service, exercee, "modulations", "le", atelier.ilYA(5), "intensite", "RENFORCEE", "compteRendu", "Deux visites.");
        accueil.lire(service, "/api/enfants/" + second).andExpect(status().isNotFound());
        assertThat(accueil.lu(service, "/api/enfants/alertes")).isEmpty();
    }

    @Test
    void a_file_united_into_a_restricted_one_is_kept_with_it_and_lifting_the_restriction_opens_all_again() throws Exception {
        UUID tete = atelier.enfant();
        restreindre(tete, nomme);
        UUID absorbe = jdbc.sql("select enfant_id from mesure where id = ?").param(soeur).query(UUID.class).single();
        accueil.lire(autre, "/api/mesures/" + soeur).andExpect(status().isOk());
        jdbc.sql("update enfant set fusionne_vers = ? where id = ?").params(tete, absorbe).update();
        accueil.lire(autre, "/api/mesures/" + soeur).andExpect(status().isNotFound());
        accueil.lire(nomme, "/api/mesures/" + soeur).andExpect(status().isOk());
        jdbc.sql("update enfant set restreint = false where id in (?, ?)").params(tete, enfant).update();
        accueil.lire(autre, "/api/mesures/" + soeur).andExpect(status().isOk());
        accueil.lire(autre, "/api/mesures/" + attend).andExpect(status().isOk());
    }

    private UUID enfantNomme() {
        UUID id = atelier.enfant();
        jdbc.sql("update enfant set nom = ? where id = ?").params(nom, id).update();
        return id;
    }

    private void restreindre(UUID id, UUID qui) {
        jdbc.sql("update enfant set restreint = true where id = ?").param(id).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(id, qui).update();
    }

    private String numero(UUID mesure) {
        return jdbc.sql("select numero from mesure where id = ?").param(mesure).query(String.class).single();
    }

    private JsonNode taches(UUID qui) throws Exception {
        return json.readTree(accueil.poster(qui, "/api/taches/recherche", Map.of("q", numero(attend), "vue", "TOUTES")).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private JsonNode chercher(UUID qui, String q) throws Exception {
        return json.readTree(accueil.poster(qui, "/api/enfants/recherche-globale", Map.of("q", q)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode ligne(JsonNode lignes, UUID mesure) {
        return StreamSupport.stream(lignes.spliterator(), false).filter(l -> l.get("id").asText().equals(mesure.toString())).findFirst().orElseThrow();
    }
}
