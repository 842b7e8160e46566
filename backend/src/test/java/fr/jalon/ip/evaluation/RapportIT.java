package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

/** The report in sections, the conclusions, and handing in. */
@TestIntegration
class RapportIT extends EvaluationDEssai {

    @Test
    void two_people_in_one_section_both_keep_their_words() throws Exception {
        designer("");
        section(d.anne(), 0, "Texte d’Anne.").andExpect(status().isOk()).andExpect(jsonPath("$.version").value(1));
        section(d.bruno(), 0, "Texte de Bruno.").andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.texte").value("Texte d’Anne."))
                .andExpect(jsonPath("$.conflit.version").value(1)).andExpect(jsonPath("$.conflit.par").isString());
        section(d.bruno(), 1, "Texte des deux.").andExpect(status().isOk()).andExpect(jsonPath("$.version").value(2));
        ouvrir(get(adresse("/sections/ENFANT/versions")), d.anne(), null).andExpect(jsonPath("$[0].texte").value("Texte d’Anne."));
        section(gens.de(Role.REF, ChantierEvaluation.UNITE), 2, "Non.").andExpect(status().isForbidden());
        ouvrir(put(adresse("/sections/INCONNUE")), d.anne(), "{\"version\":0,\"texte\":\"x\"}").andExpect(status().isNotFound());
    }

    @Test
    void the_report_is_refused_for_a_minor_without_conclusion_and_asks_a_reason_for_each_lack() throws Exception {
        designer("");
        rendre("").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("conclusions[1].conclusion")));
        conclure(d.lea(), 0, "RISQUE", "[\"NEGLIGENCES\"]", "DROIT_COMMUN").andExpect(status().isOk());
        conclure(d.tom(), 0, "NI_DANGER_NI_RISQUE", "[]", "CLASSEMENT").andExpect(status().isOk());
        conclure(d.tom(), 0, "DANGER", "[]", "CLASSEMENT").andExpect(status().isConflict());
        rendre("").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[*].code",
                containsInAnyOrder("SANS_VISITE", "MINEUR_NON_RENCONTRE", "TITULAIRE_NON_RENCONTRE", "TITULAIRE_NON_INFORME", "SECTION_VIDE")));
        rendre(",\"renduLe\":\"%s\"".formatted(horloge.maintenant().plus(Duration.ofDays(2)))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("renduLe"));
        assertThat(etat()).isEqualTo("EN_EVALUATION");
    }

    @Test
    void from_the_naming_to_the_decider_and_back_for_a_question_the_whole_path_runs_on_the_engine() throws Exception {
        designer("");
        evaluerEtConclure();
        String version = version();
        rendre("").andExpect(status().isNoContent());
        ouvrir(post(adresse("/rapport")), d.anne(), "{\"version\":%s}".formatted(version)).andExpect(status().isConflict());

        assertThat(etat()).isEqualTo("A_DECIDER");
        assertThat(taches()).containsExactly("decider");
        assertThat(periodesOuvertes()).containsExactly("ATTENTE_DECISION");
        assertThat(evenements("ip.rapport-rendu")).isOne();
        assertThat(evenements("evaluation.conclue")).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from echeance where sujet_id = ? and 'evaluer' = any (etapes) and etat = 'SATISFAITE'").param(d.ipId())
                .query(Long.class).single()).isEqualTo(2);
        section(d.anne(), 1, "Trop tard.").andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.texte").doesNotExist());

        chantier.demanderPrecision(d.ipId(), "Et le père ?");
        espace(d.anne()).andExpect(jsonPath("$.question.question").value("Et le père ?"));
        ouvrir(post(adresse("/precision")), d.anne(), "{\"version\":%s,\"reponse\":\" \"}".formatted(version())).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("reponse"));
        ouvrir(post(adresse("/precision")), d.anne(), "{\"version\":%s,\"reponse\":\"Rencontré le 3.\"}".formatted(version())).andExpect(status().isNoContent());
        assertThat(taches()).containsExactly("decider");
        assertThat(etat()).isEqualTo("A_DECIDER");
    }

    @Test
    void an_overrun_passes_with_a_reason_of_the_list_which_is_counted() throws Exception {
        d = chantier.confie(horloge.maintenant().minus(Duration.ofDays(120)));
        designer("");
        evaluerEtConclure();
        rendre("").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("DEPASSEMENT"));
        rendre(",\"motifDepassement\":\"PARCE_QUE\"").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motifDepassement"));
        rendre(",\"motifDepassement\":\"EVALUATEUR_ABSENT\"").andExpect(status().isNoContent());
        assertThat(jdbc.sql("select dimensions ->> 'motifDepassement' from evenement e join evenement_sujet s on s.evenement_id = e.id"
                + " where e.type = 'ip.rapport-rendu' and s.sujet_id = ?").param(d.ipId()).query(String.class).single()).isEqualTo("EVALUATEUR_ABSENT");
    }

    @Test
    void two_people_saving_one_section_at_the_same_instant_one_passes_the_other_receives_the_text() throws Exception {
        designer("");
        for (int tour = 0; tour < 4; tour++) {
            int lue = tour;
            CountDownLatch ensemble = new CountDownLatch(2);
            ExecutorService fils = Executors.newFixedThreadPool(2);
            try {
                List<Future<Integer>> statuts = new ArrayList<>();
                for (UUID qui : List.of(d.anne(), d.bruno())) {
                    statuts.add(fils.submit(() -> {
                        ensemble.countDown();
                        ensemble.await();
                        return section(qui, lue, "Tour " + lue + " de " + qui).andReturn().getResponse().getStatus();
                    }));
                }
                List<Integer> obtenus = new ArrayList<>();
                for (Future<Integer> s : statuts) {
                    obtenus.add(s.get());
                }
                assertThat(obtenus).containsExactlyInAnyOrder(200, 409);
            } finally {
                fils.shutdown();
            }
        }
        espace(d.anne()).andExpect(jsonPath("$.sections[?(@.code == 'ENFANT')].version").value(4));
    }
}
