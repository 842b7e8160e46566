package fr.jalon.brouillon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class BrouillonsIT {

    private static final String SAISIE = "{\"contenu\":{\"faits\":\"L’enfant dit avoir peur\",\"mineurs\":[{\"prenom\":\"Maël\"}]},\"versionBase\":3}";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Gens gens;
    @Autowired
    private Acces acces;
    @Autowired
    private Brouillons brouillons;
    @Autowired
    private TransactionTemplate transaction;

    private UUID moi;
    private UUID ip;

    @BeforeEach
    void preparer() {
        moi = gens.de(Role.EVALUATEUR, "cdas-redon");
        ip = UUID.randomUUID();
        transaction.executeWithoutResult(s -> acces.rattacher(Sujet.ip(ip), "cdas-redon", Acces.Titre.PILOTE));
    }

    @Test
    void what_was_typed_is_found_again_with_the_version_it_was_typed_upon() throws Exception {
        mvc.perform(lire("ip.rapport", ip, moi)).andExpect(status().isNoContent());
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE)).andExpect(status().isOk()).andExpect(jsonPath("$.enregistreLe").exists());
        mvc.perform(lire("ip.rapport", ip, moi)).andExpect(status().isOk())
                .andExpect(jsonPath("$.contenu.mineurs[0].prenom").value("Maël")).andExpect(jsonPath("$.versionBase").value(3));
    }

    @Test
    void the_last_save_wins_and_each_form_and_subject_has_its_own() throws Exception {
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        mvc.perform(garder("ip.rapport", ip, moi, "{\"contenu\":{\"faits\":\"corrigé\"}}"));
        mvc.perform(garder("ip.rapport", null, moi, "{\"contenu\":{\"faits\":\"sans sujet\"}}"));
        mvc.perform(lire("ip.rapport", ip, moi)).andExpect(jsonPath("$.contenu.faits").value("corrigé"));
        mvc.perform(lire("ip.rapport", null, moi)).andExpect(jsonPath("$.contenu.faits").value("sans sujet"));
        mvc.perform(lire("ip.decider", ip, moi)).andExpect(status().isNoContent());
    }

    @Test
    void a_colleague_of_the_same_unit_does_not_read_my_draft() throws Exception {
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        mvc.perform(lire("ip.rapport", ip, gens.de(Role.EVALUATEUR, "cdas-redon"))).andExpect(status().isNoContent());
    }

    @Test
    void a_draft_about_a_file_out_of_sight_does_not_exist() throws Exception {
        UUID ailleurs = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        mvc.perform(garder("ip.rapport", ip, ailleurs, SAISIE)).andExpect(status().isNotFound());
        mvc.perform(lire("ip.rapport", ip, ailleurs)).andExpect(status().isNotFound());
    }

    @Test
    void the_database_holds_no_readable_word_of_it_and_a_row_given_to_another_opens_for_nobody() throws Exception {
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        byte[] garde = jdbc.sql("select contenu from brouillon where utilisateur_id = ?").param(moi).query(byte[].class).single();
        assertThat(new String(garde, StandardCharsets.ISO_8859_1)).doesNotContain("peur").doesNotContain("Ma");

        UUID voleur = gens.de(Role.EVALUATEUR, "cdas-redon");
        jdbc.sql("update brouillon set utilisateur_id = ? where utilisateur_id = ?").params(voleur, moi).update();
        mvc.perform(lire("ip.rapport", ip, voleur)).andExpect(status().isNoContent());
    }

    @Test
    void a_sitting_is_one_line_of_the_journal_and_leaves_no_event() throws Exception {
        long evenements = jdbc.sql("select count(*) from evenement").query(Long.class).single();
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        assertThat(lignes()).isEqualTo(1);
        jdbc.sql("update brouillon set enregistre_le = ? where utilisateur_id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofMinutes(31))), moi).update();
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        assertThat(lignes()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from evenement").query(Long.class).single()).isEqualTo(evenements);
    }

    @Test
    void it_goes_when_the_act_is_done_and_with_the_file_and_after_ninety_days() throws Exception {
        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        mvc.perform(delete("/api/brouillons/ip.rapport").param("sujet", ip.toString()).with(gens.comme(moi))).andExpect(status().isNoContent());
        mvc.perform(lire("ip.rapport", ip, moi)).andExpect(status().isNoContent());

        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        transaction.executeWithoutResult(s -> brouillons.purger(ip));
        mvc.perform(lire("ip.rapport", ip, moi)).andExpect(status().isNoContent());

        mvc.perform(garder("ip.rapport", ip, moi, SAISIE));
        jdbc.sql("update brouillon set enregistre_le = ? where utilisateur_id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(91))), moi).update();
        brouillons.purgerAnciens();
        mvc.perform(lire("ip.rapport", ip, moi)).andExpect(status().isNoContent());
    }

    @Test
    void a_form_name_that_is_none_and_an_empty_save_are_told_in_french() throws Exception {
        mvc.perform(lire("ip%20rapport", ip, moi)).andExpect(status().isNotFound());
        mvc.perform(garder("ip.rapport", ip, moi, "{\"versionBase\":1}")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("contenu"));
        mvc.perform(get("/api/brouillons/ip.rapport")).andExpect(status().isUnauthorized());
    }

    private long lignes() {
        return jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and quoi = 'brouillon.ip.rapport' and sujet_id = ?")
                .params(moi, ip).query(Long.class).single();
    }

    private MockHttpServletRequestBuilder lire(String formulaire, UUID sujet, UUID qui) {
        return sujet(get(java.net.URI.create("/api/brouillons/" + formulaire)), sujet).with(gens.comme(qui));
    }

    private MockHttpServletRequestBuilder garder(String formulaire, UUID sujet, UUID qui, String json) {
        return sujet(put(java.net.URI.create("/api/brouillons/" + formulaire)), sujet).with(gens.comme(qui)).contentType("application/json").content(json);
    }

    private static MockHttpServletRequestBuilder sujet(MockHttpServletRequestBuilder demande, UUID sujet) {
        return sujet == null ? demande : demande.param("sujet", sujet.toString());
    }
}
