package fr.jalon.ip.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import org.junit.jupiter.api.Test;

/** Each correction: its effects are shown, then they are what was done. */
@TestIntegration
class CorrectionsIT extends CorrectionsDEssai {

    @Test
    void the_true_date_of_reception_moves_both_clocks_the_treatment_and_the_count() throws Exception {
        Affaire a = affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue())));
        LocalDate vraie = horloge.aujourdhui().minusDays(60);
        List<String> effets = corriger(a, "RECEPTION", a.assistante(), Map.of("recueLe", vraie.atTime(9, 30).toString()));

        assertThat(effets).anyMatch(e -> e.contains("au lieu du"));
        assertThat(affaires.echeances(a.ip())).anyMatch(e -> e.startsWith("TRAITEMENT " + vraie.plusMonths(3)));
        assertThat(jdbc.sql("select count(*) from echeance where sujet_id = ? and genre = 'EVALUATION' and etat = 'OUVERTE' and date_legale = ?")
                .params(a.ip(), vraie.plusMonths(3)).query(Long.class).single()).isEqualTo(2);
        assertThat(affaires.periodes(a.ip())).anyMatch(p -> p.startsWith("TRAITEMENT") && p.contains(vraie.toString()));
        assertThat(jdbc.sql("select e.jour from evenement_valide e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'information.recue'")
                .param(a.information()).query(LocalDate.class).list()).containsExactly(vraie);
        assertThat(jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'information.recue'")
                .param(a.information()).query(Long.class).single()).as("the first one stays readable").isEqualTo(2);
        assertThat(affaires.taches(a.ip())).containsExactly("evaluer " + Affaires.UNITE);
    }

    @Test
    void a_reception_to_come_after_the_qualification_or_unchanged_is_refused_at_its_field() throws Exception {
        Affaire a = affaires.qualifiee(affaires.recue());
        LocalDateTime recue = LocalDateTime.parse(accueil.lu(a.assistante(), "/api/ip/" + a.ip() + "/corrections").get("recueLe").asText());
        for (LocalDateTime date : List.of(LocalDateTime.ofInstant(horloge.maintenant(), horloge.zone()).plusHours(1),
                LocalDateTime.ofInstant(horloge.maintenant(), horloge.zone()).plusMinutes(1), recue)) {
            corriger(a, a.assistante(), "RECEPTION", Map.of("recueLe", date.toString())).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.erreurs[0].champ").value("recueLe"));
        }
        corriger(a, a.assistante(), "RECEPTION", Map.of("recueLe", recue.minusDays(1).toString(), "motif", " ")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
    }

    @Test
    void an_urgency_noted_by_mistake_gives_the_common_delay_back() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("urgence", true);
        Affaire a = affaires.recue(saisie);
        UUID ip = accueil.id(accueil.analyser(a.assistante(), a.information(), "IP", Map.of("urgence", true)), "ipId");
        Affaire b = new Affaire(a.information(), ip, null, null, null, null, a.assistante(), a.responsable(), a.anne(), a.bruno(), a.ref());
        List<String> effets = corriger(b, "URGENCE", a.assistante(), Map.of("urgence", false));
        assertThat(effets).anyMatch(e -> e.contains("au lieu du"));
        assertThat(jdbc.sql("select distinct e.dimensions ->> 'urgence' from evenement_valide e join evenement_sujet s on s.evenement_id = e.id "
                + "where s.sujet_id = ? and e.type = 'ip.qualifiee'").param(ip).query(String.class).list()).containsExactly("NON");
        assertThat(jdbc.sql("select dimensions ->> 'urgence' from periode where sujet_id = ? and connu_au is null").param(ip).query(String.class).list())
                .containsOnly("NON");
    }

    @Test
    void the_right_unit_leads_since_the_mandate_in_every_count_and_the_wrong_one_sees_nothing_more() throws Exception {
        Affaire a = affaires.qualifiee(affaires.recue());
        affaires.avecMotifs(new java.util.HashMap<>(), c -> accueil.confier(a.assistante(), a.ip(), "cdas-fougeres", c)).andExpect(status().isNoContent());
        UUID ailleurs = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        accueil.lire(ailleurs, "/api/ip/" + a.ip() + "/corrections").andExpect(status().isOk());
        List<String> effets = corriger(a, "UNITE", a.assistante(), Map.of("unite", "cdas-redon"));
        assertThat(effets).anyMatch(e -> e.contains("s’ouvre (CDAS Redon)"));
        assertThat(affaires.taches(a.ip())).containsExactly("designer cdas-redon");
        accueil.lire(ailleurs, "/api/ip/" + a.ip() + "/corrections").andExpect(status().isNotFound());
        assertThat(affaires.periodes(a.ip())).noneMatch(p -> p.contains("fougeres"));
        assertThat(jdbc.sql("select distinct e.unite_id from evenement_valide e join evenement_sujet s on s.evenement_id = e.id "
                + "where s.sujet_id = ? and e.type = 'ip.confiee'").param(a.ip()).query(String.class).list()).containsExactly("cdas-redon");
        corriger(a, a.assistante(), "UNITE", Map.of("unite", "crip")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("unite"));
    }

    @Test
    void what_was_not_an_ip_is_counted_nowhere_and_waits_for_its_first_analysis_again() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        List<String> effets = corriger(a, "QUALIFICATION", a.assistante(), Map.of());
        assertThat(effets).anyMatch(e -> e.contains("« Qualifiée information préoccupante » : 1 de moins"));
        assertThat(affaires.etat(a.ip())).isEqualTo("ANNULEE");
        assertThat(affaires.taches(a.ip())).isEmpty();
        assertThat(affaires.taches(a.information())).containsExactly("premiere-analyse " + Affaires.UNITE);
        assertThat(affaires.periodes(a.ip())).isEmpty();
        assertThat(affaires.echeances(a.ip())).isEmpty();
        for (String type : List.of("ip.qualifiee", "ip.confiee", "ip.evaluateurs-designes", "ip.rapport-rendu", "ip.decidee")) {
            assertThat(affaires.comptes(a.ip(), type)).as(type).isZero();
        }
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/decision").andExpect(jsonPath("$.mineurs[0].annulees", hasSize(1)))
                .andExpect(jsonPath("$.mineurs[0].decision").isEmpty());
        // And it can be an IP after all, another one.
        Affaire b = affaires.qualifiee(a);
        assertThat(b.ip()).isNotEqualTo(a.ip());
        assertThat(affaires.taches(b.ip())).containsExactly("confier " + Affaires.UNITE);
    }

    @Test
    void an_information_set_aside_by_mistake_comes_back_to_its_first_analysis() throws Exception {
        Affaire a = affaires.recue();
        affaires.avecMotifs(new java.util.HashMap<>(Map.of("vers", "PMI")), c -> accueil.analyser(a.assistante(), a.information(), "NON_QUALIFIEE", c))
                .andExpect(status().isOk());
        String chemin = "/api/informations/" + a.information() + "/corrections/orientation";
        long version = accueil.lu(a.assistante(), "/api/informations/" + a.information()).get("version").asLong();
        accueil.poster(a.assistante(), chemin + "/apercu", Map.of("version", version)).andExpect(status().isOk())
                .andExpect(jsonPath("$.effets[*].genre", hasItems("ETAT", "TACHE", "COMPTE")));
        assertThat(affaires.taches(a.information())).isEmpty();
        accueil.poster(a.ref(), chemin, Map.of("version", version, "motif", "Erreur.")).andExpect(status().isForbidden());
        accueil.poster(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres"), chemin, Map.of("version", version, "motif", "Erreur.")).andExpect(status().isNotFound());
        accueil.poster(a.assistante(), chemin, Map.of("version", version, "motif", " ")).andExpect(status().isUnprocessableEntity());
        accueil.poster(a.assistante(), chemin, Map.of("version", version, "motif", "C’était une IP.")).andExpect(status().isOk());
        assertThat(affaires.taches(a.information())).containsExactly("premiere-analyse " + Affaires.UNITE);
        assertThat(affaires.comptes(a.information(), "information.orientee")).isZero();
        accueil.poster(a.assistante(), chemin, Map.of("version", version, "motif", "Encore.")).andExpect(status().isConflict());
        assertThat(affaires.taches(affaires.qualifiee(a).ip())).containsExactly("confier " + Affaires.UNITE);
    }

    @Test
    void a_decision_on_the_wrong_minor_comes_back_to_its_decider_for_that_minor_only() throws Exception {
        Affaire a = affaires.informee(affaires.decidee(affaires.aDecider()));
        List<String> effets = corriger(a, "DECISION", a.ref(), Map.of("mineurs", List.of(a.tom())));
        assertThat(effets).anyMatch(e -> e.contains("à informer de nouveau")).anyMatch(e -> e.contains("« À décider »"));
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");
        assertThat(affaires.taches(a.ip())).containsExactly("decider " + Affaires.UNITE);
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isOne();
        assertThat(affaires.comptes(a.tom(), "signalement.transmis")).isZero();
        assertThat(affaires.comptes(a.ip(), "ip.personnes-informees")).isZero();
        assertThat(affaires.comptes(a.lea(), "ip.personne-informee")).isEqualTo(2);
        assertThat(affaires.comptes(a.tom(), "ip.personne-informee")).isZero();
        assertThat(affaires.periodes(a.ip())).anyMatch(p -> p.startsWith("ATTENTE_DECISION") && p.endsWith("ouverte"))
                .anyMatch(p -> p.startsWith("TRAITEMENT") && p.endsWith("ouverte"));
        assertThat(affaires.echeances(a.ip())).anyMatch(e -> e.startsWith("TRAITEMENT") && e.endsWith("OUVERTE"));
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/decision").andExpect(jsonPath("$.mineurs[1].annulees[0].annuleeMotif").value("Saisi par erreur."));
        // Decided again, for that minor alone.
        Map<String, Object> corps = affaires.decision(a);
        Map<String, Object> tom = Affaires.droitCommun(a.tom());
        corps.put("mineurs", List.of(tom));
        affaires.avecMotifs(corps, c -> accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/decision", c)).andExpect(status().isOk());
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isEqualTo(2);
        affaires.informee(a);
        assertThat(affaires.etat(a.ip())).isEqualTo("TRAITEE");
    }

    @Test
    void a_minor_withdrawn_takes_away_their_decision_and_their_due_dates_and_comes_back_to_be_decided() throws Exception {
        Affaire a = affaires.informee(affaires.decidee(affaires.aDecider()));
        corriger(a, "RETRAIT_MINEUR", a.assistante(), Map.of("mineurId", a.tom()));
        // Nobody else was referred: nothing is expected of justice any more.
        assertThat(affaires.etat(a.ip())).isEqualTo("TRAITEE");
        assertThat(affaires.taches(a.ip())).isEmpty();
        assertThat(affaires.comptes(a.tom(), "ip.decidee")).isZero();
        assertThat(jdbc.sql("select count(*) from echeance where objet_id = ? and etat <> 'ANNULEE'").param(a.tom()).query(Long.class).single()).isZero();
        accueil.lire(a.assistante(), "/api/ip/" + a.ip() + "/corrections").andExpect(jsonPath("$.mineurs[1].retireMotif").value("Saisi par erreur."))
                .andExpect(jsonPath("$.faites[0].genre").value("RETRAIT_MINEUR")).andExpect(jsonPath("$.faites[0].effets").isNotEmpty());
        corriger(a, a.assistante(), "RETRAIT_MINEUR", Map.of("mineurId", a.lea())).andExpect(status().isConflict());

        corriger(a, "REINTEGRATION_MINEUR", a.assistante(), Map.of("mineurId", a.tom()));
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");
        assertThat(affaires.taches(a.ip())).containsExactly("decider " + Affaires.UNITE);
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).as("the other minor stays decided").isOne();
        assertThat(jdbc.sql("select count(*) from echeance where objet_id = ? and genre = 'EVALUATION' and etat <> 'ANNULEE'").param(a.tom()).query(Long.class)
                .single()).isOne();
    }

    @Test
    void two_children_merged_leave_two_lines_of_one_child_that_the_file_points_at() throws Exception {
        Affaire a = affaires.qualifiee(affaires.recue());
        List<UUID> enfants = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ? order by ordre").param(a.ip()).query(UUID.class).list();
        jdbc.sql("update enfant set fusionne_vers = ? where id = ?").params(enfants.get(0), enfants.get(1)).update();
        accueil.lire(a.assistante(), "/api/ip/" + a.ip() + "/corrections").andExpect(jsonPath("$.mineurs[1].enfantId").value(enfants.get(0).toString()))
                .andExpect(jsonPath("$.mineurs[0].memeEnfant").value(true));
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/decision").andExpect(jsonPath("$.mineurs[1].enfantId").value(enfants.get(0).toString()));
    }

    @Test
    void a_file_closed_by_mistake_opens_again_as_a_new_instance_at_the_step_chosen() throws Exception {
        Affaire a = affaires.informee(affaires.decidee(affaires.aDecider()));
        affaires.suite(a, a.tom(), "MESURE").andExpect(jsonPath("$.etat").value("TRAITEE"));
        String ancienne = instance(a);
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/corrections").andExpect(jsonPath("$.etapes[*].etape",
                hasItems("confier", "designer", "evaluer", "decider", "informer", "suivre-justice")));
        corriger(a, a.ref(), "REOUVERTURE", Map.of("etape", "nulle-part")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("etape"));
        corriger(a, "REOUVERTURE", a.ref(), Map.of("etape", "suivre-justice"));
        assertThat(affaires.etat(a.ip())).isEqualTo("SUITES_JUDICIAIRES");
        assertThat(affaires.taches(a.ip())).containsExactly("suivre-justice " + Affaires.UNITE);
        assertThat(instance(a)).isNotEqualTo(ancienne);
        assertThat(affaires.comptes(a.ip(), "ip.traitee")).isZero();
        assertThat(affaires.comptes(a.ip(), "ip.personnes-informees")).isOne();
        assertThat(affaires.periodes(a.ip())).allMatch(p -> !p.endsWith("ouverte"));
        affaires.suite(a, a.tom(), "NON_LIEU").andExpect(jsonPath("$.etat").value("TRAITEE"));

        corriger(a, "REOUVERTURE", a.ref(), Map.of("etape", "evaluer"));
        assertThat(affaires.taches(a.ip())).containsExactly("evaluer " + Affaires.UNITE);
        assertThat(affaires.periodes(a.ip())).filteredOn(p -> p.endsWith("ouverte")).hasSize(2)
                .anyMatch(p -> p.startsWith("EVALUATION")).anyMatch(p -> p.startsWith("TRAITEMENT"));
        assertThat(affaires.periodes(a.ip())).noneMatch(p -> p.startsWith("ATTENTE_DECISION"));
        assertThat(affaires.comptes(a.ip(), "ip.rapport-rendu")).isZero();
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isZero();
        assertThat(affaires.echeances(a.ip())).filteredOn(e -> e.startsWith("EVALUATION")).allMatch(e -> e.endsWith("OUVERTE"));
        affaires.decidee(affaires.rendue(a));
        assertThat(affaires.comptes(a.ip(), "ip.decidee")).isEqualTo(2);
    }

    @Test
    void an_open_file_comes_back_to_the_mandate_and_the_unit_entrusted_reads_it_no_more() throws Exception {
        Affaire a = affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue())));
        corriger(a, "RETOUR", a.assistante(), Map.of("etape", "confier"));
        assertThat(affaires.etat(a.ip())).isEqualTo("A_CONFIER");
        assertThat(affaires.taches(a.ip())).containsExactly("confier " + Affaires.UNITE);
        assertThat(affaires.comptes(a.ip(), "ip.confiee")).isZero();
        assertThat(affaires.comptes(a.ip(), "ip.evaluateurs-designes")).isZero();
        assertThat(affaires.periodes(a.ip())).singleElement().asString().startsWith("TRAITEMENT");
        assertThat(jdbc.sql("select count(*) from evaluateur where ip_id = ? and au is null").param(a.ip()).query(Long.class).single()).isZero();
        affaires.designee(affaires.confiee(a));
        assertThat(affaires.etat(a.ip())).isEqualTo("EN_EVALUATION");
    }

    @Test
    void a_file_ended_without_decision_by_mistake_waits_where_it_waited() throws Exception {
        Affaire a = affaires.confiee(affaires.qualifiee(affaires.recue()));
        List<String> avant = etat(a);
        accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/fin", Map.of("version", affaires.version(a.ip()), "motif", "DECEDE", "le",
                horloge.aujourdhui().toString())).andExpect(status().isOk());
        corriger(a, "REOUVERTURE", a.assistante(), Map.of("etape", "designer"));
        assertThat(etat(a)).isEqualTo(avant);
        assertThat(affaires.comptes(a.ip(), "ip.close")).isZero();
    }

    @Test
    void a_correction_asks_its_mission_its_sight_and_the_version_read() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        for (String suite : List.of("", "/apercu")) {
            accueil.poster(a.anne(), "/api/ip/" + a.ip() + "/corrections/DECISION" + suite, demande(a, Map.of())).andExpect(status().isForbidden());
            accueil.poster(gens.de(Role.REF, "cdas-fougeres"), "/api/ip/" + a.ip() + "/corrections/DECISION" + suite, demande(a, Map.of()))
                    .andExpect(status().isNotFound());
            accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/corrections/DECISION" + suite, Map.of("version", 0, "motif", "x")).andExpect(status().isConflict());
            accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/corrections/INCONNUE" + suite, demande(a, Map.of())).andExpect(status().isBadRequest());
        }
        accueil.lire(a.anne(), "/api/ip/" + a.ip() + "/corrections").andExpect(status().isOk()).andExpect(jsonPath("$.possibles", hasSize(0)));
        accueil.lire(a.ref(), "/api/ip/" + a.ip() + "/corrections").andExpect(jsonPath("$.possibles[*].genre", hasItem("DECISION")))
                .andExpect(jsonPath("$.possibles[*].genre", not(hasItem("RECEPTION"))));
    }

    private String instance(Affaire a) {
        return jdbc.sql("select instance_id from processus_instance where sujet_id = ? order by ouvert_le desc, actif desc limit 1").param(a.ip())
                .query(String.class).single();
    }
}
