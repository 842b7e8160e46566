package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of another territory opened for a day: for a reason, to read, under the eyes of whoever supervises. */
@TestIntegration
class AccesExceptionnelIT {

    private static final String MOTIF = "La fratrie arrive ce soir au CDAS de Fougères.";

    @Autowired
    private Accueil accueil;
    @Autowired
    private Atelier atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID loin;
    private UUID superviseur;
    private String nom;
    private UUID enfant;
    private UUID mesure;

    @BeforeEach
    void un_enfant_de_redon_et_quelquun_de_fougeres() throws Exception {
        loin = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        superviseur = gens.de(Role.SUPERVISEUR, null);
        nom = "Kergoat" + UUID.randomUUID().toString().substring(0, 6).replaceAll("[0-9]", "z");
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", Accueil.famille(Accueil.enfant(nom, "Nolwenn", "2016-03-02")));
        UUID assistante = gens.de(Role.ASSISTANTE_IP, Atelier.UNITE);
        enfant = jdbc.sql("select enfant_id from information_mineur where information_id = ?").param(accueil.recevoir(assistante, saisie))
                .query(UUID.class).single();
        mesure = atelier.ouvrir(atelier.ref(), atelier.judiciaire(20, enfant)).get(0);
    }

    private Map<String, Object> demande(String motif) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("q", nom + " Nolwenn");
        d.put("naissance", "02/03/2016");
        d.put("motif", motif);
        return d;
    }

    @Test
    void the_file_and_what_stands_in_it_open_for_reading_and_for_no_act() throws Exception {
        accueil.lire(loin, "/api/enfants/" + enfant).andExpect(status().isNotFound());
        accueil.poster(loin, "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.enfantId").value(enfant.toString()));

        accueil.lire(loin, "/api/enfants/" + enfant).andExpect(status().isOk());
        accueil.lire(loin, "/api/mesures/" + mesure).andExpect(status().isOk());
        accueil.lire(loin, "/api/acces-exceptionnels/miens").andExpect(jsonPath("$[0].enfantId").value(enfant.toString()));
        accueil.poster(loin, "/api/enfants/" + enfant + "/noms", Map.of("nom", "Autre", "prenoms", "Nolwenn")).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and sujet_id = ? and quoi = 'acces.exceptionnel'")
                .params(loin, enfant).query(Long.class).single()).isOne();
    }

    @Test
    void after_a_day_it_is_closed_again_and_nobody_else_ever_had_it() throws Exception {
        accueil.poster(loin, "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isCreated());
        accueil.lire(gens.de(Role.EVALUATEUR, "cdas-fougeres"), "/api/enfants/" + enfant).andExpect(status().isNotFound());
        jdbc.sql("insert into acces_exceptionnel(id, enfant_id, utilisateur_id, motif, unites, du, au) select gen_random_uuid(), enfant_id, :autre, motif,"
                + " unites, now() - interval '25 hours', now() - interval '1 hour' from acces_exceptionnel where utilisateur_id = :loin")
                .param("autre", superviseur).param("loin", loin).update();
        UUID hier = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        jdbc.sql("insert into acces_exceptionnel(id, enfant_id, utilisateur_id, motif, unites, du, au) values (gen_random_uuid(), ?, ?, ?, 'x',"
                + " now() - interval '25 hours', now() - interval '1 hour')").params(enfant, hier, MOTIF).update();
        accueil.lire(hier, "/api/enfants/" + enfant).andExpect(status().isNotFound());
    }

    @Test
    void whoever_supervises_sees_it_at_once_by_month_and_says_it_was_seen() throws Exception {
        long avant = accueil.lu(superviseur, "/api/acces-exceptionnels/a-voir").get("nombre").asLong();
        accueil.poster(loin, "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isCreated());
        assertThat(accueil.lu(superviseur, "/api/acces-exceptionnels/a-voir").get("nombre").asLong()).isEqualTo(avant + 1);

        JsonNode ligne = la(accueil.lu(superviseur, "/api/acces-exceptionnels"));
        assertThat(ligne.get("motif").asText()).isEqualTo(MOTIF);
        assertThat(ligne.get("enCours").asBoolean()).isTrue();
        assertThat(ligne.get("vu").asBoolean()).isFalse();
        accueil.poster(superviseur, "/api/acces-exceptionnels/vus", Map.of("ids", List.of(ligne.get("id").asText()))).andExpect(status().isNoContent());
        assertThat(la(accueil.lu(superviseur, "/api/acces-exceptionnels")).get("vu").asBoolean()).isTrue();
        String autreMois = LocalDate.now().minusMonths(3).toString().substring(0, 7);
        assertThat(accueil.lu(superviseur, "/api/acces-exceptionnels?mois=" + autreMois).toString()).doesNotContain(enfant.toString());
        accueil.lire(loin, "/api/acces-exceptionnels").andExpect(status().isForbidden());
        accueil.lire(superviseur, "/api/acces-exceptionnels?mois=novembre").andExpect(status().isBadRequest());
    }

    @Test
    void a_reason_that_says_nothing_and_a_name_that_fits_nobody_are_refused_at_their_field() throws Exception {
        accueil.poster(loin, "/api/acces-exceptionnels", demande("urgent")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        Map<String, Object> inconnu = demande(MOTIF);
        inconnu.put("q", "Zzyx" + nom);
        accueil.poster(loin, "/api/acces-exceptionnels", inconnu).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("q"));
        accueil.poster(gens.de(Role.OBSERVATOIRE, null), "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isForbidden());
    }

    @Test
    void a_file_for_named_people_only_is_never_opened_and_answers_as_if_it_were_not() throws Exception {
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        accueil.poster(loin, "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("q"));
        jdbc.sql("update enfant set restreint = false where id = ?").param(enfant).update();
        accueil.poster(loin, "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isCreated());
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        accueil.lire(loin, "/api/enfants/" + enfant).andExpect(status().isNotFound());
        accueil.lire(loin, "/api/mesures/" + mesure).andExpect(status().isNotFound());
    }

    @Test
    void the_line_can_be_neither_changed_nor_removed_by_the_application() throws Exception {
        accueil.poster(loin, "/api/acces-exceptionnels", demande(MOTIF)).andExpect(status().isCreated());
        JdbcClient application = gens.application();
        assertThatThrownBy(() -> application.sql("delete from acces_exceptionnel where utilisateur_id = ?").param(loin).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> application.sql("update acces_exceptionnel set motif = ? where utilisateur_id = ?").params("Un autre motif, plus commode.", loin).update())
                .isInstanceOf(DataAccessException.class);
    }

    private JsonNode la(JsonNode lignes) {
        for (JsonNode l : lignes) {
            if (l.get("enfantId").asText().equals(enfant.toString())) {
                return l;
            }
        }
        throw new AssertionError("pas de ligne");
    }
}
