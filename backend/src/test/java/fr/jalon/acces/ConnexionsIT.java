package fr.jalon.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;

import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who came in, went out or was turned away is a line of the journal; what the door answers is hardened. */
@TestIntegration
class ConnexionsIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Gens gens;

    private ResultActions entrer(String identifiant) throws Exception {
        return mvc.perform(post("/api/connexion").with(SecurityMockMvcRequestPostProcessors.csrf()).contentType("application/json")
                .content("{\"identifiant\":\"" + identifiant + "\"}"));
    }

    private List<String> lignes(UUID qui) {
        return jdbc.sql("select genre || ' ' || quoi || ' ' || coalesce(roles, '-') from journal_acces where utilisateur_id = ? order by id").param(qui)
                .query(String.class).list();
    }

    @Test
    void a_login_and_a_logout_are_lines_with_the_roles_of_that_moment() throws Exception {
        UUID id = gens.de(Role.REF, "cdas-redon");
        Cookie session = entrer("essai." + id).andExpect(status().isOk()).andReturn().getResponse().getCookie("JALON");
        mvc.perform(post("/api/deconnexion").cookie(session).secure(true).with(SecurityMockMvcRequestPostProcessors.csrf())).andExpect(status().isNoContent())
                .andExpect(header().string("Clear-Site-Data", "\"cache\""));
        mvc.perform(get("/api/moi").cookie(session)).andExpect(jsonPath("$.connecte").value(false));
        assertThat(lignes(id)).containsExactly("CONNEXION connexion.demonstration REF", "CONNEXION deconnexion REF");
        mvc.perform(get("/api/journal/miennes").with(gens.comme(id))).andExpect(jsonPath("$.lignes[0].genre").value("CONNEXION"));
    }

    @Test
    void a_refused_login_is_a_line_that_repeats_nothing_typed() throws Exception {
        String saisi = "motdepasse-" + UUID.randomUUID();
        long avant = jdbc.sql("select count(*) from journal_acces where genre = 'REFUS' and quoi = 'connexion.refusee inconnu'").query(Long.class).single();
        entrer(saisi).andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("select count(*) from journal_acces where genre = 'REFUS' and quoi = 'connexion.refusee inconnu'").query(Long.class).single())
                .isEqualTo(avant + 1);
        assertThat(jdbc.sql("select count(*) from journal_acces j where to_jsonb(j)::text like '%' || ? || '%'").param(saisi).query(Long.class).single()).isZero();
    }

    @Test
    void a_request_of_somebody_known_without_the_token_of_the_page_is_refused_with_a_line() throws Exception {
        UUID id = gens.de(Role.REF, "cdas-redon");
        Cookie session = entrer("essai." + id).andReturn().getResponse().getCookie("JALON");
        mvc.perform(post("/api/taches/x/prendre").cookie(session)).andExpect(status().isForbidden());
        assertThat(lignes(id)).contains("REFUS porte.refusee REF");
    }

    @Test
    void over_https_the_browser_is_told_to_stay_there_for_a_year_and_cookies_are_secure() throws Exception {
        mvc.perform(get("/api/moi").secure(true)).andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")))
                .andExpect(header().string("Strict-Transport-Security", containsString("includeSubDomains")));
        UUID id = gens.de(Role.REF, "cdas-redon");
        Cookie session = mvc.perform(post("/api/connexion").secure(true).with(SecurityMockMvcRequestPostProcessors.csrf()).contentType("application/json")
                .content("{\"identifiant\":\"essai." + id + "\"}")).andReturn().getResponse().getCookie("JALON");
        assertThat(session.getSecure()).isTrue();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualToIgnoringCase("lax");
        mvc.perform(get("/api/moi")).andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void a_body_that_is_too_long_is_not_read_whether_it_says_its_length_or_not() throws Exception {
        UUID id = gens.de(Role.REF, "cdas-redon");
        byte[] long3Mo = new byte[3 * 1024 * 1024];
        java.util.Arrays.fill(long3Mo, (byte) ' ');
        mvc.perform(post("/api/absences").with(gens.comme(id)).contentType("application/json").content(long3Mo))
                .andExpect(status().isPayloadTooLarge()).andExpect(content().contentTypeCompatibleWith("application/problem+json"));
        mvc.perform(post("/api/absences").with(gens.comme(id)).with(r -> {
            org.springframework.mock.web.MockHttpServletRequest sans = new org.springframework.mock.web.MockHttpServletRequest(r.getServletContext()) {
                @Override
                public long getContentLengthLong() {
                    return -1;
                }
            };
            sans.setMethod("POST");
            sans.setRequestURI("/api/absences");
            sans.setServletPath("/api/absences");
            sans.setContentType("application/json");
            sans.addHeader("Transfer-Encoding", "chunked");
            sans.setContent(long3Mo);
            return sans;
        })).andExpect(status().isPayloadTooLarge());
    }
}
