package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestIntegration
class DocumentIT {

    private static final String ICI = "cdas-redon";
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<< /Titre (secret) >>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private JdbcClient jdbc;

    private UUID agent;
    private UUID enfant;

    @BeforeEach
    void un_enfant() {
        agent = gens.de(Role.EVALUATEUR, ICI);
        enfant = berceau.enfant("Elies", "Jakez", "2014-01-01", ICI);
    }

    @Test
    void a_file_is_kept_encrypted_comes_back_as_it_was_as_a_download_and_its_reading_is_journaled() throws Exception {
        UUID id = depose(deposer(agent, "ENFANT", enfant, "Évaluation.pdf", PDF).andExpect(status().isCreated()));
        byte[] garde = jdbc.sql("select contenu from document_contenu where document_id = ?").param(id).query((rs, n) -> rs.getBytes(1)).single();
        assertThat(new String(garde, StandardCharsets.ISO_8859_1)).doesNotContain("PDF").doesNotContain("secret");
        mvc.perform(get("/api/documents/" + id + "/contenu").with(gens.comme(agent))).andExpect(status().isOk()).andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Disposition", startsWith("attachment"))).andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox"))).andExpect(header().string("Cache-Control", "no-store"));
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_type = 'DOCUMENT' and sujet_id = ? and genre = 'OUVERTURE'").param(id).query(Long.class).single()).isEqualTo(1);
        mvc.perform(get("/api/documents").param("sujetType", "ENFANT").param("sujetId", enfant.toString()).with(gens.comme(agent)))
                .andExpect(jsonPath("$[0].nom").value("Évaluation.pdf")).andExpect(jsonPath("$[0].genreLibelle").value("Courrier"));
    }

    @Test
    void the_same_file_sent_twice_is_kept_once() throws Exception {
        assertThat(depose(deposer(agent, "ENFANT", enfant, "a.pdf", PDF))).isEqualTo(depose(deposer(agent, "ENFANT", enfant, "a.pdf", PDF)));
    }

    @Test
    void a_program_posing_as_a_pdf_is_refused_at_its_field_and_nothing_is_kept() throws Exception {
        deposer(agent, "ENFANT", enfant, "facture.pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("fichier")).andExpect(jsonPath("$.erreurs[0].message").value(containsString("programme")));
        assertThat(jdbc.sql("select count(*) from document where sujet_id = ?").param(enfant).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and quoi = 'document.programme'").param(enfant).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void a_file_of_40_mb_is_answered_in_french() throws Exception {
        byte[] gros = new byte[40 * 1024 * 1024];
        System.arraycopy(PDF, 0, gros, 0, PDF.length);
        deposer(agent, "ENFANT", enfant, "gros.pdf", gros).andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.erreurs[0].champ").value("fichier")).andExpect(jsonPath("$.detail").value(containsString("20\u00a0Mo")));
    }

    @Test
    void who_may_not_see_the_child_neither_reads_nor_attaches_and_who_only_follows_delays_does_not_attach() throws Exception {
        UUID id = depose(deposer(agent, "ENFANT", enfant, "a.pdf", PDF));
        UUID ailleurs = gens.de(Role.EVALUATEUR, "cdas-combourg");
        mvc.perform(get("/api/documents/" + id + "/contenu").with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        mvc.perform(get("/api/documents").param("sujetType", "ENFANT").param("sujetId", enfant.toString()).with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        deposer(ailleurs, "ENFANT", enfant, "b.pdf", PDF).andExpect(status().isNotFound());
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        deposer(superviseur, "ENFANT", enfant, "b.pdf", PDF).andExpect(status().isForbidden());
        mvc.perform(get("/api/documents/" + id + "/contenu").with(gens.comme(superviseur))).andExpect(status().isOk());
        deposer(agent, "ADULTE", enfant, "b.pdf", PDF).andExpect(status().isUnprocessableEntity());
        deposer(agent, "LUNE", enfant, "b.pdf", PDF).andExpect(status().isBadRequest());
    }

    @Test
    void a_withdrawn_file_stays_listed_with_its_reason_and_is_opened_no_more() throws Exception {
        UUID id = depose(deposer(agent, "ENFANT", enfant, "a.pdf", PDF));
        mvc.perform(post("/api/documents/" + id + "/retrait").with(gens.comme(agent)).contentType("application/json").content("{\"motif\":\"\"}"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/api/documents/" + id + "/retrait").with(gens.comme(agent)).contentType("application/json").content("{\"motif\":\"Autre famille\"}"))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/documents/" + id + "/contenu").with(gens.comme(agent))).andExpect(status().isNotFound());
        mvc.perform(get("/api/documents").param("sujetType", "ENFANT").param("sujetId", enfant.toString()).with(gens.comme(agent)))
                .andExpect(jsonPath("$[0].retireMotif").value("Autre famille"));
    }

    @Test
    void files_of_an_information_are_read_with_its_ip_unless_the_sender_is_kept_secret() throws Exception {
        UUID lu = information(true, false);
        UUID secret = information(false, true);
        for (UUID i : new UUID[] {lu, secret}) {
            UUID recueil = gens.de(Role.AGENT_CRIP, "crip");
            deposer(recueil, "INFORMATION", i, "lettre-" + i + ".pdf", PDF).andExpect(status().isCreated());
            UUID ip = jdbc.sql("select ip_id from information_entrante where id = ?").param(i).query(UUID.class).single();
            mvc.perform(get("/api/documents").param("sujetType", "IP").param("sujetId", ip.toString()).with(gens.comme(agent)))
                    .andExpect(jsonPath("$.length()").value(i.equals(lu) ? 1 : 0));
            UUID document = jdbc.sql("select id from document where sujet_id = ?").param(i).query(UUID.class).single();
            mvc.perform(get("/api/documents/" + document + "/contenu").with(gens.comme(agent))).andExpect(i.equals(lu) ? status().isOk() : status().isNotFound());
        }
    }

    private UUID information(boolean professionnel, boolean confidentiel) {
        UUID i = UUID.randomUUID();
        UUID ip = UUID.randomUUID();
        jdbc.sql("""
                with i as (insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat, transmetteur_professionnel, transmetteur_confidentiel)
                    values (:i, 'INF-ESSAI-' || :i, now(), now(), 'COURRIER', 'INFORMATION', 'ECOLE', 'faits', 'crip', 'QUALIFIEE', :pro, :conf) returning id)
                insert into information_preoccupante(id, numero, information_initiale_id, recue_le, qualifiee_le, unite_pilote, etat)
                select :ip, 'IP-ESSAI-' || :ip, i.id, now(), now(), :u, 'EN_EVALUATION' from i""")
                .param("i", i).param("ip", ip).param("u", ICI).param("pro", professionnel).param("conf", confidentiel).update();
        jdbc.sql("update information_entrante set ip_id = ? where id = ?").params(ip, i).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('INFORMATION', ?, 'crip', 'RECUEIL'), ('IP', ?, ?, 'PILOTE')").params(i, ip, ICI).update();
        return i;
    }

    private static UUID depose(ResultActions reponse) throws Exception {
        return UUID.fromString(JsonPath.read(reponse.andReturn().getResponse().getContentAsString(), "$.id"));
    }

    private ResultActions deposer(UUID qui, String type, UUID sujet, String nom, byte[] octets) throws Exception {
        return mvc.perform(multipart("/api/documents").file(new MockMultipartFile("fichier", nom, "application/pdf", octets))
                .param("sujetType", type).param("sujetId", sujet.toString()).param("genre", "COURRIER").with(gens.comme(qui)));
    }
}
