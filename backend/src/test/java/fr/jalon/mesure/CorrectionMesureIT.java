package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back, act by act, and the derived tables that must say what the acts say. */
@TestIntegration
class CorrectionMesureIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ControleMesures periodes;
    @Autowired
    private ControleEcheancesMesures echeances;

    private UUID ref;
    private UUID service;

    @BeforeEach
    void venir() {
        ref = atelier.ref();
        service = atelier.service();
    }

    @Test
    void each_act_cancelled_brings_state_periods_dates_step_and_sight_back_to_what_they_were() throws Exception {
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("serviceId", Atelier.SERVICE);
        UUID m = atelier.ouvrir(ref, d).get(0);
        List<String> avantDemarrage = tout(m);
        atelier.fait(service, m, "demarrage", "le", atelier.ilYA(80));
        List<String> demarree = tout(m);
        atelier.fait(service, m, "rapports", "le", atelier.ilYA(30), "nature", "TERME", "proposition", "FIN");
        List<String> evaluee = tout(m);
        atelier.fait(ref, m, "fin", "le", atelier.ilYA(10), "motif", "OBJECTIFS_ATTEINTS", "suite", "AUCUNE");
        assertThat(tout(m)).isNotEqualTo(evaluee);

        annuler(ref, m);
        assertThat(tout(m)).isEqualTo(evaluee);
        accueil.lire(service, "/api/mesures/" + m).andExpect(status().isOk());
        annuler(ref, m);
        assertThat(tout(m)).isEqualTo(demarree);
        annuler(ref, m);
        assertThat(tout(m)).isEqualTo(avantDemarrage);
        assertThat(atelier.evenements(m, "mesure.demarree", "cadre")).isEmpty();
        assertThat(atelier.page(ref, m).get("actes").findValuesAsText("annuleMotif")).contains("Saisie sur le mauvais enfant.");
        assertThat(atelier.page(ref, m).get("acteAnnulable").isNull()).as("the decision goes with the measure").isTrue();
    }

    @Test
    void only_the_last_act_is_cancelled_and_with_a_reason() throws Exception {
        UUID m = exercee();
        String demarrage = acte(m, "DEMARRAGE");
        atelier.fait(service, m, "suspension", "le", atelier.ilYA(20), "motif", "FUGUE");
        atelier.agir(ref, m, "actes/" + demarrage + "/annulation", "motif", "Erreur.").andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("plus récent")));
        atelier.agir(ref, m, "actes/" + acte(m, "SUSPENSION") + "/annulation", "motif", " ").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        atelier.agir(ref, m, "actes/" + acte(m, "DECISION") + "/annulation", "motif", "Erreur.").andExpect(status().isConflict());
    }

    @Test
    void an_agreement_and_a_naming_cancelled_give_back_what_stood_before() throws Exception {
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        UUID m = atelier.ouvrir(ref, atelier.administrative(30, enfant)).get(0);
        atelier.fait(ref, m, "accords", "adulteId", mere, "statut", "DONNE", "le", atelier.ilYA(20));
        annuler(ref, m);
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_ACCORD", "recueillir-accord cdas-redon");
        assertThat(atelier.page(ref, m).at("/accords/0/statut").asText()).isEqualTo("ATTENDU");
        atelier.fait(ref, m, "referents", "genre", "PARCOURS", "nom", "Mme Un", "du", atelier.ilYA(15));
        atelier.fait(ref, m, "referents", "genre", "PARCOURS", "nom", "Mme Deux", "du", atelier.ilYA(10));
        annuler(ref, m);
        assertThat(atelier.page(ref, m).get("referents")).hasSize(1);
        assertThat(atelier.page(ref, m).at("/referents/0/nom").asText()).isEqualTo("Mme Un");
        assertThat(atelier.page(ref, m).at("/referents/0/au").isNull()).isTrue();
    }

    @Test
    void a_measure_entered_by_mistake_is_counted_nowhere_and_stays_readable() throws Exception {
        UUID m = exercee();
        atelier.fait(ref, m, "annulation", "motif", "Mauvais enfant.");
        assertThat(atelier.ou(m)).containsExactly("ANNULEE");
        assertThat(atelier.periodes(m)).isEmpty();
        assertThat(atelier.evenements(m, "mesure.decidee", "cadre")).isEmpty();
        assertThat(atelier.evenements(m, "mesure.annulee", "cadre")).hasSize(1);
        assertThat(atelier.echeances(m)).noneMatch(e -> e.endsWith("OUVERTE"));
        assertThat(atelier.page(ref, m).get("etat").asText()).isEqualTo("ANNULEE");
        atelier.agir(ref, m, "actes/" + acte(m, "ANNULATION") + "/annulation", "motif", "Erreur.").andExpect(status().isConflict());
    }

    @Test
    void the_nightly_check_finds_a_period_or_a_due_date_that_is_not_what_the_acts_say_and_the_rebuild_makes_it_so() throws Exception {
        UUID m = exercee();
        List<String> justes = tout(m);
        jdbc.sql("update periode set debut = debut - 3 where sujet_id = ? and genre = 'EXERCEE' and connu_au is null").param(m).update();
        jdbc.sql("update echeance set date_legale = date_legale + 9 where sujet_id = ? and genre = 'TERME_MESURE'").param(m).update();
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            assertThat(lus(periodes)).anyMatch(e -> e.cle().endsWith(m.toString()) && e.quoi().startsWith("EXERCEE"));
            assertThat(lus(echeances)).anyMatch(e -> e.cle().endsWith(m.toString()) && e.quoi().startsWith("TERME_MESURE"));
            transaction.executeWithoutResult(s -> periodes.reconstruire());
            transaction.executeWithoutResult(s -> echeances.reconstruire());
            assertThat(lus(periodes)).noneMatch(e -> e.cle().endsWith(m.toString()));
            return null;
        });
        assertThat(tout(m)).isEqualTo(justes);
    }

    @Test
    void measures_follow_the_child_through_a_merge() throws Exception {
        UUID m = exercee();
        UUID absorbe = UUID.fromString(atelier.page(ref, m).at("/enfant/id").asText());
        UUID garde = atelier.enfant();
        jdbc.sql("update enfant set fusionne_vers = ? where id = ?").params(garde, absorbe).update();
        assertThat(atelier.page(ref, m).at("/enfant/id").asText()).isEqualTo(garde.toString());
        Map<String, Object> placement = atelier.placement(30, garde);
        UUID autre = atelier.ouvrir(ref, placement).get(0);
        atelier.fait(ref, autre, "demarrage", "le", atelier.ilYA(20));
        Map<String, Object> seconde = atelier.placement(10, absorbe);
        seconde.put("motifs", Map.of("SERVICE_SANS_PRODUIT", "x", "SERVICE_COMPLET", "x", "MEME_PRODUIT#1", "Deux décisions."));
        UUID deux = atelier.ouvrir(ref, seconde).get(0);
        atelier.agir(ref, deux, "demarrage", "le", atelier.ilYA(5)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].message").value(containsString("déjà confié")));
    }

    private List<TableDerivee.Ecart> lus(TableDerivee table) {
        return transaction.execute(s -> table.ecarts());
    }

    private void annuler(UUID qui, UUID m) throws Exception {
        atelier.fait(qui, m, "actes/" + atelier.page(qui, m).get("acteAnnulable").asText() + "/annulation", "motif", "Saisie sur le mauvais enfant.");
    }

    private String acte(UUID m, String genre) {
        return jdbc.sql("select id::text from mesure_acte where mesure_id = ? and genre = ? and annule_le is null").params(m, genre)
                .query(String.class).single();
    }

    private List<String> tout(UUID m) {
        List<String> tout = new java.util.ArrayList<>(atelier.ou(m));
        tout.addAll(atelier.periodes(m));
        tout.addAll(atelier.echeances(m));
        return tout;
    }

    private UUID exercee() throws Exception {
        Map<String, Object> d = atelier.judiciaire(100, atelier.enfant());
        d.put("serviceId", Atelier.SERVICE);
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(service, m, "demarrage", "le", atelier.ilYA(80));
        return m;
    }
}
