package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only the impossible is refused, at its field; the rest passes with a reason that is kept and counted. */
@TestIntegration
class RefusMesureIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private JdbcClient jdbc;

    private UUID ref;
    private UUID service;

    @BeforeEach
    void venir() {
        ref = atelier.ref();
        service = atelier.service();
    }

    @Test
    void a_term_before_the_start_a_decision_to_come_and_a_hearing_after_the_order_are_refused_at_their_field() throws Exception {
        refusee("terme", "terme", atelier.ilYA(31));
        refusee("decideeLe", "decideeLe", atelier.ilYA(-1));
        refusee("audienceLe", "audienceLe", atelier.ilYA(29));
        refusee("ordonnanceRecueLe", "ordonnanceRecueLe", atelier.ilYA(31));
        refusee("autorite", "autorite", "PRESIDENT");
        refusee("debutPrevu", "debutPrevu", atelier.ilYA(40));
        refusee("produit", "produit", "INCONNU");
        refusee("enfants", "enfants", List.of());
    }

    @Test
    void somebody_else_s_territory_and_a_child_out_of_sight_are_refused() throws Exception {
        Map<String, Object> ailleurs = atelier.judiciaire(30, atelier.enfant());
        ailleurs.put("uniteId", "cdas-combourg");
        atelier.poster(ref, ailleurs).andExpect(status().isForbidden());
        Map<String, Object> cache = atelier.judiciaire(30, UUID.randomUUID());
        atelier.poster(ref, cache).andExpect(status().isNotFound());
        atelier.poster(atelier.referent(), atelier.judiciaire(30, atelier.enfant())).andExpect(status().isForbidden());
    }

    @Test
    void a_thirteen_month_aed_passes_with_a_reason_that_is_counted() throws Exception {
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        Map<String, Object> d = atelier.administrative(30, enfant);
        d.put("terme", atelier.ilYA(30).plusMonths(13));
        d.put("accords", List.of(Atelier.accord(mere, "DONNE", atelier.ilYA(30))));
        atelier.refusee(ref, d).andExpect(jsonPath("$.avertissements[0].code").value("TERME_LONG"));
        d.put("motifs", avec(motifsDuService(), "TERME_LONG", "Fin de l’année scolaire."));
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.evenements(m, "mesure.decidee", "avertissements")).containsExactly("TERME_LONG");
        assertThat(atelier.page(ref, m).get("auDela").asBoolean()).isTrue();
    }

    @Test
    void a_court_order_is_recorded_as_it_is_written_however_long_and_that_is_counted_too() throws Exception {
        Map<String, Object> d = atelier.judiciaire(30, atelier.enfant());
        d.put("baseLegale", "AEMO_RENFORCEE");
        d.put("terme", atelier.ilYA(30).plusYears(2));
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.evenements(m, "mesure.decidee", "avertissements")).containsExactly("TERME_LONG");
    }

    @Test
    void an_order_received_weeks_late_passes_with_a_reason() throws Exception {
        Map<String, Object> d = atelier.judiciaire(60, atelier.enfant());
        d.put("ordonnanceRecueLe", atelier.ilYA(45));
        atelier.refusee(ref, d).andExpect(jsonPath("$.avertissements[0].code").value("ORDONNANCE_TARDIVE"));
        d.put("ordonnanceRecueLe", atelier.ilYA(46));
        atelier.ouvrir(ref, d);
    }

    @Test
    void before_a_placement_third_parties_are_sought_or_it_is_said_why_not_except_in_an_emergency() throws Exception {
        Map<String, Object> d = atelier.placement(30, atelier.enfant());
        d.remove("tiersRecherches");
        atelier.refusee(ref, d).andExpect(jsonPath("$.erreurs[0].champ").value("tiersRecherches"));
        d.put("tiersRecherches", "NON");
        atelier.refusee(ref, d).andExpect(jsonPath("$.avertissements[*].code", hasItem("TIERS_NON_RECHERCHES")));
        d.remove("tiersRecherches");
        d.put("urgence", true);
        d.put("motifs", motifsDuService());
        atelier.ouvrir(ref, d);
    }

    @Test
    void a_start_before_the_decision_or_to_come_is_refused_and_one_without_agreement_passes_with_a_reason() throws Exception {
        UUID enfant = atelier.enfant();
        atelier.titulaire(enfant);
        Map<String, Object> d = atelier.administrative(30, enfant);
        d.put("produit", "AEDFG");
        d.put("intensite", null);
        UUID m = atelier.ouvrir(ref, d).get(0);
        refuse(m, "demarrage", "le", "le", atelier.ilYA(31));
        refuse(m, "demarrage", "le", "le", atelier.ilYA(-1));
        atelier.agir(ref, m, "demarrage", "le", atelier.ilYA(20)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("ACCORD_MANQUANT"));
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(20), "motifs", Map.of("ACCORD_MANQUANT", "Accord oral de la mère."));
        assertThat(atelier.ou(m)).containsExactly("EXERCEE", "exercer cdas-redon");
        assertThat(atelier.evenements(m, "mesure.demarree", "avertissements")).containsExactly("ACCORD_MANQUANT");
    }

    @Test
    void a_child_is_under_one_placement_at_a_time_even_when_two_start_together() throws Exception {
        UUID enfant = atelier.enfant();
        Map<String, Object> d = atelier.placement(30, enfant);
        d.put("motifs", motifsDuService());
        UUID premiere = atelier.ouvrir(ref, d).get(0);
        Map<String, Object> e = atelier.placement(20, enfant);
        e.put("motifs", avec(motifsDuService(), "MEME_PRODUIT#1", "Deux décisions."));
        UUID seconde = atelier.ouvrir(ref, e).get(0);
        CountDownLatch depart = new CountDownLatch(1);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        List<Future<Integer>> reponses = new ArrayList<>();
        for (UUID m : List.of(premiere, seconde)) {
            Callable<Integer> demarrer = () -> {
                depart.await();
                return atelier.agir(ref, m, "demarrage", "le", atelier.ilYA(10)).andReturn().getResponse().getStatus();
            };
            reponses.add(fils.submit(demarrer));
        }
        depart.countDown();
        assertThat(List.of(reponses.get(0).get(), reponses.get(1).get())).containsExactlyInAnyOrder(200, 422);
        fils.shutdown();
        assertThat(jdbc.sql("select count(*) from mesure where enfant_id = ? and etat = 'EXERCEE'").param(enfant).query(Integer.class).single()).isOne();
    }

    @Test
    void an_ended_measure_is_not_renewed_and_a_stale_form_is_told_who_acted() throws Exception {
        UUID m = exercee();
        long lue = atelier.version(m);
        atelier.fait(service, m, "suspension", "le", atelier.ilYA(20), "motif", "FUGUE");
        atelier.postee(ref, m, "reprise", Map.of("version", lue, "le", atelier.ilYA(10))).andExpect(status().isConflict());
        refuse(m, "reprise", "le", "le", atelier.ilYA(21));
        atelier.fait(ref, m, "fin", "le", atelier.ilYA(5), "motif", "OBJECTIFS_ATTEINTS", "suite", "AUCUNE");
        atelier.agir(ref, m, "renouvellement", "le", atelier.ilYA(1), "autorite", "JUGE_ENFANTS", "duree", "P1Y")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].message").value(org.hamcrest.Matchers.containsString("ne se renouvelle pas")));
        atelier.agir(service, m, "modulations", "le", atelier.ilYA(1), "intensite", "SIMPLE", "compteRendu", "x").andExpect(status().isNotFound());
    }

    @Test
    void a_modulation_is_accounted_for() throws Exception {
        UUID m = exercee();
        refuse(m, "modulations", "compteRendu", "le", atelier.ilYA(2), "intensite", "RENFORCEE");
        refuse(m, "modulations", "intensite", "le", atelier.ilYA(2), "intensite", "INCONNUE", "compteRendu", "x");
        refuse(m, "modulations", "le", "le", atelier.ilYA(81), "intensite", "RENFORCEE", "compteRendu", "x");
    }

    @Test
    void a_measure_does_not_lapse_before_its_term_nor_once_it_started() throws Exception {
        UUID enAttente = atelier.ouvrir(ref, atelier.judiciaire(30, atelier.enfant())).get(0);
        refuse(enAttente, "caducite", "le", "le", atelier.ilYA(1));
        atelier.agir(ref, exercee(), "caducite").andExpect(status().isConflict());
    }

    @Test
    void a_seventy_two_hour_reception_needs_its_hour() throws Exception {
        Map<String, Object> d = atelier.placement(2, atelier.enfant());
        d.put("baseLegale", "ACCUEIL_72H");
        d.put("produit", "ACCUEIL_URGENCE");
        d.put("autorite", "PRESIDENT");
        d.put("terme", null);
        d.put("urgence", true);
        d.put("motifs", avec(motifsDuService(), "SANS_TERME", "72 heures."));
        UUID m = atelier.ouvrir(ref, d).get(0);
        assertThat(atelier.ou(m)).as("no agreement is awaited").containsExactly("ATTENTE_EXERCICE", "demarrer svc-familial");
        refuse(m, "demarrage", "a", "le", atelier.ilYA(2));
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(2), "a", "18:30");
        assertThat(atelier.echeances(m)).anyMatch(e -> e.startsWith("ACCUEIL_72H " + atelier.ilYA(-1)));
    }

    private void refusee(String champ, Object... change) throws Exception {
        Map<String, Object> d = atelier.judiciaire(30, atelier.enfant());
        d.put((String) change[0], change[1]);
        atelier.refusee(ref, d).andExpect(jsonPath("$.erreurs[*].champ", hasItem(champ)));
    }

    private void refuse(UUID m, String acte, String champ, Object... champs) throws Exception {
        atelier.agir(ref, m, acte, champs).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", hasItem(champ)));
    }

    private UUID exercee() throws Exception {
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("serviceId", Atelier.SERVICE);
        d.put("motifs", motifsDuService());
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(service, m, "demarrage", "le", atelier.ilYA(80));
        return m;
    }

    private static Map<String, String> motifsDuService() {
        return Map.of("SERVICE_SANS_PRODUIT", "Convention en cours.", "SERVICE_COMPLET", "Ordonnance.");
    }

    private static Map<String, String> avec(Map<String, String> motifs, String code, String motif) {
        Map<String, String> tous = new java.util.HashMap<>(motifs);
        tous.put(code, motif);
        return tous;
    }
}
