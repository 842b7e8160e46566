package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

/** Naming and replacing evaluators. */
@TestIntegration
class DesignationIT extends EvaluationDEssai {

    @Test
    void two_evaluators_of_two_professions_open_the_evaluation_on_the_engine_and_in_the_periods() throws Exception {
        designer("").andExpect(status().isNoContent());

        assertThat(etat()).isEqualTo("EN_EVALUATION");
        assertThat(taches()).containsExactly("evaluer");
        assertThat(periodesOuvertes()).containsExactly("EVALUATION");
        assertThat(evenements("ip.evaluateurs-designes")).isOne();
        espace(d.anne()).andExpect(jsonPath("$.equipe[*].profession", containsInAnyOrder("ASSISTANT_SOCIAL", "PUERICULTRICE")))
                .andExpect(jsonPath("$.joursPasses").value(20)).andExpect(jsonPath("$.joursRestants").isNumber())
                .andExpect(jsonPath("$.evaluable").value(true));
    }

    @Test
    void one_profession_only_asks_a_reason_which_is_counted() throws Exception {
        String equipe = equipe(d.anne(), "EDUCATEUR", d.bruno(), "EDUCATEUR");
        designer(equipe, "").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("UNE_PROFESSION"));
        assertThat(etat()).isEqualTo("A_DESIGNER");
        designer(equipe, ",\"motifs\":{\"UNE_PROFESSION\":\"Poste vacant.\"}").andExpect(status().isNoContent());
        assertThat(jdbc.sql("select dimensions ->> 'avertissements' from evenement e join evenement_sujet s on s.evenement_id = e.id"
                + " where e.type = 'ip.evaluateurs-designes' and s.sujet_id = ?").param(d.ipId()).query(String.class).single()).isEqualTo("UNE_PROFESSION");
    }

    @Test
    void somebody_of_another_unit_is_refused_at_their_line_and_passes_when_their_unit_is_associated() throws Exception {
        UUID ailleurs = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        String equipe = equipe(d.anne(), "EDUCATEUR", ailleurs, "PUERICULTRICE");
        designer(equipe, "").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("evaluateurs[1].utilisateurId"));
        espace(ailleurs).andExpect(status().isNotFound());
        designer(equipe, ",\"uniteAssociee\":\"cdas-fougeres\"").andExpect(status().isNoContent());
        espace(ailleurs).andExpect(status().isOk()).andExpect(jsonPath("$.uniteAssociee").value("cdas-fougeres"));
        assertThat(jdbc.sql("select count(*) from sujet_unite where unite_id = 'cdas-fougeres' and sujet_type in ('INFORMATION', 'ENFANT') and sujet_id in"
                + " (select id from information_entrante where ip_id = :ip union select enfant_id from mineur_concerne where ip_id = :ip)").param("ip", d.ipId())
                .query(Long.class).single()).isEqualTo(3);
    }

    @Test
    void naming_twice_by_a_double_click_is_told_as_a_conflict_and_done_once() throws Exception {
        designer("").andExpect(status().isNoContent());
        designer("").andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.quoi").value(containsString("En évaluation")));
        assertThat(evenements("ip.evaluateurs-designes")).isOne();
    }

    @Test
    void who_only_evaluates_cannot_name_and_who_is_elsewhere_knows_nothing() throws Exception {
        ouvrir(post(adresse("/designation")), d.anne(), demande(equipe(d.anne(), "EDUCATEUR", d.bruno(), "PUERICULTRICE"), "")).andExpect(status().isForbidden());
        ouvrir(post(adresse("/designation")), gens.de(Role.RESPONSABLE_CDAS, "cdas-fougeres"), demande("[]", "")).andExpect(status().isNotFound());
    }

    @Test
    void an_absent_evaluator_is_replaced_once_without_losing_the_acts_nor_moving_the_date() throws Exception {
        designer("").andExpect(status().isNoContent());
        noter(d.anne(), UUID.randomUUID(), visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNoContent());
        LocalDate legale = dateLegale();
        UUID claire = gens.de(Role.EVALUATEUR, ChantierEvaluation.UNITE);
        UUID ligne = jdbc.sql("select id from evaluateur where ip_id = ? and utilisateur_id = ?").params(d.ipId(), d.anne()).query(UUID.class).single();
        String corps = "{\"sortant\":\"%s\",\"entrant\":{\"utilisateurId\":\"%s\",\"profession\":\"PSYCHOLOGUE\"},\"motif\":\"EVALUATEUR_ABSENT\"}"
                .formatted(ligne, claire);
        ouvrir(post(adresse("/remplacement")), d.responsable(), corps).andExpect(status().isNoContent());
        ouvrir(post(adresse("/remplacement")), d.responsable(), corps).andExpect(status().isConflict());

        assertThat(dateLegale()).isEqualTo(legale);
        espace(claire).andExpect(jsonPath("$.actes", hasSize(1))).andExpect(jsonPath("$.bilan.evaluateurs").value(2))
                .andExpect(jsonPath("$.equipe[*].motifFin", hasItem("Évaluateur absent")));
        assertThat(jdbc.sql("select dimensions ->> 'motif' from evenement e join evenement_sujet s on s.evenement_id = e.id"
                + " where e.type = 'ip.evaluateur-remplace' and s.sujet_id = ?").param(d.ipId()).query(String.class).single()).isEqualTo("EVALUATEUR_ABSENT");
    }
}
