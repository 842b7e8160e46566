package fr.jalon.autonomie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** Acts on a path through the endpoints: who may, what is refused, what is warned, two at once, the way back. */
@TestIntegration
class AutonomieIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Jeunes jeunes;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private ControleAutonomies controle;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private org.springframework.transaction.support.TransactionTemplate transaction;

    private UUID ref;
    private UUID referent;

    @BeforeEach
    void venir() {
        ref = atelier.ref();
        referent = atelier.referent();
    }

    private LocalDate jour() {
        return jeunes.aujourdhui();
    }

    private UUID enfant(int ans, int mois) {
        return atelier.enfant(jour().minusYears(ans).minusMonths(mois));
    }

    /** Sixteen and a half, in care for a year. */
    private UUID jeune() throws Exception {
        UUID enfant = enfant(16, 6);
        jeunes.confie(ref, enfant, 365);
        return jeunes.ouvert(enfant);
    }

    /** Left at eighteen, a month ago, with the exit form still to fill. */
    private UUID sorti() throws Exception {
        UUID enfant = enfant(18, 2);
        UUID m = jeunes.confie(ref, enfant, 600);
        jeunes.finir(ref, m, atelier.ilYA(30), "MAJORITE");
        return jeunes.ouvert(enfant);
    }

    private ResultActions fiche(UUID a, Object... autres) throws Exception {
        Map<String, Object> d = new LinkedHashMap<>(Map.of("le", atelier.ilYA(30), "motif", "MAJORITE", "logement", "AUTONOME", "logementStable", true,
                "ressources", true, "activite", true, "souhaitee", true));
        for (int i = 0; i < autres.length; i += 2) {
            d.put((String) autres[i], autres[i + 1]);
        }
        Object[] champs = d.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray();
        return jeunes.agir(referent, a, "sortie", champs);
    }

    private void interviewHeld(UUID a) throws Exception {
        jeunes.fait(referent, a, "entretiens", "issue", "TENU", "le", atelier.ilYA(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitation", "entretiens", "notification", "projet-acces", "personne-reference", "demande", "decision", "renouvellement",
        "sortie", "suivi", "entretien-six-mois", "entretien-supplementaire", "retour", "cloture", "situation", "coordonnees", "commission",
        "reperes/00000000-0000-0000-0000-000000000001", "actes/00000000-0000-0000-0000-000000000001/annulation"})
    void an_act_is_for_those_who_hold_its_mission_where_the_path_is(String acte) throws Exception {
        UUID a = jeune();
        jeunes.agir(gens.de(Role.REF, "cdas-fougeres"), a, acte).andExpect(status().isNotFound());
        jeunes.agir(gens.de(Role.EVALUATEUR, Atelier.UNITE), a, acte).andExpect(status().isForbidden());
        jeunes.agir(gens.de(Role.OBSERVATOIRE, null), a, acte).andExpect(status().is4xxClientError());
        if (List.of("notification", "decision", "renouvellement").contains(acte)) {
            jeunes.agir(referent, a, acte).andExpect(status().isForbidden());
        }
        // Whoever may act is told what is missing, or that it is not the time; never an error of the server.
        int code = jeunes.agir(ref, a, acte).andReturn().getResponse().getStatus();
        assertThat(code).isIn(404, 409, 422);
    }

    @Test
    void the_page_the_drawing_and_the_lists_are_for_those_who_see_the_path() throws Exception {
        UUID a = jeune();
        UUID ailleurs = gens.de(Role.REF, "cdas-fougeres");
        accueil.lire(ailleurs, "/api/autonomies/" + a).andExpect(status().isNotFound());
        accueil.lire(ailleurs, "/api/dessins/AUTONOMIE/" + a).andExpect(status().isNotFound());
        JsonNode page = jeunes.page(referent, a);
        String enfant = page.get("jeune").get("id").asText();
        assertThat(jeunes.liste(ref, VueJeunes.DIX_SEPT)).contains(enfant);
        assertThat(jeunes.liste(ailleurs, VueJeunes.DIX_SEPT)).doesNotContain(enfant);
        assertThat(jeunes.liste(gens.de(Role.SUPERVISEUR, null), VueJeunes.DIX_SEPT)).contains(enfant);
        assertThat(accueil.lu(ref, "/api/dessins/AUTONOMIE/" + a).get("enCours").findValuesAsText("element")).contains("preparer-entretien", "faire-repere");
        assertThat(accueil.lu(ref, "/api/autonomies/enfants/" + enfant).get("id").asText()).isEqualTo(a.toString());
        assertThat(accueil.lu(ref, "/api/autonomies/choix").get("rubriques").size()).isGreaterThan(5);
    }

    @Test
    void a_service_sees_the_young_people_it_has_and_nothing_of_their_path() throws Exception {
        UUID a = jeune();
        String enfant = jeunes.page(referent, a).get("jeune").get("id").asText();
        UUID service = gens.de(Role.SERVICE_HABILITE, "svc-familial");
        accueil.lire(service, "/api/autonomies/" + a).andExpect(status().isNotFound());
        boolean vu = false;
        for (JsonNode ligne : accueil.lu(service, "/api/autonomies?taille=200&vue=DIX_SEPT").get("lignes")) {
            assertThat(ligne.get("id").isNull()).isTrue();
            assertThat(ligne.get("etat").isNull()).isTrue();
            vu |= ligne.get("enfantId").asText().equals(enfant);
        }
        assertThat(vu).isTrue();
        assertThat(jeunes.liste(service, VueJeunes.SANS_DATE)).isEmpty();
    }

    @Test
    void each_figure_is_the_count_of_its_list() throws Exception {
        jeune();
        sorti();
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        for (JsonNode f : accueil.lu(superviseur, "/api/autonomies/figures")) {
            JsonNode page = accueil.lu(superviseur, "/api/autonomies?taille=200&vue=" + f.get("vue").asText());
            assertThat(page.get("total").asLong()).as(f.get("vue").asText()).isEqualTo(f.get("total").asLong());
            assertThat(page.get("lignes").size()).as(f.get("vue").asText()).isEqualTo((int) Math.min(200, f.get("total").asLong()));
        }
    }

    @Test
    void a_list_is_read_page_after_page_without_missing_or_repeating_anybody() throws Exception {
        for (int i = 0; i < 5; i++) {
            jeune();
        }
        List<String> tous = jeunes.liste(ref, VueJeunes.SANS_DATE);
        List<String> lus = new java.util.ArrayList<>();
        String apres = "";
        do {
            JsonNode page = accueil.lu(ref, "/api/autonomies?vue=SANS_DATE&taille=2&apres=" + apres);
            page.get("lignes").forEach(l -> lus.add(l.get("enfantId").asText()));
            apres = page.get("suivante").isNull() ? null : page.get("suivante").asText();
        } while (apres != null && lus.size() < tous.size() + 5);
        assertThat(lus).isEqualTo(tous.size() < 200 ? tous : lus);
        accueil.lire(ref, "/api/autonomies?vue=SANS_DATE&apres=nimporte").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void an_interview_in_the_future_or_before_care_is_refused_at_its_field() throws Exception {
        UUID a = jeune();
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "TENU", "le", jour().plusDays(1)), "le");
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "TENU", "le", atelier.ilYA(366)), "le");
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "PEUT_ETRE", "le", jour()), "issue");
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "NON_TENU", "le", jour()), "motif");
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "TENU", "genre", "EXCEPTIONNEL", "le", jour()), "genre");
        refuse(jeunes.agir(referent, a, "invitation", "le", jour(), "rendezVousLe", atelier.ilYA(1)), "rendezVousLe");
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "TENU", "le", jour(), "sections", Map.of("INCONNUE", "x")), "sections.INCONNUE");
        refuse(jeunes.agir(referent, a, "entretiens", "issue", "TENU", "le", jour(), "situations", List.of("DROITS.INCONNUE")), "situations");
    }

    @Test
    void an_exit_before_entry_during_care_or_in_the_future_is_refused() throws Exception {
        UUID a = sorti();
        refuse(fiche(a, "le", atelier.ilYA(601)), "le");
        refuse(fiche(a, "le", jour().plusDays(1)), "le");
        refuse(fiche(a, "logement", "SANS"), "logementStable");
        UUID dedans = jeune();
        refuse(fiche(dedans), "le");
        fiche(a).andExpect(status().isOk());
        fiche(a).andExpect(status().isConflict());
    }

    @Test
    void a_dry_exit_and_another_day_than_the_end_of_the_measure_pass_with_a_reason_that_is_counted() throws Exception {
        UUID a = sorti();
        avertit(fiche(a, "logementStable", false, "ressources", false, "activite", false, "logement", "SANS"), "SORTIE_SECHE");
        avertit(fiche(a, "le", atelier.ilYA(10)), "DATE_DE_SORTIE");
        fiche(a, "logementStable", false, "ressources", false, "activite", false, "logement", "SANS", "motifs", Map.of("SORTIE_SECHE",
                "Le jeune n’a rien voulu.")).andExpect(status().isOk());
        assertThat(jeunes.evenements(a, "autonomie.sortie", "avertissements")).containsExactly("SORTIE_SECHE");
    }

    @Test
    void the_projet_of_access_stands_beside_the_part_of_the_projet_that_holds_it() throws Exception {
        UUID a = jeune();
        jeunes.fait(referent, a, "projet-acces", "le", jour(), "jeunePresent", true, "domaines", Map.of("LOGEMENT", "Studio au foyer de jeunes travailleurs."));
        UUID projet = jdbc.sql("select p.id from projet p join autonomie a on a.enfant_id = p.enfant_id where a.id = ?").param(a).query(UUID.class).single();
        assertThat(accueil.lu(referent, "/api/projets/" + projet + "/redaction").toString()).contains("Studio au foyer de jeunes travailleurs.")
                .contains("/autonomie/" + a);
    }

    @Test
    void a_projet_without_the_young_person_passes_with_a_reason_that_is_counted() throws Exception {
        UUID a = jeune();
        Object[] projet = {"le", jour(), "jeunePresent", false, "domaines", Map.of("LOGEMENT", "Studio.")};
        avertit(jeunes.agir(referent, a, "projet-acces", projet), "SANS_LE_JEUNE");
        jeunes.fait(referent, a, "projet-acces", "le", jour(), "jeunePresent", false, "domaines", Map.of("LOGEMENT", "Studio."), "motifs",
                Map.of("SANS_LE_JEUNE", "Le jeune est en fugue."));
        assertThat(jeunes.evenements(a, "autonomie.projet-acces", "avertissements")).containsExactly("SANS_LE_JEUNE");
        refuse(jeunes.agir(referent, a, "projet-acces", "le", jour(), "jeunePresent", true, "domaines", Map.of()), "domaines");
    }

    @Test
    void help_past_twenty_one_passes_with_a_reason_that_is_counted() throws Exception {
        UUID a = presqueVingtEtUn();
        jeunes.fait(referent, a, "retour", "le", jour());
        assertThat(jeunes.ou(a)).containsExactly("DECISION", "decider-accompagnement");
        Object[] accord = {"le", jour(), "accord", true, "exerceeParUnite", true, "terme", jour().plusMonths(8)};
        avertit(jeunes.agir(ref, a, "decision", accord), "APRES_21_ANS");
        jeunes.fait(ref, a, "decision", "le", jour(), "accord", true, "exerceeParUnite", true, "terme", jour().plusMonths(8), "motifs",
                Map.of("APRES_21_ANS", "Fin de l’année scolaire."));
        assertThat(jeunes.ou(a)).containsExactly("ACCOMPAGNE", "accompagner");
        assertThat(jeunes.evenements(a, "autonomie.decision", "avertissements")).containsExactly("APRES_21_ANS");
    }

    /** Left at eighteen, close to twenty-one today; the path was found by the catch-up as for a file brought in late. */
    private UUID presqueVingtEtUn() throws Exception {
        UUID enfant = enfant(20, 10);
        UUID m = jeunes.confie(ref, enfant, 1500);
        jeunes.finir(ref, m, jour().minusYears(2).minusMonths(10), "MAJORITE");
        UUID a = jeunes.ouvert(enfant);
        fiche(a, "le", jour().minusYears(2).minusMonths(10)).andExpect(status().isOk());
        assertThat(jeunes.ou(a)).containsExactly("SIX_MOIS", "entretien-six-mois");
        return a;
    }

    @Test
    void a_refusal_has_its_reasons_and_its_remedies() throws Exception {
        UUID a = jeune();
        jeunes.fait(referent, a, "demande", "le", atelier.ilYA(5), "souhait", true);
        refuse(jeunes.agir(ref, a, "decision", "le", jour(), "accord", false), "motifRefus");
        refuse(jeunes.agir(ref, a, "decision", "le", jour(), "accord", false, "motifRefus", "RESSOURCES"), "motivation");
        refuse(jeunes.agir(ref, a, "decision", "le", jour(), "accord", false, "motifRefus", "RESSOURCES", "motivation", "Parce que."), "recours");
        refuse(jeunes.agir(ref, a, "decision", "le", atelier.ilYA(6), "accord", true), "le");
        refuse(jeunes.agir(ref, a, "decision", "le", jour(), "accord", true), "terme");
        refuse(jeunes.agir(ref, a, "decision", "le", jour(), "accord", true, "debutPrevu", jour().plusDays(1), "duree", "P1Y"), "debutPrevu");
        jeunes.fait(ref, a, "decision", "le", jour(), "accord", false, "motifRefus", "RESSOURCES", "motivation", "Parce que.", "recours", "Deux mois.");
        assertThat(jeunes.ou(a)).as("still in care, the interview is still to prepare").containsExactly("PREPARATION", "preparer-entretien");
    }

    @Test
    void what_was_read_before_somebody_acted_is_a_conflict() throws Exception {
        UUID a = jeune();
        long version = jeunes.version(a);
        jeunes.fait(referent, a, "situation", "mna", true, "mdph", false);
        accueil.poster(referent, "/api/autonomies/" + a + "/entretiens", Map.of("version", version, "issue", "TENU", "le", jour().toString()))
                .andExpect(status().isConflict());
        interviewHeld(a);
        jeunes.agir(referent, a, "entretiens", "issue", "TENU", "le", jour()).andExpect(status().isConflict());
    }

    @Test
    void every_act_is_taken_back_one_after_the_other_and_everything_follows() throws Exception {
        UUID a = jeune();
        List<String> avant = jeunes.ou(a);
        List<String> echeances = jeunes.echeances(a);
        jeunes.fait(referent, a, "invitation", "le", atelier.ilYA(20), "rendezVousLe", atelier.ilYA(10));
        interviewHeld(a);
        jeunes.fait(ref, a, "notification", "le", jour(), "moyen", "COURRIER", "conditions", Map.of("LOGEMENT", "Studio."));
        jeunes.fait(referent, a, "demande", "le", jour(), "souhait", true);
        jeunes.fait(ref, a, "decision", "le", jour(), "accord", true, "exerceeParUnite", true, "duree", "P1Y");
        UUID mesure = jdbc.sql("select (details ->> 'mesure')::uuid from autonomie_acte where autonomie_id = ? and genre = 'DECISION'").param(a)
                .query(UUID.class).single();
        assertThat(jdbc.sql("select etat || ' ' || base_legale from mesure where id = ?").param(mesure).query(String.class).single())
                .isEqualTo("ATTENTE_EXERCICE APJM");
        jeunes.annuler(ref, a).andExpect(status().isOk());
        assertThat(jdbc.sql("select etat from mesure where id = ?").param(mesure).query(String.class).single()).isEqualTo("ANNULEE");
        assertThat(jeunes.ou(a)).containsExactly("DECISION", "decider-accompagnement");
        jeunes.annuler(ref, a).andExpect(status().isOk());
        assertThat(jeunes.ou(a)).containsExactly("MAJORITE", "preparer-majorite");
        jeunes.annuler(ref, a).andExpect(status().isOk());
        assertThat(jeunes.ou(a)).containsExactly("NOTIFICATION", "notifier");
        jeunes.annuler(ref, a).andExpect(status().isOk());
        assertThat(jeunes.ou(a)).containsExactly("ENTRETIEN", "tenir-entretien");
        jeunes.annuler(ref, a).andExpect(status().isOk());
        assertThat(jeunes.ou(a)).isEqualTo(avant);
        assertThat(jeunes.echeances(a)).isEqualTo(echeances);
        assertThat(jeunes.page(ref, a).get("acteAnnulable").isNull()).isTrue();
        assertThat(jeunes.evenements(a, "autonomie.entretien", "issue")).isEmpty();
    }

    @Test
    void cancelling_the_exit_form_opens_again_the_path_it_had_closed() throws Exception {
        UUID enfant = enfant(16, 6);
        UUID m = jeunes.confie(ref, enfant, 365);
        jeunes.finir(ref, m, atelier.ilYA(30), "MAINLEVEE");
        UUID a = jeunes.ouvert(enfant);
        fiche(a, "motif", "RETOUR_FAMILLE").andExpect(status().isOk());
        assertThat(jeunes.ou(a)).containsExactly("CLOSE");
        jeunes.annuler(referent, a).andExpect(status().isOk());
        assertThat(jeunes.ou(a)).containsExactly("SORTIE", "remplir-sortie");
        assertThat(jeunes.periodes(a)).singleElement().asString().contains("→ ");
    }

    @Test
    void the_interview_after_six_months_the_extra_one_and_the_return() throws Exception {
        UUID a = sorti();
        fiche(a).andExpect(status().isOk());
        assertThat(jeunes.echeances(a)).contains("ENTRETIEN_SIX_MOIS " + atelier.ilYA(30).plusMonths(6) + " OUVERTE");
        jeunes.fait(referent, a, "suivi", "le", atelier.ilYA(20));
        jeunes.fait(referent, a, "suivi", "le", atelier.ilYA(5));
        jeunes.agir(referent, a, "suivi", "le", jour()).andExpect(status().isUnprocessableEntity());
        refuse(jeunes.agir(referent, a, "entretien-six-mois", "le", jour(), "issue", "IMPOSSIBLE"), "texte");
        jeunes.fait(referent, a, "retour", "le", jour());
        assertThat(jeunes.ou(a)).containsExactly("DECISION", "decider-accompagnement");
        jeunes.fait(ref, a, "decision", "le", jour(), "accord", true, "exerceeParUnite", true, "duree", "P6M");
        assertThat(jeunes.ou(a)).containsExactly("ACCOMPAGNE", "accompagner");
        assertThat(jeunes.echeances(a)).as("cancelled by the return").noneMatch(e -> e.startsWith("ENTRETIEN_SIX_MOIS"));
        UUID b = sorti();
        fiche(b).andExpect(status().isOk());
        jeunes.fait(referent, b, "entretien-six-mois", "le", jour(), "issue", "DECLINE");
        assertThat(jeunes.ou(b)).containsExactly("CLOSE");
        jeunes.fait(referent, b, "entretien-supplementaire", "le", jour(), "demandeLe", atelier.ilYA(3));
        assertThat(jeunes.ou(b)).containsExactly("CLOSE");
        jeunes.fait(referent, b, "retour", "le", jour());
        assertThat(jeunes.ou(b)).containsExactly("DECISION", "decider-accompagnement");
    }

    @Test
    void contact_is_kept_with_consent_and_erased_without() throws Exception {
        UUID a = jeune();
        refuse(jeunes.agir(referent, a, "coordonnees", "le", jour(), "consentement", true), "telephone");
        jeunes.fait(referent, a, "coordonnees", "le", jour(), "consentement", true, "telephone", "06 00 00 00 00");
        assertThat(jeunes.page(referent, a).get("coordonnees").get("telephone").asText()).isEqualTo("06 00 00 00 00");
        jeunes.fait(referent, a, "coordonnees", "le", jour(), "consentement", false);
        assertThat(jeunes.page(referent, a).get("coordonnees").get("telephone").isNull()).isTrue();
        assertThat(jdbc.sql("select count(*) from autonomie_mot where texte like '06 00%' and acte_id in (select id from autonomie_acte where autonomie_id = ?)")
                .param(a).query(Long.class).single()).isZero();
    }

    @Test
    void a_landmark_is_a_task_until_it_is_done_or_without_object_and_comes_back_when_that_is_cancelled() throws Exception {
        UUID a = jeune();
        assertThat(jeunes.reperes(a)).contains("BILAN_SANTE", "BANQUE").doesNotContain("MDPH");
        jeunes.fait(referent, a, "situation", "mna", false, "mdph", true);
        assertThat(jeunes.reperes(a)).contains("MDPH");
        UUID bilan = repere(a, "BILAN_SANTE");
        jeunes.fait(referent, a, "reperes/" + bilan, "le", jour(), "etat", "FAIT");
        assertThat(jeunes.reperes(a)).doesNotContain("BILAN_SANTE");
        assertThat(jeunes.evenements(a, "autonomie.repere", "examen")).containsExactly("BILAN_16");
        refuse(jeunes.agir(referent, a, "reperes/" + repere(a, "BANQUE"), "le", jour(), "etat", "SANS_OBJET"), "motif");
        jeunes.annuler(referent, a).andExpect(status().isOk());
        assertThat(jeunes.reperes(a)).contains("BILAN_SANTE");
    }

    private UUID repere(UUID a, String code) {
        return jdbc.sql("select id from autonomie_repere where autonomie_id = ? and code = ?").params(a, code).query(UUID.class).single();
    }

    @Test
    void the_path_of_a_restricted_child_is_for_the_people_named_alone() throws Exception {
        UUID a = jeune();
        UUID enfant = jdbc.sql("select enfant_id from autonomie where id = ?").param(a).query(UUID.class).single();
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(enfant, ref).update();
        accueil.lire(referent, "/api/autonomies/" + a).andExpect(status().isNotFound());
        accueil.lire(ref, "/api/autonomies/" + a).andExpect(status().isOk());
        assertThat(jeunes.liste(referent, VueJeunes.SANS_DATE)).doesNotContain(enfant.toString());
        assertThat(jeunes.liste(referent, VueJeunes.DIX_SEPT)).doesNotContain(enfant.toString());
    }

    @Test
    void the_nightly_check_finds_what_is_wrong_and_the_rebuild_mends_it() throws Exception {
        UUID a = jeune();
        assertThat(ecarts(a)).isEmpty();
        jdbc.sql("update autonomie set rendez_vous_le = ?, version = version + 1 where id = ?").params(jour(), a).update();
        jdbc.sql("update autonomie_repere set le = le + 1 where autonomie_id = ? and code = 'LOGEMENT'").param(a).update();
        jdbc.sql("update periode set unite_id = 'cdas-fougeres' where sujet_id = ? and connu_au is null").param(a).update();
        jdbc.sql("update echeance set date_legale = date_legale + 1 where sujet_id = ? and genre = 'ENTRETIEN_17'").param(a).update();
        assertThat(ecarts(a)).hasSize(4);
        fr.jalon.acces.IdentiteCourante.en(fr.jalon.acces.Identite.systeme("essai"), () -> transaction.execute(s -> controle.reconstruire()));
        assertThat(ecarts(a)).isEmpty();
        jdbc.sql("update autonomie_acte set annule_le = now() where autonomie_id = ? and genre = 'OUVERTURE'").param(a).update();
        assertThat(ecarts(a)).as("a path nothing opened is told, and stops nobody").containsExactly("aucun acte ne l’a ouvert");
        jdbc.sql("update autonomie_acte set annule_le = null where autonomie_id = ? and genre = 'OUVERTURE'").param(a).update();
        assertThat(ecarts(a)).isEmpty();
    }

    private List<String> ecarts(UUID a) {
        return fr.jalon.acces.IdentiteCourante.en(fr.jalon.acces.Identite.systeme("essai"), () -> transaction.execute(s -> controle.ecarts().stream()
                .filter(e -> e.cle().endsWith(a.toString())).map(e -> e.quoi()).toList()));
    }

    private static void refuse(ResultActions reponse, String champ) throws Exception {
        reponse.andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value(champ));
    }

    private static void avertit(ResultActions reponse, String code) throws Exception {
        reponse.andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value(code));
    }
}
