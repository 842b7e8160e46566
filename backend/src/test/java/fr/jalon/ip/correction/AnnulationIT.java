package fr.jalon.ip.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import org.junit.jupiter.api.Test;

/** The last act undone in one click, and everything it had done with it. */
@TestIntegration
class AnnulationIT extends CorrectionsDEssai {

    @Test
    void the_last_act_is_undone_in_one_click_by_who_did_it_and_says_what_it_undoes() throws Exception {
        Affaire a = affaires.aDecider();
        List<String> avant = etat(a);
        affaires.decidee(a);
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/dernier-acte").andExpect(jsonPath("$.acte.acte").value("ip.decidee"))
                .andExpect(jsonPath("$.acte.parMoi").value(true)).andExpect(jsonPath("$.acte.retour").value("À décider"));
        annuler(a, a.ref()).andExpect(status().isNoContent());
        assertThat(etat(a)).isEqualTo(avant);
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isZero();
        assertThat(affaires.comptes(a.tom(), "signalement.transmis")).isZero();
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/decision").andExpect(jsonPath("$.mineurs[0].annulees", hasSize(1)));
        affaires.decidee(a);
    }

    @Test
    void nothing_is_undone_once_somebody_acted_after_nor_by_who_has_not_the_duty() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        accueil.lire(a.anne(), "/api/ip/" + a.ip() + "/dernier-acte").andExpect(jsonPath("$.acte").isEmpty());
        annuler(a, a.anne()).andExpect(status().is(org.hamcrest.Matchers.oneOf(403, 409)));
        annuler(a, gens.de(Role.REF, "cdas-fougeres")).andExpect(status().isNotFound());
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/annuler-dernier-acte", Map.of("version", 0)).andExpect(status().isConflict());
        // Somebody tells one person: the decision is no longer the last act, telling is.
        Map<String, Object> corps = affaires.information(a, false);
        accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/informations", corps).andExpect(status().isOk());
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/dernier-acte").andExpect(jsonPath("$.acte").isEmpty());
        annuler(a, a.ref()).andExpect(status().is(org.hamcrest.Matchers.oneOf(403, 409)));
        annuler(a, a.assistante()).andExpect(status().isNoContent());
        assertThat(affaires.comptes(a.ip(), "ip.personne-informee")).isZero();
        annuler(a, a.ref()).andExpect(status().isNoContent());
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");
    }

    @Test
    void a_correction_is_not_undone_in_one_click() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        corriger(a, "DECISION", a.ref(), Map.of());
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/dernier-acte").andExpect(jsonPath("$.acte").isEmpty());
        annuler(a, a.ref()).andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.quoi").value(containsString("Corriger")));
    }

    @Test
    void a_change_of_unit_undone_gives_back_the_file_its_children_and_its_days() throws Exception {
        Affaire a = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        List<String> avant = etat(a);
        changerUnite(a, "cdas-semnon");
        accueil.lire(a.assistante(), "/api/ip/" + a.ip() + "/dernier-acte").andExpect(jsonPath("$.acte.acte").value("ip.unite-changee"));
        annuler(a, a.assistante()).andExpect(status().isNoContent());
        assertThat(etat(a)).isEqualTo(avant);
        assertThat(suit(a.ip(), "cdas-fougeres")).isTrue();
        assertThat(suit(a.ip(), "cdas-semnon")).isFalse();
        accueil.lire(gens.de(Role.EVALUATEUR, "cdas-fougeres"), "/api/ip/" + a.ip() + "/corrections").andExpect(status().isOk());
        accueil.lire(gens.de(Role.EVALUATEUR, "cdas-semnon"), "/api/ip/" + a.ip() + "/corrections").andExpect(status().isNotFound());
        assertThat(accueil.lu(a.assistante(), "/api/ip/" + a.ip() + "/mandat").get("lignes").findValuesAsText("genre")).containsExactly("MANDAT");
        // And the mandate, which is now the last act.
        annuler(a, a.assistante()).andExpect(status().isNoContent());
        assertThat(affaires.etat(a.ip())).isEqualTo("A_CONFIER");
        assertThat(suit(a.ip(), "cdas-fougeres")).as("a row put back keeps the act that wrote it").isFalse();
    }

    @Test
    void a_change_of_track_undone_gives_the_dates_back() throws Exception {
        Affaire a = affaires.confiee(affaires.qualifiee(affaires.recue()));
        List<String> avant = etat(a);
        accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/voie", Map.of("version", affaires.version(a.ip()), "voie", "REDUITE", "motif", "Nourrisson."))
                .andExpect(status().isNoContent());
        annuler(a, a.assistante()).andExpect(status().isNoContent());
        assertThat(etat(a)).isEqualTo(avant);
        assertThat(jdbc.sql("select voie from information_preoccupante where id = ?").param(a.ip()).query(String.class).single()).isEqualTo("TROIS_MOIS");
        assertThat(affaires.comptes(a.ip(), "ip.voie-changee")).isZero();
        assertThat(accueil.lu(a.assistante(), "/api/ip/" + a.ip() + "/mandat").get("lignes").findValuesAsText("genre")).containsExactly("MANDAT");
    }

    @Test
    void an_evaluator_replaced_evaluates_again_when_it_is_undone_twice_over() throws Exception {
        Affaire a = affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue())));
        UUID carole = gens.de(Role.EVALUATEUR, Affaires.UNITE);
        UUID denis = gens.de(Role.EVALUATEUR, Affaires.UNITE);
        remplacer(a, a.bruno(), carole);
        remplacer(a, carole, denis);
        assertThat(equipe(a)).containsExactlyInAnyOrder(a.anne(), denis);
        annuler(a, gens.de(Role.EVALUATEUR, Affaires.UNITE)).andExpect(status().is(org.hamcrest.Matchers.oneOf(403, 409)));
        annuler(a, a.responsable()).andExpect(status().isNoContent());
        assertThat(equipe(a)).containsExactlyInAnyOrder(a.anne(), carole);
        annuler(a, a.responsable()).andExpect(status().isNoContent());
        assertThat(equipe(a)).containsExactlyInAnyOrder(a.anne(), a.bruno());
        assertThat(affaires.comptes(a.ip(), "ip.evaluateur-remplace")).isZero();
        assertThat(affaires.taches(a.ip())).containsExactly("evaluer " + Affaires.UNITE);
    }

    @Test
    void whoever_held_a_step_finds_it_again_when_the_act_is_undone_unless_it_was_handed_back() throws Exception {
        Affaire a = affaires.aDecider();
        prendre(a, a.ref(), "prendre");
        affaires.decidee(a);
        annuler(a, a.ref()).andExpect(status().isNoContent());
        assertThat(titulaires(a)).containsExactly(a.ref());
        // Held again, done again, undone again.
        affaires.decidee(a);
        annuler(a, a.ref()).andExpect(status().isNoContent());
        assertThat(titulaires(a)).containsExactly(a.ref());

        prendre(a, a.ref(), "remettre");
        affaires.decidee(a);
        annuler(a, a.ref()).andExpect(status().isNoContent());
        assertThat(titulaires(a)).isEmpty();
    }

    @Test
    void the_first_analysis_comes_back_to_whoever_held_it() throws Exception {
        Affaire a = affaires.recue();
        gens.en(a.assistante(), () -> {
            faits.prendre(tache(a.information()));
            return null;
        });
        Affaire q = affaires.qualifiee(a);
        annuler(q, a.assistante()).andExpect(status().isNoContent());
        assertThat(jdbc.sql("select s.titulaire_id from tache t join tache_suivi s on s.tache_id = t.id where t.sujet_id = ?").param(a.information())
                .query(UUID.class).list()).containsExactly(a.assistante());
    }

    @Test
    void a_qualification_undone_gives_the_information_back_to_its_first_analysis() throws Exception {
        Affaire a = affaires.qualifiee(affaires.recue());
        annuler(a, a.assistante()).andExpect(status().isNoContent());
        assertThat(affaires.taches(a.information())).containsExactly("premiere-analyse " + Affaires.UNITE);
        assertThat(affaires.comptes(a.ip(), "ip.qualifiee")).isZero();
        assertThat(affaires.periodes(a.ip())).isEmpty();
        assertThat(affaires.taches(affaires.qualifiee(a).ip())).containsExactly("confier " + Affaires.UNITE);
    }

    private List<UUID> equipe(Affaire a) {
        return jdbc.sql("select utilisateur_id from evaluateur where ip_id = ? and au is null").param(a.ip()).query(UUID.class).list();
    }

    private void remplacer(Affaire a, UUID sortant, UUID entrant) throws Exception {
        UUID ligne = jdbc.sql("select id from evaluateur where ip_id = ? and utilisateur_id = ? and au is null").params(a.ip(), sortant).query(UUID.class).single();
        Map<String, Object> corps = new LinkedHashMap<>(Map.of("sortant", ligne, "motif", "CORRECTION", "entrant",
                Map.of("utilisateurId", entrant, "profession", "PUERICULTRICE")));
        affaires.avecMotifs(corps, c -> accueil.poster(a.responsable(), "/api/ip/" + a.ip() + "/evaluation/remplacement", c)).andExpect(status().isNoContent());
    }

    private void prendre(Affaire a, UUID qui, String verbe) {
        gens.en(qui, () -> {
            if (verbe.equals("prendre")) {
                faits.prendre(tache(a.ip()));
            } else {
                faits.remettre(tache(a.ip()));
            }
            return null;
        });
    }

    private String tache(UUID sujet) {
        return jdbc.sql("select id from tache where sujet_id = ?").param(sujet).query(String.class).single();
    }

    private List<UUID> titulaires(Affaire a) {
        return jdbc.sql("select s.titulaire_id from tache t join tache_suivi s on s.tache_id = t.id where t.sujet_id = ?").param(a.ip())
                .query(UUID.class).list();
    }
}
