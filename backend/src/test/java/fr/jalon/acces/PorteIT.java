package fr.jalon.acces;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

@TestIntegration
class PorteIT {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Gens gens;

    @Test
    void an_unknown_caller_gets_a_french_problem_and_never_a_redirection() throws Exception {
        mvc.perform(get("/api/taches")).andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("votre saisie est conservée")));
    }

    @Test
    void a_page_is_served_under_a_policy_without_inline_anything() throws Exception {
        mvc.perform(get("/taches")).andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("style-src 'self' 'nonce-")))
                .andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @Test
    void a_demo_person_comes_in_and_a_person_cut_off_is_out_at_the_next_request() throws Exception {
        UUID id = gens.de(Role.REF, "cdas-redon");
        Cookie session = mvc.perform(post("/api/connexion")
                        .with(SecurityMockMvcRequestPostProcessors.csrf()).contentType("application/json")
                        .content("{\"identifiant\":\"essai." + id + "\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.missions", hasItem("DECISION")))
                .andReturn().getResponse().getCookie("JALON");

        mvc.perform(get("/api/moi").cookie(session)).andExpect(jsonPath("$.connecte").value(true))
                .andExpect(jsonPath("$.unites[0].nom").value("CDAS Redon"));

        jdbc.sql("update utilisateur set actif = false where id = ?").param(id).update();
        mvc.perform(get("/api/moi").cookie(session)).andExpect(jsonPath("$.connecte").value(false));
    }

    @Test
    void an_unknown_demo_person_is_refused_at_the_field_and_a_missing_csrf_token_at_the_door() throws Exception {
        mvc.perform(post("/api/connexion").with(SecurityMockMvcRequestPostProcessors.csrf()).contentType("application/json")
                        .content("{\"identifiant\":\"inconnu\"}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("identifiant"));
        mvc.perform(post("/api/connexion").contentType("application/json").content("{\"identifiant\":\"x\"}"))
                .andExpect(status().isForbidden());
    }
}
