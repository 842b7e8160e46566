package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the meeting to the hand-over, then the revisions, on the real engine and PostgreSQL. */
@TestIntegration
class VieProjetIT {

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ControleProjets controle;
    @Autowired
    private ControleEcheancesProjets controleEcheances;
    @Autowired
    private RattrapageProjets rattrapage;

    private Atelier mesures;
    private UUID ref;
    private UUID referent;
    private UUID enfant;

    @BeforeEach
    void personnes() {
        mesures = atelier.mesures();
        ref = mesures.ref();
        referent = mesures.referent();
        enfant = mesures.enfant();
    }

    private LocalDate ilYA(int jours) {
        return atelier.ilYA(jours);
    }

    @Test
    void from_the_invitation_to_the_hand_over_each_act_moves_the_path_and_the_content_is_frozen() throws Exception {
        UUID mere = mesures.titulaire(enfant);
        atelier.mesure(60, enfant);
        UUID p = atelier.projet(enfant);
        atelier.fait(referent, p, "referent", "utilisateurId", referent, "le", ilYA(59));
        atelier.fait(referent, p, "invitations", "le", ilYA(50), "prevueLe", ilYA(40), "lieu", "CDAS", "personnes",
                List.of(AtelierProjet.enfantPresent(), atelier.titulaire(mere, null)));
        assertThat(atelier.ou(p)).containsExactly("A_RENCONTRER", "rencontrer cdas-redon");
        JsonNode prevue = atelier.page(referent, p).at("/rencontres/0");
        List<Map<String, Object>> venus = new ArrayList<>();
        for (JsonNode x : prevue.get("personnes")) {
            Map<String, Object> v = new LinkedHashMap<>();
            v.put("id", x.get("id").asText());
            v.put("qualite", x.get("qualite").asText());
            v.put("presence", "PRESENTE");
            v.put("avis", "TITULAIRE".equals(x.get("qualite").asText()) ? "Je ne suis pas d’accord avec le placement." : null);
            venus.add(v);
        }
        atelier.fait(referent, p, "rencontres", "rencontreId", prevue.get("id").asText(), "statut", "TENUE", "le", ilYA(40), "personnes", venus,
                "paroleEnfant", "Je veux voir ma sœur.", "desaccords", "La mère ne veut pas de l’internat.");
        assertThat(atelier.ou(p)).containsExactly("A_ECRIRE", "rediger cdas-redon");
        assertThat(atelier.echeances(p)).contains("RENCONTRE_PARTAGEE " + ilYA(60).plusMonths(3) + " SATISFAITE");
        UUID version = atelier.versionId(p);
        for (String domaine : List.of("developpement", "relations", "scolarite")) {
            atelier.objectif(version, domaine);
        }
        atelier.fait(referent, p, "proposition");
        assertThat(atelier.ou(p)).containsExactly("A_ETABLIR", "etablir cdas-redon");
        atelier.fait(ref, p, "retour", "motif", "Préciser la scolarité.");
        assertThat(atelier.ou(p)).containsExactly("A_ECRIRE", "rediger cdas-redon");
        atelier.fait(referent, p, "proposition");
        atelier.fait(ref, p, "etablissement", "le", ilYA(30), "signataireId", atelier.signataire());
        assertThat(atelier.ou(p)).containsExactly("A_REMETTRE", "remettre cdas-redon");
        assertThat(atelier.echeances(p)).containsExactly("PROJET " + ilYA(60).plusMonths(3) + " SATISFAITE",
                "RENCONTRE_PARTAGEE " + ilYA(60).plusMonths(3) + " SATISFAITE", "REVISION_PROJET " + ilYA(30).plusMonths(12) + " OUVERTE");
        assertThat(atelier.periodes(p)).containsExactly("PROJET " + ilYA(60) + "→ cdas-redon MEP",
                "PROJET_VALIDE " + ilYA(30) + "→" + ilYA(30).plusMonths(12).plusDays(1) + " cdas-redon MEP mep");
        atelier.fait(referent, p, "signatures", "signatures", List.of(Map.of("qualite", "TITULAIRE", "adulteId", mere, "statut", "REFUSEE"),
                Map.of("qualite", "ENFANT", "statut", "SIGNEE", "le", ilYA(29).toString())));
        atelier.fait(referent, p, "remises", "remises", List.of(Map.of("destinataire", "TITULAIRE", "adulteId", mere, "moyen", "MAIN_PROPRE", "le",
                ilYA(25).toString()), Map.of("destinataire", "JUGE", "moyen", "COURRIER", "le", ilYA(24).toString())));
        assertThat(atelier.ou(p)).containsExactly("SUIVI", "suivre cdas-redon");
        JsonNode page = atelier.page(ref, p);
        assertThat(page.get("valide").asBoolean()).isTrue();
        assertThat(page.at("/versions/0/etat").asText()).isEqualTo("REMISE");
        assertThat(page.at("/versions/0/empreinte").asText()).hasSize(64);
        assertThat(page.get("signatures").findValuesAsText("statut")).containsExactlyInAnyOrder("REFUSEE", "SIGNEE");
        assertThat(page.get("remises").findValuesAsText("destinataire")).containsExactly("TITULAIRE", "JUGE");
        assertThat(page.at("/referent/utilisateurId").asText()).isEqualTo(referent.toString());
        assertThat(page.at("/rencontres/0/desaccords").asText()).isEqualTo("La mère ne veut pas de l’internat.");
        sansEcart(p);
    }

    @Test
    void what_the_law_leaves_to_judgement_is_warned_of_and_counted_with_its_reason() throws Exception {
        atelier.mesure(100, enfant);
        UUID p = atelier.projet(enfant);
        UUID version = atelier.versionId(p);
        UUID o = atelier.objectif(version, "relations");
        jdbc.sql("insert into projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle) values (?, ?, ?, ?, 0, 'ENFANT', 'Action')")
                .params(Ids.nouveau(), version, o, Ids.nouveau()).update();
        UUID signataire = atelier.signataire();
        assertThat(accueil.lu(ref, "/api/projets/" + p + "/points").findValuesAsText("code"))
                .containsExactly("DOMAINE_VIDE", "PARENTS_JAMAIS_VENUS", "ACTION_SANS_RESPONSABLE");
        atelier.agir(ref, p, "etablissement", "le", ilYA(2), "signataireId", signataire).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements.length()").value(3));
        atelier.fait(ref, p, "etablissement", "le", ilYA(2), "signataireId", signataire, "motifs", Map.of("DOMAINE_VIDE", "Rien à dire de l’école.",
                "PARENTS_JAMAIS_VENUS", "Trois invitations sans réponse.", "ACTION_SANS_RESPONSABLE", "À trouver."));
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'avertissements' from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'projet.etabli'""").param(p).query(String.class).single())
                .isEqualTo("ACTION_SANS_RESPONSABLE,DOMAINE_VIDE,PARENTS_JAMAIS_VENUS");
        atelier.agir(referent, p, "rencontres", "statut", "TENUE", "le", ilYA(1), "personnes", List.of(AtelierProjet.enfantPresent()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("RENCONTRE_APRES_ETABLISSEMENT"));
        atelier.fait(referent, p, "rencontres", "statut", "TENUE", "le", ilYA(1), "personnes", List.of(AtelierProjet.enfantPresent()), "motifs",
                Map.of("RENCONTRE_APRES_ETABLISSEMENT", "La mère est revenue ensuite."));
        assertThat(atelier.ou(p)).startsWith("A_REMETTRE");
    }

    @Test
    void a_projet_established_late_says_so_and_leaves_coverage_to_be_read() throws Exception {
        atelier.mesure(120, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 10);
        assertThat(jdbc.sql("select details ->> 'aTemps' from projet_acte where projet_id = ? and genre = 'ETABLISSEMENT'").param(p)
                .query(String.class).single()).isEqualTo("NON");
    }

    @Test
    void under_two_the_revision_comes_after_six_months_and_a_revision_opens_the_next_version_from_the_last() throws Exception {
        enfant = mesures.enfant(ilYA(540));
        atelier.mesure(200, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 150);
        assertThat(atelier.echeances(p)).contains("REVISION_PROJET " + ilYA(150).plusMonths(6) + " OUVERTE");
        atelier.fait(referent, p, "remises", "remises", List.of(Map.of("destinataire", "JUGE", "moyen", "COURRIER", "le", ilYA(149).toString())));
        UUID premiere = atelier.versionId(p);
        atelier.fait(referent, p, "revisions", "motif", "ECHEANCE", "le", ilYA(20));
        assertThat(atelier.ou(p)).containsExactly("A_PREPARER", "preparer cdas-redon");
        UUID seconde = atelier.versionId(p);
        assertThat(seconde).isNotEqualTo(premiere);
        assertThat(jdbc.sql("select count(*) from projet_objectif a join projet_objectif b on b.lignee = a.lignee where a.version_id = ? and b.version_id = ?")
                .params(premiere, seconde).query(Long.class).single()).as("the same lines go on").isEqualTo(3);
        assertThat(atelier.page(ref, p).get("valide").asBoolean()).as("established and not past its revision").isTrue();
        atelier.etabli(p, 5);
        assertThat(atelier.periodes(p)).filteredOn(x -> x.startsWith("PROJET_VALIDE")).as("under two still: one period, moved by the next establishment")
                .containsExactly("PROJET_VALIDE " + ilYA(150) + "→" + ilYA(5).plusMonths(6).plusDays(1) + " cdas-redon MEP mep");
        assertThat(atelier.page(ref, p).get("versions")).hasSize(2);
        sansEcart(p);
    }

    @Test
    void a_situation_report_asks_what_becomes_of_each_objective_and_one_adjusted_opens_the_revision() throws Exception {
        UUID m = atelier.mesure(200, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 150);
        mesures.fait(mesures.service(), m, "rapports", "le", ilYA(30), "nature", "SITUATION");
        assertThat(atelier.echeances(p)).contains("BILAN_PROJET " + ilYA(30).plusMonths(1) + " OUVERTE");
        JsonNode page = atelier.page(referent, p);
        String rapport = page.at("/rapports/0/id").asText();
        List<String> lignees = page.get("objectifs").findValuesAsText("lignee");
        atelier.agir(referent, p, "bilans", "rapportId", rapport, "le", ilYA(20), "objectifs", List.of(Map.of("lignee", lignees.get(0), "sens", "MAINTENU")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("objectifs"));
        atelier.fait(referent, p, "bilans", "rapportId", rapport, "le", ilYA(20), "objectifs", List.of(Map.of("lignee", lignees.get(0), "sens", "MAINTENU"),
                Map.of("lignee", lignees.get(1), "sens", "FINI", "texte", "Atteint."), Map.of("lignee", lignees.get(2), "sens", "AJUSTE")));
        assertThat(atelier.echeances(p)).contains("BILAN_PROJET " + ilYA(30).plusMonths(1) + " SATISFAITE");
        assertThat(atelier.ou(p)).startsWith("A_PREPARER");
        assertThat(jdbc.sql("select count(*) from projet_objectif where version_id = ?").param(atelier.versionId(p)).query(Long.class).single())
                .as("what is ended does not go on").isEqualTo(2);
        sansEcart(p);
    }

    @Test
    void a_report_whose_objectives_are_all_kept_opens_no_revision() throws Exception {
        UUID m = atelier.mesure(200, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 150);
        mesures.fait(mesures.service(), m, "rapports", "le", ilYA(30), "nature", "SITUATION");
        JsonNode page = atelier.page(referent, p);
        List<Map<String, String>> gardes = page.get("objectifs").findValuesAsText("lignee").stream().map(l -> Map.of("lignee", l, "sens", "MAINTENU")).toList();
        atelier.fait(referent, p, "bilans", "rapportId", page.at("/rapports/0/id").asText(), "le", ilYA(20), "objectifs", gardes);
        assertThat(atelier.ou(p)).startsWith("A_REMETTRE");
    }

    @Test
    void a_measure_that_starts_after_the_establishment_asks_for_a_revision_met_by_the_next_one() throws Exception {
        atelier.mesure(200, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 150);
        UUID m2 = atelier.mesure(mesures.placement(105, enfant), 100);
        assertThat(atelier.ou(p)).startsWith("A_PREPARER");
        assertThat(atelier.page(ref, p).at("/motifRevision/code").asText()).isEqualTo("MESURE");
        assertThat(atelier.echeances(p)).contains("REVISION_MESURE " + ilYA(100).plusMonths(3) + " OUVERTE");
        assertThat(atelier.periodes(p)).filteredOn(x -> x.startsWith("PROJET ")).containsExactly("PROJET " + ilYA(200) + "→" + ilYA(100) + " cdas-redon MEP",
                "PROJET " + ilYA(100) + "→ cdas-redon PLACEMENT");
        atelier.etabli(p, 20);
        assertThat(atelier.echeances(p)).contains("REVISION_MESURE " + ilYA(100).plusMonths(3) + " SATISFAITE");
        // The placement never started after all: nothing of its revision stays, what was established since does.
        mesures.fait(ref, m2, "annulation", "motif", "Erreur.");
        assertThat(atelier.actes(p)).noneMatch(a -> a.startsWith("REVISION")).anyMatch(a -> a.equals("ETABLISSEMENT " + ilYA(20)));
        sansEcart(p);
    }

    @Test
    void on_re_entry_what_was_established_before_is_not_valid_until_established_again() throws Exception {
        UUID m = atelier.mesure(300, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 250);
        atelier.finir(m, 200);
        atelier.mesure(50, enfant);
        assertThat(atelier.ou(p)).startsWith("A_PREPARER");
        JsonNode page = atelier.page(ref, p);
        assertThat(page.get("valide").asBoolean()).isFalse();
        assertThat(page.at("/motifRevision/code").asText()).isEqualTo("REPRISE");
        assertThat(atelier.echeances(p)).containsExactly("PROJET " + ilYA(300).plusMonths(3) + " SATISFAITE",
                "RENCONTRE_PARTAGEE " + ilYA(300).plusMonths(3) + " SATISFAITE", "REVISION_MESURE " + ilYA(50).plusMonths(3) + " OUVERTE");
        atelier.etabli(p, 10);
        assertThat(atelier.periodes(p)).filteredOn(x -> x.startsWith("PROJET_VALIDE")).containsExactly(
                "PROJET_VALIDE " + ilYA(250) + "→" + ilYA(200) + " cdas-redon MEP mep",
                "PROJET_VALIDE " + ilYA(10) + "→" + ilYA(10).plusMonths(12).plusDays(1) + " cdas-redon MEP mep");
        sansEcart(p);
    }

    @Test
    void a_child_who_comes_of_age_within_the_three_months_keeps_the_projet_told_apart() throws Exception {
        enfant = mesures.enfant(ilYA(30).minusYears(18));
        Map<String, Object> d = mesures.judiciaire(65, enfant);
        d.put("motifs", Map.of("APRES_MAJORITE#1", "Ordonnance.", "SERVICE_SANS_PRODUIT", "x", "SERVICE_COMPLET", "x"));
        atelier.mesure(d, 60);
        UUID p = atelier.projet(enfant);
        assertThat(atelier.ou(p)).startsWith("A_PREPARER");
        assertThat(atelier.page(ref, p).get("majeur").asBoolean()).isTrue();
        assertThat(jdbc.sql("select majeur_le from projet where id = ?").param(p).query(LocalDate.class).single()).isEqualTo(ilYA(30));
    }

    @Test
    void actions_become_tasks_of_their_owner_on_their_day_and_end_when_done_or_left_out() throws Exception {
        atelier.mesure(60, enfant);
        UUID p = atelier.projet(enfant);
        UUID version = atelier.versionId(p);
        UUID o = atelier.objectif(version, "relations");
        UUID commencee = atelier.action(version, o, ilYA(10), ilYA(-30), null);
        UUID future = atelier.action(version, o, ilYA(-5), ilYA(-60), null);
        UUID deService = atelier.action(version, o, null, ilYA(-20), Atelier.SERVICE);
        jdbc.sql("update projet_action set utilisateur_id = ? where lignee = ?").params(referent, commencee).update();
        assertThat(jdbc.sql("select count(*) from tache where sujet_id = ? and etape = 'faire-action'").param(p).query(Long.class).single()).isZero();
        atelier.etabli(p, 5);
        assertThat(objets(p)).containsExactlyInAnyOrder(commencee, deService);
        assertThat(jdbc.sql("select s.titulaire_id from tache t join tache_suivi s on s.tache_id = t.id where t.objet_id = ?").param(commencee)
                .query(UUID.class).single()).isEqualTo(referent);
        assertThat(jdbc.sql("select date_legale from tache where objet_id = ?").param(commencee).query(LocalDate.class).single()).isEqualTo(ilYA(-30));
        // The morning after its first day, the future one is a task too.
        jdbc.sql("update projet_action set debut = ? where lignee = ?").params(ilYA(0), future).update();
        rattrapage.rattraper();
        assertThat(objets(p)).containsExactlyInAnyOrder(commencee, deService, future);
        atelier.fait(referent, p, "actions/" + commencee + "/fin", "issue", "FAITE", "le", ilYA(1));
        UUID service = mesures.service();
        atelier.agir(service, p, "actions/" + future + "/fin", "issue", "FAITE", "le", ilYA(1)).andExpect(status().isForbidden());
        atelier.fait(service, p, "actions/" + deService + "/fin", "issue", "ABANDONNEE", "le", ilYA(1), "texte", "La famille a déménagé.");
        assertThat(objets(p)).containsExactly(future);
        atelier.agir(referent, p, "actions/" + commencee + "/fin", "issue", "FAITE", "le", ilYA(0)).andExpect(status().isConflict());
        assertThat(atelier.echeances(p)).contains("ACTION_PROJET " + ilYA(-30) + " SATISFAITE", "ACTION_PROJET " + ilYA(-60) + " OUVERTE");
        // A revision goes on with the tasks under way.
        atelier.fait(referent, p, "revisions", "motif", "SITUATION", "le", ilYA(0));
        assertThat(objets(p)).containsExactly(future);
        assertThat(jdbc.sql("select etape from tache where sujet_id = ? and objet_id is null").param(p).query(String.class).list()).containsExactly("preparer");
        sansEcart(p);
    }

    @Test
    void a_birth_corrected_and_a_measure_without_projet_are_caught_up_with_the_next_morning_and_twice_changes_nothing() throws Exception {
        atelier.mesure(200, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 150);
        assertThat(atelier.echeances(p)).contains("REVISION_PROJET " + ilYA(150).plusMonths(12) + " OUVERTE");
        jdbc.sql("update enfant set naissance_le = ? where id = ?").params(ilYA(600), enfant).update();
        UUID ancien = mesures.enfant();
        atelier.mesure(40, ancien);
        UUID oublie = atelier.projet(ancien);
        // As after a measure brought in behind the house's back: nobody has opened anything.
        jdbc.sql("update projet set etat = 'ANNULE' where id = ?").param(oublie).update();
        rattrapage.rattraper();
        assertThat(atelier.echeances(p)).as("under two the day it was established").contains("REVISION_PROJET " + ilYA(150).plusMonths(6) + " OUVERTE");
        assertThat(atelier.periodes(p)).contains("PROJET_VALIDE " + ilYA(150) + "→" + ilYA(150).plusMonths(6).plusDays(1) + " cdas-redon MEP mep");
        UUID retrouve = atelier.projet(ancien);
        assertThat(atelier.ou(retrouve)).containsExactly("A_PREPARER", "preparer cdas-redon");
        long version = atelier.version(p);
        rattrapage.rattraper();
        assertThat(atelier.version(p)).isEqualTo(version);
        sansEcart(p);
        sansEcart(retrouve);
    }

    private List<UUID> objets(UUID p) {
        return jdbc.sql("select objet_id from tache where sujet_id = ? and etape = 'faire-action'").param(p).query(UUID.class).list();
    }

    @Test
    void a_service_reads_its_actions_alone_and_nothing_else_of_the_child() throws Exception {
        UUID mere = mesures.titulaire(enfant);
        UUID m = atelier.mesure(60, enfant);
        UUID p = atelier.projet(enfant);
        UUID o = atelier.objectif(atelier.versionId(p), "relations");
        atelier.action(atelier.versionId(p), o, null, ilYA(-20), Atelier.SERVICE);
        UUID autre = atelier.action(atelier.versionId(p), o, null, ilYA(-20), null);
        atelier.etabli(p, 5);
        atelier.fait(referent, p, "avis", "adulteId", mere, "le", ilYA(4), "sens", "DESACCORD", "texte", "Je ne suis pas d’accord.");
        UUID service = mesures.service();
        JsonNode page = atelier.page(service, p);
        assertThat(page.get("limiteService").asBoolean()).isTrue();
        assertThat(page.get("actions")).hasSize(1);
        assertThat(page.get("rencontres")).isEmpty();
        assertThat(page.get("actes")).isEmpty();
        assertThat(page.get("signatures")).isEmpty();
        assertThat(page.toString()).doesNotContain("pas d’accord", autre.toString(), mere.toString());
        assertThat(page.at("/enfant/visible").asBoolean()).isFalse();
        accueil.lire(service, "/api/enfants/" + enfant).andExpect(status().isNotFound());
        accueil.lire(gens.de(Role.SERVICE_HABILITE, "svc-semo"), "/api/projets/" + p).andExpect(status().isNotFound());
        atelier.finir(m, 1);
        accueil.lire(service, "/api/projets/" + p).andExpect(status().isNotFound());
    }

    @Test
    void the_last_act_is_cancelled_with_its_reason_and_everything_follows_back() throws Exception {
        atelier.mesure(60, enfant);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, 20);
        UUID version = atelier.versionId(p);
        atelier.fait(referent, p, "remises", "remises", List.of(Map.of("destinataire", "JUGE", "moyen", "COURRIER", "le", ilYA(19).toString())));
        atelier.fait(referent, p, "revisions", "motif", "DEMANDE", "le", ilYA(10));
        annulerLeDernier(p);
        assertThat(atelier.ou(p)).containsExactly("SUIVI", "suivre cdas-redon");
        annulerLeDernier(p);
        assertThat(atelier.ou(p)).containsExactly("A_REMETTRE", "remettre cdas-redon");
        annulerLeDernier(p);
        assertThat(atelier.ou(p)).containsExactly("A_ECRIRE", "rediger cdas-redon");
        assertThat(atelier.versionId(p)).isEqualTo(version);
        assertThat(jdbc.sql("select etat || coalesce(empreinte, '') from projet_version where id = ?").param(version).query(String.class).single()).isEqualTo("EN_COURS");
        assertThat(atelier.echeances(p)).contains("PROJET " + ilYA(60).plusMonths(3) + " OUVERTE");
        annulerLeDernier(p);
        assertThat(atelier.ou(p)).containsExactly("A_PREPARER", "preparer cdas-redon");
        JsonNode page = atelier.page(ref, p);
        assertThat(page.get("acteAnnulable").isNull()).as("what the measures make is corrected there").isTrue();
        String ouverture = page.at("/actes").findValuesAsText("id").get(page.get("actes").size() - 1);
        atelier.agir(ref, p, "actes/" + ouverture + "/annulation", "motif", "Essai").andExpect(status().isConflict());
        sansEcart(p);
    }

    private void annulerLeDernier(UUID p) throws Exception {
        atelier.fait(ref, p, "actes/" + atelier.page(ref, p).get("acteAnnulable").asText() + "/annulation", "motif", "Erreur de saisie.");
    }

    private void sansEcart(UUID p) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            for (TableDerivee t : List.of(controle, controleEcheances)) {
                assertThat(transaction.<List<TableDerivee.Ecart>>execute(s -> t.ecarts())).noneMatch(e -> e.cle().endsWith(p.toString()));
            }
            return null;
        });
    }
}
