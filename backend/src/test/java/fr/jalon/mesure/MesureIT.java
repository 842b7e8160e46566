package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.Requetes;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a measure through the endpoints, on the real engine and database. */
@TestIntegration
class MesureIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID ref;
    private UUID referent;
    private UUID service;

    @BeforeEach
    void venir() {
        ref = atelier.ref();
        referent = atelier.referent();
        service = atelier.service();
    }

    @Test
    void a_judicial_measure_waits_for_a_service_is_exercised_modulated_renewed_requalified_and_ends() throws Exception {
        UUID m = atelier.ouvrir(ref, atelier.judiciaire(100, atelier.enfant())).get(0);
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "affecter cdas-redon");
        atelier.affecter(m, Atelier.SERVICE, atelier.ilYA(60));
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "demarrer svc-apase");
        atelier.fait(service, m, "demarrage", "le", atelier.ilYA(50), "referentMesure", Map.of("nom", "Mme Essai"),
                "referentParcours", Map.of("utilisateurId", referent));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "exercer cdas-redon");
        atelier.fait(service, m, "modulations", "le", atelier.ilYA(40), "intensite", "RENFORCEE", "compteRendu", "Deux visites par semaine.");
        atelier.fait(service, m, "suspension", "le", atelier.ilYA(30), "motif", "HOSPITALISATION");
        atelier.fait(service, m, "reprise", "le", atelier.ilYA(25));
        atelier.fait(service, m, "rapports", "le", atelier.ilYA(10), "nature", "TERME", "proposition", "RENOUVELER", "texte", "Bilan.");
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "decider-suite cdas-redon");
        atelier.fait(ref, m, "renouvellement", "le", atelier.ilYA(5), "autorite", "JUGE_ENFANTS", "duree", "P1Y");
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "exercer cdas-redon");
        atelier.fait(ref, m, "requalification", "le", atelier.ilYA(3), "autorite", "JUGE_ENFANTS", "baseLegale", "AEMO_RENFORCEE", "duree", "P1Y");
        atelier.fait(ref, m, "fin", "le", atelier.ilYA(1), "motif", "MAINLEVEE", "suite", "DROIT_COMMUN");
        assertThat(atelier.ou(m)).containsExactly("TERMINEE");

        assertThat(atelier.periodes(m)).containsExactly(
                "ATTENTE_EXERCICE " + atelier.ilYA(100) + "→" + atelier.ilYA(60) + " AEMO",
                "ATTENTE_EXERCICE " + atelier.ilYA(60) + "→" + atelier.ilYA(50) + " AEMO svc-apase",
                "EXERCEE " + atelier.ilYA(50) + "→" + atelier.ilYA(40) + " AEMO svc-apase SIMPLE",
                "EXERCEE " + atelier.ilYA(40) + "→" + atelier.ilYA(3) + " AEMO svc-apase RENFORCEE",
                "EXERCEE " + atelier.ilYA(3) + "→" + atelier.ilYA(1) + " AEMO_RENFORCEE svc-apase RENFORCEE",
                "MESURE " + atelier.ilYA(100) + "→" + atelier.ilYA(60) + " AEMO",
                "MESURE " + atelier.ilYA(60) + "→" + atelier.ilYA(3) + " AEMO svc-apase",
                "MESURE " + atelier.ilYA(3) + "→" + atelier.ilYA(1) + " AEMO_RENFORCEE svc-apase",
                "SUSPENDUE " + atelier.ilYA(30) + "→" + atelier.ilYA(25) + " AEMO svc-apase");
        assertThat(atelier.nombreDePeriodes(m, "EXERCEE")).isOne();
        assertThat(atelier.evenements(m, "mesure.terminee", "motif")).containsExactly("MAINLEVEE");
        assertThat(jdbc.sql("select count(*) from evenement_sujet s join evenement e on e.id = s.evenement_id where s.sujet_type = 'ENFANT' "
                + "and e.type like 'mesure.%' and s.sujet_id = (select enfant_id from mesure where id = ?)").param(m).query(Integer.class).single())
                .isEqualTo(13);
        // The service no longer sees what it no longer exercises.
        accueil.lire(service, "/api/mesures/" + m).andExpect(status().isNotFound());
    }

    @Test
    void an_administrative_measure_waits_for_each_holder_and_that_wait_is_not_a_wait_for_exercise() throws Exception {
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        UUID pere = atelier.titulaire(enfant);
        Map<String, Object> d = atelier.administrative(60, enfant);
        d.put("accords", List.of(Atelier.accord(mere, "DONNE", atelier.ilYA(62))));
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_ACCORD", "recueillir-accord cdas-redon");
        assertThat(atelier.periodes(m)).containsExactly("ATTENTE_ACCORD " + atelier.ilYA(60) + "→ AED", "MESURE " + atelier.ilYA(60) + "→ AED");
        atelier.fait(ref, m, "accords", "adulteId", pere, "statut", "DONNE", "le", atelier.ilYA(40));
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "affecter cdas-redon");
        assertThat(atelier.periodes(m)).contains("ATTENTE_EXERCICE " + atelier.ilYA(40) + "→ AED",
                "ATTENTE_ACCORD " + atelier.ilYA(60) + "→" + atelier.ilYA(40) + " AED");
        assertThat(atelier.page(ref, m).at("/attente/0/code").asText()).isEqualTo("DECISION_ACCORD");
        assertThat(atelier.page(ref, m).at("/attente/0/jours").asInt()).isEqualTo(20);
    }

    @Test
    void an_agreement_withdrawn_before_the_start_is_awaited_again_and_during_the_exercise_somebody_decides_what_follows() throws Exception {
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        Map<String, Object> d = atelier.administrative(60, enfant);
        d.put("produit", "AEDFG");
        d.put("intensite", null);
        d.put("accords", List.of(Atelier.accord(mere, "DONNE", atelier.ilYA(60))));
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "demarrer cdas-redon");
        atelier.fait(ref, m, "accords", "adulteId", mere, "statut", "REVOQUE", "le", atelier.ilYA(50));
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_ACCORD", "recueillir-accord cdas-redon");
        atelier.fait(ref, m, "accords", "adulteId", mere, "statut", "DONNE", "le", atelier.ilYA(45));
        atelier.fait(referent, m, "demarrage", "le", atelier.ilYA(40));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "exercer cdas-redon");
        atelier.fait(ref, m, "accords", "adulteId", mere, "statut", "REVOQUE", "le", atelier.ilYA(10));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "decider-suite cdas-redon");
        atelier.fait(ref, m, "fin", "le", atelier.ilYA(9), "motif", "ACCORD_REVOQUE", "suite", "AUCUNE");
        assertThat(atelier.ou(m)).containsExactly("TERMINEE");
        assertThat(atelier.nombreDePeriodes(m, "ATTENTE_EXERCICE")).isEqualTo(2);
    }

    @Test
    void an_agreement_refused_ends_the_measure_where_it_waited() throws Exception {
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        UUID m = atelier.ouvrir(ref, atelier.administrative(20, enfant)).get(0);
        atelier.fait(ref, m, "accords", "adulteId", mere, "statut", "REFUSE", "le", atelier.ilYA(10), "motif", "Ne souhaite pas d’aide.");
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_ACCORD", "recueillir-accord cdas-redon");
        atelier.fait(ref, m, "fin", "le", atelier.ilYA(10), "motif", "ACCORD_REFUSE", "suite", "SAISINE");
        assertThat(atelier.ou(m)).containsExactly("TERMINEE");
        assertThat(accueil.lu(ref, "/api/dessins/MESURE/" + m).get("passes").findValuesAsText("element")).contains("refusee");
    }

    @Test
    void several_children_under_one_decision_have_one_measure_each() throws Exception {
        UUID ainee = atelier.enfant();
        UUID cadet = atelier.enfant(atelier.ilYA(200));
        List<UUID> deux = atelier.ouvrir(ref, atelier.judiciaire(30, ainee, cadet));
        assertThat(deux).hasSize(2);
        assertThat(atelier.page(ref, deux.get(0)).at("/memeDecision/0/id").asText()).isEqualTo(deux.get(1).toString());
        assertThat(jdbc.sql("select count(distinct decision_id) from mesure where id in (?, ?)").params(deux.get(0), deux.get(1))
                .query(Integer.class).single()).isOne();
    }

    @Test
    void a_measure_transferred_without_service_waits_for_one_again_and_stays_the_same_exercise() throws Exception {
        UUID m = exercee();
        atelier.fait(ref, m, "transfert", "genre", "SERVICE", "le", atelier.ilYA(20));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "affecter cdas-redon");
        atelier.affecter(m, "svc-semo", atelier.ilYA(15));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "demarrer svc-semo");
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(12));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "exercer cdas-redon");
        assertThat(atelier.nombreDePeriodes(m, "EXERCEE")).isOne();
        assertThat(jdbc.sql("select demarree_le from mesure where id = ?").param(m).query(java.time.LocalDate.class).single()).isEqualTo(atelier.ilYA(80));
        accueil.lire(service, "/api/mesures/" + m).andExpect(status().isNotFound());
    }

    @Test
    void a_measure_goes_to_another_territory_with_its_dates_and_to_another_departement_with_an_end() throws Exception {
        UUID m = exercee();
        atelier.fait(ref, m, "transfert", "genre", "UNITE", "uniteId", "cdas-combourg", "le", atelier.ilYA(20));
        UUID autre = gens.de(Role.REF, "cdas-combourg");
        accueil.lire(ref, "/api/mesures/" + m).andExpect(status().isNotFound());
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "exercer cdas-combourg");
        atelier.agir(autre, m, "transfert", "genre", "DEPARTEMENT", "departement", "Morbihan", "le", atelier.ilYA(5))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[*].code", hasItem("PARENTS_NON_INFORMES")));
        atelier.fait(autre, m, "transfert", "genre", "DEPARTEMENT", "departement", "Morbihan", "le", atelier.ilYA(5), "parentsInformesLe", atelier.ilYA(9));
        assertThat(atelier.ou(m)).containsExactly("TERMINEE");
        assertThat(accueil.lu(autre, "/api/dessins/MESURE/" + m).get("passes").findValuesAsText("element")).contains("transferee");
        assertThat(atelier.echeances(m)).contains("ACCUSE_TRANSFERT " + atelier.ilYA(-10) + " OUVERTE");
        atelier.fait(autre, m, "transfert/accuse-reception", "le", atelier.ilYA(1));
        assertThat(atelier.echeances(m)).contains("ACCUSE_TRANSFERT " + atelier.ilYA(-10) + " SATISFAITE");
        atelier.agir(autre, m, "transfert/accuse-reception", "le", atelier.ilYA(1)).andExpect(status().isConflict());
    }

    @Test
    void a_judge_s_decision_waits_for_no_agreement_any_more() throws Exception {
        UUID enfant = atelier.enfant();
        atelier.titulaire(enfant);
        UUID m = atelier.ouvrir(ref, atelier.administrative(60, enfant)).get(0);
        atelier.fait(ref, m, "cadre", "le", atelier.ilYA(30), "baseLegale", "AEMO", "autorite", "JUGE_ENFANTS", "duree", "P1Y");
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "affecter cdas-redon");
        assertThat(atelier.periodes(m)).contains("ATTENTE_EXERCICE " + atelier.ilYA(30) + "→ AEMO");
    }

    @Test
    void a_measure_passes_from_administrative_to_judicial_and_back_without_losing_its_history() throws Exception {
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        Map<String, Object> d = atelier.administrative(90, enfant);
        d.put("accords", List.of(Atelier.accord(mere, "DONNE", atelier.ilYA(90))));
        d.put("serviceId", Atelier.SERVICE);
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(service, m, "demarrage", "le", atelier.ilYA(80));
        atelier.fait(ref, m, "cadre", "le", atelier.ilYA(30), "baseLegale", "AEMO", "autorite", "JUGE_ENFANTS", "duree", "P1Y");
        atelier.agir(ref, m, "cadre", "le", atelier.ilYA(10), "baseLegale", "AED", "autorite", "PRESIDENT", "duree", "P1Y")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("ACCORD_MANQUANT"));
        atelier.fait(ref, m, "cadre", "le", atelier.ilYA(10), "baseLegale", "AED", "autorite", "PRESIDENT", "duree", "P1Y", "accordDonne", true);
        assertThat(atelier.periodes(m)).filteredOn(p -> p.startsWith("EXERCEE")).containsExactly(
                "EXERCEE " + atelier.ilYA(80) + "→" + atelier.ilYA(30) + " AED svc-apase SIMPLE",
                "EXERCEE " + atelier.ilYA(30) + "→" + atelier.ilYA(10) + " AEMO svc-apase SIMPLE",
                "EXERCEE " + atelier.ilYA(10) + "→ AED svc-apase SIMPLE");
    }

    @Test
    void an_unexercised_measure_lapses_when_somebody_says_so_and_never_by_itself() throws Exception {
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("terme", atelier.ilYA(3));
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.page(ref, m).get("alerte").asText()).isEqualTo("Terme dépassé sans exercice");
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "affecter cdas-redon");
        atelier.fait(ref, m, "caducite", "texte", "Aucune place en un an.");
        assertThat(atelier.ou(m)).containsExactly("CADUQUE");
        assertThat(atelier.periodes(m)).contains("ATTENTE_EXERCICE " + atelier.ilYA(100) + "→" + atelier.ilYA(3) + " AEMO");
        assertThat(atelier.evenements(m, "mesure.caduque", "cadre")).containsExactly("JUDICIAIRE");
    }

    @Test
    void the_wait_of_a_judicial_measure_is_shown_in_parts() throws Exception {
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("audienceLe", atelier.ilYA(110));
        d.put("ordonnanceRecueLe", atelier.ilYA(93));
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(ref, m, "dates", "genre", "DATE_FIXEE", "le", atelier.ilYA(80));
        atelier.affecter(m, Atelier.SERVICE, atelier.ilYA(60));
        JsonNode attente = atelier.page(ref, m).get("attente");
        assertThat(attente.findValuesAsText("code")).containsExactly("AUDIENCE_DECISION", "DECISION_ORDONNANCE_RECUE",
                "ORDONNANCE_RECUE_AFFECTATION", "AFFECTATION_DEMARRAGE");
        assertThat(attente.findValuesAsText("jours")).containsExactly("10", "7", "33", "60");
        assertThat(atelier.page(ref, m).get("debutPrevu").asText()).isEqualTo(atelier.ilYA(80).toString());
    }

    @Test
    void the_list_keeps_to_sight_and_to_what_is_asked() throws Exception {
        UUID m = exercee();
        String numero = atelier.page(ref, m).get("numero").asText();
        assertThat(accueil.lu(ref, "/api/mesures?numero=" + numero + "&produit=MEP&etat=EXERCEE").get("total").asInt()).isOne();
        assertThat(accueil.lu(service, "/api/mesures?numero=" + numero).get("total").asInt()).isOne();
        assertThat(accueil.lu(gens.de(Role.SERVICE_HABILITE, "svc-semo"), "/api/mesures?numero=" + numero).get("total").asInt()).isZero();
        assertThat(accueil.lu(gens.de(Role.REF, "cdas-combourg"), "/api/mesures?numero=" + numero).get("total").asInt()).isZero();
        accueil.lire(ref, "/api/mesures?apres=n-importe-quoi").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void the_list_counts_on_its_first_page_alone_and_costs_as_many_queries_whatever_it_holds() throws Exception {
        UUID superviseur = gens.de(fr.jalon.acces.Role.SUPERVISEUR, null);
        atelier.ouvrir(ref, atelier.judiciaire(20, atelier.enfant(), atelier.enfant(), atelier.enfant()));
        JsonNode premiere = accueil.lu(superviseur, "/api/mesures?taille=1");
        assertThat(premiere.get("total").asInt()).isGreaterThanOrEqualTo(3);
        String suite = "/api/mesures?taille=%d&apres=" + premiere.get("suivante").asText();
        JsonNode seconde = accueil.lu(superviseur, suite.formatted(1));
        assertThat(seconde.get("total").isNull()).isTrue();
        assertThat(seconde.at("/lignes/0/id").asText()).isNotEqualTo(premiere.at("/lignes/0/id").asText());
        List<String> une = Requetes.textes(() -> accueil.lire(superviseur, suite.formatted(1)));
        assertThat(une).noneMatch(q -> q.contains("count(*) from mesure"));
        assertThat(Requetes.de(() -> accueil.lire(superviseur, suite.formatted(50)))).isEqualTo(une.size());
        assertThat(Requetes.textes(() -> accueil.lire(superviseur, "/api/mesures?taille=50"))).filteredOn(q -> q.contains("count(*) from mesure")).hasSize(1);
    }

    @Test
    void a_service_works_its_own_measures_and_nothing_else_of_the_child() throws Exception {
        UUID m = exercee();
        JsonNode page = atelier.page(service, m);
        assertThat(page.at("/enfant/visible").asBoolean()).isFalse();
        assertThat(page.get("possibles").toString()).contains("MODULER", "RAPPORT").doesNotContain("RENOUVELER", "TERMINER");
        accueil.lire(service, "/api/enfants/" + page.at("/enfant/id").asText()).andExpect(status().isNotFound());
        atelier.agir(service, m, "fin", "le", atelier.ilYA(1), "motif", "AUTRE", "suite", "AUCUNE").andExpect(status().isForbidden());
        atelier.agir(gens.de(Role.SERVICE_HABILITE, "svc-semo"), m, "modulations", "le", atelier.ilYA(1)).andExpect(status().isNotFound());
    }

    private UUID exercee() throws Exception {
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("serviceId", Atelier.SERVICE);
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_EXERCICE", "demarrer svc-apase");
        atelier.fait(service, m, "demarrage", "le", atelier.ilYA(80));
        return m;
    }
}
