package fr.jalon.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A saved filter is the act of these tests: the smallest POST that creates something. */
@TestIntegration
class IdempotenceIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Gens gens;

    private UUID moi;
    private String cle;

    @BeforeEach
    void preparer() {
        moi = gens.de(Role.REF, "cdas-redon");
        cle = UUID.randomUUID().toString();
    }

    @Test
    void the_second_send_of_a_key_receives_the_first_answer_and_does_nothing() throws Exception {
        String premiere = mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String seconde = mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated())
                .andExpect(header().string("Cle-Idempotence-Rejouee", "oui")).andReturn().getResponse().getContentAsString();
        assertThat(seconde).isEqualTo(premiere);
        assertThat(filtres()).isEqualTo(1);
    }

    @Test
    void sends_at_the_same_moment_are_done_once_and_answered_the_same() throws Exception {
        int envois = 6;
        CyclicBarrier depart = new CyclicBarrier(envois);
        ExecutorService fils = Executors.newFixedThreadPool(envois);
        try {
            Callable<MockHttpServletResponse> envoi = () -> {
                depart.await();
                return mvc.perform(creer("Mes retards", cle)).andReturn().getResponse();
            };
            List<Future<MockHttpServletResponse>> reponses = fils.invokeAll(java.util.Collections.nCopies(envois, envoi));
            String attendue = reponses.get(0).get().getContentAsString();
            for (Future<MockHttpServletResponse> reponse : reponses) {
                assertThat(reponse.get().getStatus()).isEqualTo(201);
                assertThat(reponse.get().getContentAsString()).isEqualTo(attendue);
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(filtres()).isEqualTo(1);
    }

    @Test
    void a_refused_send_leaves_no_key_and_may_be_corrected_and_sent_again() throws Exception {
        mvc.perform(creer("", cle)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("nom"));
        assertThat(jdbc.sql("select count(*) from commande_recue where cle = ?").param(cle).query(Long.class).single()).isZero();
        mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated());
    }

    @Test
    void what_the_database_refuses_inside_the_act_is_a_problem_and_leaves_no_key() throws Exception {
        mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated());
        String autre = UUID.randomUUID().toString();
        mvc.perform(creer("Mes retards", autre)).andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("select count(*) from commande_recue where cle = ?").param(autre).query(Long.class).single()).isZero();
    }

    @Test
    void the_same_key_with_another_content_is_told_and_not_swallowed() throws Exception {
        mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated());
        mvc.perform(creer("Autre nom", cle)).andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.quoi").exists());
        assertThat(filtres()).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_its_sender_and_for_a_day() throws Exception {
        mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated());
        UUID moiAussi = moi;
        moi = gens.de(Role.REF, "cdas-redon");
        mvc.perform(creer("Mes retards", cle)).andExpect(status().isCreated()).andExpect(header().doesNotExist("Cle-Idempotence-Rejouee"));

        moi = moiAussi;
        jdbc.sql("update commande_recue set recue_le = recue_le - interval '25 hours' where utilisateur_id = ?").param(moi).update();
        mvc.perform(creer("Mes retards", cle)).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void a_key_of_another_shape_is_refused_and_a_send_without_key_is_done_as_before() throws Exception {
        mvc.perform(creer("Mes retards", "court")).andExpect(status().isUnprocessableEntity());
        mvc.perform(creer("Mes retards", null)).andExpect(status().isCreated());
    }

    private MockHttpServletRequestBuilder creer(String nom, String avecCle) {
        MockHttpServletRequestBuilder demande = post("/api/filtres").with(gens.comme(moi)).contentType("application/json")
                .content("{\"nom\":\"" + nom + "\",\"criteres\":{\"vue\":\"MOI\",\"nonLues\":false,\"tri\":\"ECHEANCE\"}}");
        return avecCle == null ? demande : demande.header("Cle-Idempotence", avecCle);
    }

    private long filtres() {
        return jdbc.sql("select count(*) from filtre_enregistre where utilisateur_id = ?").param(moi).query(Long.class).single();
    }
}
