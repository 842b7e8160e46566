package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

/** Signalements, minors and what the team reads; who may come in. */
@TestIntegration
class EvaluationIT extends EvaluationDEssai {

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
        // Whoever decides neither received nor evaluates: the sender's name is not theirs, a professional's either.
        dossier(gens.de(Role.REF, "cdas-redon")).andExpect(status().isOk()).andExpect(jsonPath("$.informations[0].transmetteur").value(nullValue()));
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
}
