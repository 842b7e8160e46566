package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TestIntegration
class EvaluationIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private ChantierEvaluation chantier;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;

    private ChantierEvaluation.Dossier d;
    private LocalDate hier;

    @BeforeEach
    void confier() {
        d = chantier.confie(horloge.maintenant().minus(Duration.ofDays(20)));
        hier = horloge.aujourdhui().minusDays(1);
    }

    // --- naming

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

    // --- acts

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

    // --- report

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

    // --- signalement, minors, the page of the mandate

    @Test
    void a_signalement_for_one_minor_leaves_the_evaluation_where_it_stands_and_is_sent_once() throws Exception {
        designer("");
        UUID id = UUID.randomUUID();
        String sansActions = signalement(id, "\"critere\":\"ACTIONS_IMPOSSIBLES\"");
        signaler(d.anne(), sansActions).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("actionsTentees"));
        String grave = signalement(id, "\"critere\":\"DANGER_GRAVE_IMMEDIAT\"");
        signaler(d.anne(), grave).andExpect(status().isNoContent());
        signaler(d.anne(), grave).andExpect(status().isNoContent());

        assertThat(evenements("signalement.transmis")).isOne();
        assertThat(taches()).containsExactly("evaluer");
        mvc.perform(get("/api/ip/{id}/signalements", d.ipId()).with(gens.comme(d.bruno()))).andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].etape").value("evaluer")).andExpect(jsonPath("$[0].mineurId").value(d.lea().toString()));
        signaler(gens.de(Role.SUPERVISEUR, ChantierEvaluation.UNITE), signalement(UUID.randomUUID(), "\"critere\":\"DANGER_GRAVE_IMMEDIAT\""))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_referral_of_a_minor_who_could_not_be_met_is_drafted_from_the_dated_attempts() throws Exception {
        designer("");
        noter(d.anne(), UUID.randomUUID(), "\"genre\":\"COURRIER\",\"le\":\"%s\",\"moyen\":\"COURRIER\",\"personnes\":[%s]".formatted(hier, adulte(d.mere(), true)));
        noter(d.anne(), UUID.randomUUID(), "\"genre\":\"ABSENCE\",\"le\":\"%s\",\"personnes\":[%s,%s]".formatted(horloge.aujourdhui(),
                mineur(d.lea(), false), adulte(d.mere(), false)));
        mvc.perform(get("/api/ip/{id}/mineurs/{m}/projet-signalement", d.ipId(), d.lea()).with(gens.comme(d.anne())))
                .andExpect(status().isOk()).andExpect(jsonPath("$.critereSuggere").value("EVALUATION_IMPOSSIBLE"))
                .andExpect(jsonPath("$.expose").value(containsString("courrier adressé")))
                .andExpect(jsonPath("$.expose").value(containsString("absents\u00a0: le mineur, ")))
                .andExpect(jsonPath("$.expose").value(containsString("n’a pu être rencontré")));
    }

    @Test
    void a_baby_born_meanwhile_joins_the_acts_the_conclusions_and_the_clock_and_moves_no_date() throws Exception {
        designer("");
        LocalDate avant = dateLegale();
        String bebe = """
                {"version":%s,"origine":"NAISSANCE","famille":{"enfants":[{"cle":"z","nouveau":{"nom":"Essai","prenoms":"Zoe","nonNomme":false,"sexe":"FILLE",
                "naissance":{"precision":"EXACTE","le":"%s"},"personneSeDeclarantMineure":false}}],
                "titulaires":[{"cle":"m","adulteId":"%s","qualite":"MERE","exercice":"CONJOINT"}],
                "foyers":[{"cle":"f","foyerId":"%s","principal":true}]}}""".formatted(version(), hier, d.mere(), d.foyerMere());
        mvc.perform(post("/api/ip/{id}/mineurs", d.ipId()).with(gens.comme(d.anne())).contentType("application/json").content(bebe))
                .andExpect(status().is2xxSuccessful());
        espace(d.anne()).andExpect(jsonPath("$.mineurs", hasSize(3))).andExpect(jsonPath("$.mineurs[2].moinsDeDeuxAns").value(true))
                .andExpect(jsonPath("$.bilan.titulaires", hasSize(2))).andExpect(jsonPath("$.conclusions", hasSize(3)))
                .andExpect(jsonPath("$.foyers[?(@.foyerId == '%s')].mineurs.length()".formatted(d.foyerMere())).value(3));
        assertThat(jdbc.sql("select count(distinct objet_id) from echeance where sujet_id = ? and 'evaluer' = any (etapes) and etat = 'OUVERTE'").param(d.ipId())
                .query(Long.class).single()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from echeance where sujet_id = ? and 'evaluer' = any (etapes) and date_legale = ?").params(d.ipId(), avant)
                .query(Long.class).single()).isEqualTo(2);
        conclure(d.lea(), 0, "RISQUE", "[]", "DROIT_COMMUN");
        conclure(d.tom(), 0, "RISQUE", "[]", "DROIT_COMMUN");
        rendre("").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("conclusions[2].conclusion"));
    }

    @Test
    void the_page_of_the_mandate_names_a_professional_masks_the_others_and_hides_the_withheld_address() throws Exception {
        designer("");
        dossier(d.anne()).andExpect(status().isOk()).andExpect(jsonPath("$.informations[0].transmetteur").value("Mme Directrice, directrice"))
                .andExpect(jsonPath("$.mineurs", hasSize(2))).andExpect(jsonPath("$.adultes", hasSize(2)))
                .andExpect(jsonPath("$.foyers[?(@.adresseProtegee == true)].adresse", hasItem(nullValue())))
                .andExpect(jsonPath("$.evaluateurs", hasSize(2)));
        jdbc.sql("update information_entrante set transmetteur_professionnel = false where ip_id = ?").param(d.ipId()).update();
        dossier(d.anne()).andExpect(jsonPath("$.informations[0].transmetteur").value(nullValue()))
                .andExpect(jsonPath("$.informations[0].identiteReservee").value(true));
        dossier(gens.de(Role.EVALUATEUR, "cdas-fougeres")).andExpect(status().isNotFound());
    }

    @Test
    void what_another_unit_knows_of_a_child_is_told_as_a_fact_and_its_words_stay_there() throws Exception {
        designer("");
        UUID autre = UUID.randomUUID();
        jdbc.sql("""
                insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat)
                values (?, ?, now() - interval '400 days', now(), 'TELEPHONE', 'INFORMATION', 'FAMILLE', 'secret', 'cdas-fougeres', 'ORIENTEE')""")
                .params(autre, "INF-ESSAI-" + autre).update();
        jdbc.sql("insert into information_mineur(information_id, enfant_id, ordre) values (?, ?, 0)").params(autre, d.enfantTom()).update();
        dossier(d.anne()).andExpect(jsonPath("$.chronologie[0].autreUnite").value(true)).andExpect(jsonPath("$.chronologie[0].detail").value(nullValue()))
                .andExpect(jsonPath("$.chronologie[0].unite").value("CDAS Fougères"))
                .andExpect(jsonPath("$.chronologie[0].enfants[0]").value(d.enfantTom().toString()));
    }

    // --- doors

    @Test
    void every_door_is_closed_from_another_unit_and_to_whoever_has_not_the_duty() throws Exception {
        designer("");
        UUID ailleurs = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        UUID sansMission = gens.de(Role.REFERENT_PPEF, ChantierEvaluation.UNITE);
        UUID id = UUID.randomUUID();
        List<Map.Entry<String, String>> ecritures = List.of(
                Map.entry("/remplacement", "{\"motif\":\"AUTRE\",\"sortant\":\"%s\"}".formatted(id)),
                Map.entry("/avis", "{\"le\":\"%s\",\"moyen\":\"COURRIEL\",\"demandes\":[]}".formatted(hier)),
                Map.entry("/avis/relance", "{\"avis\":[],\"le\":\"%s\",\"moyen\":\"COURRIEL\"}".formatted(hier)),
                Map.entry("/avis/" + id + "/reponse", "{\"version\":0,\"recuLe\":\"%s\",\"reponse\":\"x\"}".formatted(hier)),
                Map.entry("/avis/" + id + "/sans-reponse", "{\"version\":0,\"le\":\"%s\"}".formatted(hier)),
                Map.entry("/avis/" + id + "/annulation", "{\"version\":0,\"motif\":\"x\"}"),
                Map.entry("/ressources/" + id + "/retrait", "{\"version\":0}"),
                Map.entry("/actes/" + id + "/annulation", "{\"version\":0,\"motif\":\"x\"}"),
                Map.entry("/rapport", "{\"version\":%s}".formatted(version())),
                Map.entry("/precision", "{\"version\":%s,\"reponse\":\"x\"}".formatted(version())));
        for (var e : ecritures) {
            ouvrir(post(adresse(e.getKey())), ailleurs, e.getValue()).andExpect(status().isNotFound());
            ouvrir(post(adresse(e.getKey())), sansMission, e.getValue()).andExpect(status().isForbidden());
        }
        for (String lecture : List.of("", "/candidats", "/sections/ENFANT/versions")) {
            ouvrir(get(adresse(lecture)), ailleurs, null).andExpect(status().isNotFound());
            ouvrir(get(adresse(lecture)), sansMission, null).andExpect(status().isOk());
        }
        ouvrir(put(adresse("/conclusions/" + d.lea())), ailleurs, "{\"version\":0}").andExpect(status().isNotFound());
        mvc.perform(get("/api/ip/{id}/signalements", d.ipId()).with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        mvc.perform(get("/api/ip/{id}/mineurs/{m}/projet-signalement", d.ipId(), d.lea()).with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        // What is not of this file does not exist here, whoever asks.
        ouvrir(post(adresse("/avis/" + id + "/annulation")), d.anne(), "{\"version\":0,\"motif\":\"x\"}").andExpect(status().isNotFound());
        ouvrir(put(adresse("/conclusions/" + id)), d.anne(), "{\"version\":0}").andExpect(status().isNotFound());
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

    @Test
    void a_file_of_another_case_cannot_be_joined_to_an_act() throws Exception {
        designer("");
        noter(d.anne(), UUID.randomUUID(), "\"genre\":\"OBSERVATIONS\",\"le\":\"%s\",\"documentId\":\"%s\",\"personnes\":[%s]".formatted(hier, UUID.randomUUID(),
                adulte(d.mere(), true))).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("documentId"));
    }

    // --- what the tests say often

    private void evaluerEtConclure() throws Exception {
        noter(d.anne(), UUID.randomUUID(), visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNoContent());
        noter(d.bruno(), UUID.randomUUID(), visite(d.foyerPere(), d.tom(), d.pere())).andExpect(status().isNoContent());
        for (String code : List.of("CONTEXTE", "ENFANT", "PARENTS", "ENVIRONNEMENT", "ANALYSE")) {
            ouvrir(put(adresse("/sections/" + code)), d.anne(), "{\"version\":0,\"texte\":\"Écrit.\"}").andExpect(status().isOk());
        }
        conclure(d.lea(), 0, "RISQUE", "[\"NEGLIGENCES\"]", "DROIT_COMMUN").andExpect(status().isOk());
        conclure(d.tom(), 0, "NI_DANGER_NI_RISQUE", "[]", "CLASSEMENT").andExpect(status().isOk());
    }

    private ResultActions designer(String suite) throws Exception {
        return designer(equipe(d.anne(), "ASSISTANT_SOCIAL", d.bruno(), "PUERICULTRICE"), suite);
    }

    private ResultActions designer(String equipe, String suite) throws Exception {
        return ouvrir(post(adresse("/designation")), d.responsable(), demande(equipe, suite));
    }

    private String demande(String equipe, String suite) {
        return "{\"version\":%s,\"evaluateurs\":%s%s}".formatted(version(), equipe, suite);
    }

    private static String equipe(UUID un, String p1, UUID deux, String p2) {
        return "[{\"utilisateurId\":\"%s\",\"profession\":\"%s\"},{\"utilisateurId\":\"%s\",\"profession\":\"%s\"}]".formatted(un, p1, deux, p2);
    }

    private String visite(UUID foyer, UUID mineur, UUID adulte) {
        return "\"genre\":\"VISITE\",\"le\":\"%s\",\"foyerId\":\"%s\",\"personnes\":[%s,%s]".formatted(hier, foyer, mineur(mineur, true), adulte(adulte, true));
    }

    private static String mineur(UUID id, boolean present) {
        return "{\"mineurId\":\"%s\",\"present\":%s,\"seul\":false,\"accord\":false}".formatted(id, present);
    }

    private static String adulte(UUID id, boolean present) {
        return "{\"adulteId\":\"%s\",\"present\":%s,\"seul\":false,\"accord\":false,\"avis\":\"Entendu.\"}".formatted(id, present);
    }

    private ResultActions noter(UUID qui, UUID id, String corps) throws Exception {
        return ouvrir(post(adresse("/actes")), qui, "{\"id\":\"%s\",%s}".formatted(id, corps));
    }

    private ResultActions section(UUID qui, long version, String texte) throws Exception {
        return ouvrir(put(adresse("/sections/ENFANT")), qui, "{\"version\":%d,\"texte\":\"%s\"}".formatted(version, texte));
    }

    private ResultActions conclure(UUID mineur, long version, String conclusion, String natures, String proposition) throws Exception {
        return ouvrir(put(adresse("/conclusions/" + mineur)), d.anne(), "{\"version\":%d,\"conclusion\":\"%s\",\"natures\":%s,\"proposition\":\"%s\"}"
                .formatted(version, conclusion, natures, proposition));
    }

    private ResultActions rendre(String suite) throws Exception {
        return ouvrir(post(adresse("/rapport")), d.anne(), "{\"version\":%s%s}".formatted(version(), suite));
    }

    private String signalement(UUID id, String suite) {
        return "{\"id\":\"%s\",\"mineurId\":\"%s\",\"transmisLe\":\"%s\",\"destinataire\":\"PARQUET\",%s}".formatted(id, d.lea(),
                horloge.maintenant().minus(Duration.ofHours(1)), suite);
    }

    private ResultActions signaler(UUID qui, String corps) throws Exception {
        return mvc.perform(post("/api/ip/{id}/signalements", d.ipId()).with(gens.comme(qui)).contentType("application/json").content(corps));
    }

    private ResultActions espace(UUID qui) throws Exception {
        return ouvrir(get(adresse("")), qui, null);
    }

    private ResultActions dossier(UUID qui) throws Exception {
        return mvc.perform(get("/api/ip/{id}/dossier-evaluation", d.ipId()).with(gens.comme(qui)));
    }

    private String adresse(String suite) {
        return "/api/ip/" + d.ipId() + "/evaluation" + suite;
    }

    private ResultActions ouvrir(MockHttpServletRequestBuilder demande, UUID qui, String corps) throws Exception {
        demande.with(gens.comme(qui));
        return mvc.perform(corps == null ? demande : demande.contentType("application/json").content(corps));
    }

    private String version() {
        return jdbc.sql("select version::text from information_preoccupante where id = ?").param(d.ipId()).query(String.class).single();
    }

    private String etat() {
        return jdbc.sql("select etat from information_preoccupante where id = ?").param(d.ipId()).query(String.class).single();
    }

    private List<String> taches() {
        return jdbc.sql("select etape from tache where sujet_id = ?").param(d.ipId()).query(String.class).list();
    }

    private LocalDate dateLegale() {
        return jdbc.sql("select min(date_legale) from echeance where sujet_id = ? and 'evaluer' = any (etapes)").param(d.ipId()).query(LocalDate.class).single();
    }

    private List<String> periodesOuvertes() {
        return jdbc.sql("select genre from periode where sujet_id = ? and connu_au is null and fin is null and genre <> 'CONSIGNE_PARQUET'").param(d.ipId())
                .query(String.class).list();
    }

    private long evenements(String type) {
        return jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where e.type = ? and s.sujet_id = ?")
                .params(type, d.ipId()).query(Long.class).single();
    }
}
