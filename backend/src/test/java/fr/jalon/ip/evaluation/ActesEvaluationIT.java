package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

/** Acts of the evaluation, opinions asked, people around the child. */
@TestIntegration
class ActesEvaluationIT extends EvaluationDEssai {

    @Test
    void a_visit_sent_twice_is_written_once_for_the_fratrie_and_shows_who_was_met() throws Exception {
        designer("");
        UUID id = UUID.randomUUID();
        noter(d.anne(), id, visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNoContent());
        noter(d.anne(), id, visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNoContent());

        assertThat(evenements("evaluation.acte")).isOne();
        espace(d.bruno()).andExpect(jsonPath("$.actes", hasSize(1)))
                .andExpect(jsonPath("$.bilan.mineurs[0].rencontre").value(true)).andExpect(jsonPath("$.bilan.mineurs[1].rencontre").value(false))
                .andExpect(jsonPath("$.bilan.titulaires[?(@.adulteId == '%s')].rencontre".formatted(d.mere())).value(true))
                .andExpect(jsonPath("$.bilan.titulaires[?(@.adulteId == '%s')].rencontre".formatted(d.pere())).value(false))
                .andExpect(jsonPath("$.foyers[*].nom", hasItem("Adresse protégée"))).andExpect(jsonPath("$.foyers[*].nom", not(hasItem(containsString("Cachée")))));
    }

    @Test
    void bad_input_is_refused_at_its_field() throws Exception {
        designer("");
        noter(d.anne(), UUID.randomUUID(), "\"genre\":\"VISITE\",\"le\":\"%s\",\"foyerId\":\"%s\"".formatted(horloge.aujourdhui().plusDays(1), UUID.randomUUID()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", containsInAnyOrder("le", "foyerId")));
        noter(d.anne(), UUID.randomUUID(), "\"le\":\"%s\"".formatted(hier)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("genre"));
        noter(gens.de(Role.REF, ChantierEvaluation.UNITE), UUID.randomUUID(), visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isForbidden());
        noter(gens.de(Role.EVALUATEUR, "cdas-fougeres"), UUID.randomUUID(), visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNotFound());
    }

    @Test
    void an_act_corrected_by_a_colleague_is_not_overwritten_and_a_cancelled_one_stays_struck_through() throws Exception {
        designer("");
        UUID id = UUID.randomUUID();
        noter(d.anne(), id, visite(d.foyerMere(), d.lea(), d.mere()));
        String corrige = "{\"version\":0,\"acte\":{\"id\":\"%s\",%s}}".formatted(id, visite(d.foyerPere(), d.tom(), d.pere()));
        ouvrir(put(adresse("/actes")), d.bruno(), corrige).andExpect(status().isNoContent());
        ouvrir(put(adresse("/actes")), d.anne(), corrige).andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.par").isString());
        assertThat(jdbc.sql("select count(*) from evenement_valide e join evenement_sujet s on s.evenement_id = e.id"
                + " where e.type = 'evaluation.acte' and s.sujet_id = ?").param(d.ipId()).query(Long.class).single()).isOne();
        ouvrir(post(adresse("/actes/" + id + "/annulation")), d.anne(), "{\"version\":1,\"motif\":\"\"}").andExpect(status().isUnprocessableEntity());
        ouvrir(post(adresse("/actes/" + id + "/annulation")), d.anne(), "{\"version\":1,\"motif\":\"Saisi sur le mauvais dossier.\"}").andExpect(status().isNoContent());
        espace(d.anne()).andExpect(jsonPath("$.actes[0].annule").value(true)).andExpect(jsonPath("$.bilan.mineurs[1].rencontre").value(false));
    }

    @Test
    void a_request_of_the_parquet_refuses_contacts_and_letters_with_its_explanation_and_lets_the_rest_pass() throws Exception {
        designer("");
        noter(d.anne(), UUID.randomUUID(), visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNoContent());
        mvc.perform(post("/api/ip/{id}/consignes", d.ipId()).with(gens.comme(d.responsable())).contentType("application/json")
                .content("{\"version\":%s,\"du\":\"%s\",\"auteur\":\"Substitut\",\"reference\":\"R1\",\"portees\":[\"CONTACT\"]}".formatted(version(), horloge.aujourdhui())))
                .andExpect(status().is2xxSuccessful());
        String aujourdhui = visite(d.foyerMere(), d.lea(), d.mere()).replace(hier.toString(), horloge.aujourdhui().toString());
        noter(d.anne(), UUID.randomUUID(), aujourdhui).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("genre")).andExpect(jsonPath("$.erreurs[0].message").value(containsString("parquet")));
        noter(d.anne(), UUID.randomUUID(), "\"genre\":\"COURRIER\",\"le\":\"%s\",\"personnes\":[%s]".formatted(horloge.aujourdhui(), adulte(d.mere(), true)))
                .andExpect(status().isUnprocessableEntity());
        // What happened the day before the request is entered after it.
        noter(d.anne(), UUID.randomUUID(), visite(d.foyerMere(), d.tom(), d.mere())).andExpect(status().isNoContent());
        espace(d.anne()).andExpect(jsonPath("$.consignes", hasSize(1)));
    }

    @Test
    void opinions_leave_together_are_awaited_by_the_clock_reminded_and_answered() throws Exception {
        designer("");
        UUID ecole = UUID.randomUUID();
        UUID pmi = UUID.randomUUID();
        String envoi = """
                {"le":"%s","moyen":"COURRIEL","demandes":[{"id":"%s","partenaire":"ECOLE","destinataire":"École des Essais"},
                {"id":"%s","partenaire":"PMI","destinataire":"PMI de Redon","mineurId":"%s"}]}""".formatted(hier, ecole, pmi, d.lea());
        ouvrir(post(adresse("/avis")), d.anne(), envoi).andExpect(status().isNoContent());
        ouvrir(post(adresse("/avis")), d.anne(), envoi).andExpect(status().isNoContent());
        espace(d.anne()).andExpect(jsonPath("$.avis", hasSize(2))).andExpect(jsonPath("$.avis[0].attenduLe").value(hier.plusDays(15).toString()));

        ouvrir(post(adresse("/avis/relance")), d.bruno(), "{\"avis\":[\"%s\",\"%s\"],\"le\":\"%s\",\"moyen\":\"TELEPHONE\"}".formatted(ecole, pmi, horloge.aujourdhui()))
                .andExpect(status().isNoContent());
        ouvrir(post(adresse("/avis/" + ecole + "/reponse")), d.anne(), "{\"version\":0,\"recuLe\":\"%s\",\"reponse\":\"\"}".formatted(horloge.aujourdhui()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("reponse"));
        ouvrir(post(adresse("/avis/" + ecole + "/reponse")), d.anne(), "{\"version\":0,\"recuLe\":\"%s\",\"reponse\":\"Élève assidue.\"}".formatted(horloge.aujourdhui()))
                .andExpect(status().isNoContent());
        ouvrir(post(adresse("/avis/" + pmi + "/sans-reponse")), d.anne(), "{\"version\":0,\"le\":\"%s\"}".formatted(horloge.aujourdhui()))
                .andExpect(status().isNoContent());
        ouvrir(post(adresse("/avis/relance")), d.bruno(), "{\"avis\":[\"%s\"],\"le\":\"%s\",\"moyen\":\"TELEPHONE\"}".formatted(pmi, horloge.aujourdhui()))
                .andExpect(status().isConflict());
        espace(d.anne()).andExpect(jsonPath("$.avis[*].etat", containsInAnyOrder("RECU", "SANS_REPONSE")));
        assertThat(jdbc.sql("select count(*) from echeance where sujet_id = ? and genre = 'AVIS_DEMANDE' and etat = 'SATISFAITE'").param(d.ipId())
                .query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void people_around_the_child_are_kept_with_the_version_read() throws Exception {
        designer("");
        UUID id = UUID.randomUUID();
        String corps = "{\"id\":\"%s\",\"qui\":\"Une tante\",\"lien\":\"tante\",\"version\":0}".formatted(id);
        ouvrir(put(adresse("/ressources")), d.anne(), corps).andExpect(status().isNoContent());
        ouvrir(put(adresse("/ressources")), d.anne(), corps).andExpect(status().isNoContent());
        ouvrir(put(adresse("/ressources")), d.bruno(), corps.replace("Une tante", "Une tante maternelle")).andExpect(status().isNoContent());
        ouvrir(put(adresse("/ressources")), d.anne(), corps.replace("Une tante", "Autre")).andExpect(status().isConflict());
        espace(d.anne()).andExpect(jsonPath("$.ressources[0].qui").value("Une tante maternelle"));
    }

    @Test
    void a_file_of_another_case_cannot_be_joined_to_an_act() throws Exception {
        designer("");
        noter(d.anne(), UUID.randomUUID(), "\"genre\":\"OBSERVATIONS\",\"le\":\"%s\",\"documentId\":\"%s\",\"personnes\":[%s]".formatted(hier, UUID.randomUUID(),
                adulte(d.mere(), true))).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("documentId"));
    }
}
