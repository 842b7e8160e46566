package fr.jalon.autonomie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import fr.jalon.processus.Processus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No minor in care reaches seventeen unseen, whatever happened to the timers. */
@TestIntegration
class RattrapageIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Jeunes jeunes;
    @Autowired
    private Rattrapage rattrapage;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Processus processus;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private UUID ref;

    @BeforeEach
    void venir() {
        ref = atelier.ref();
    }

    private LocalDate age(int ans, int mois) {
        return jeunes.aujourdhui().minusYears(ans).minusMonths(mois);
    }

    @Test
    void entering_care_at_seventeen_and_a_half_opens_the_path_at_once_as_soon_as_possible() throws Exception {
        UUID enfant = atelier.enfant(age(17, 6));
        jeunes.confie(ref, enfant, 5);
        UUID a = jeunes.ouvert(enfant);
        assertThat(jeunes.ou(a)).containsExactly("PREPARATION", "preparer-entretien");
        assertThat(jeunes.echeances(a)).anyMatch(e -> e.startsWith("ENTRETIEN_17_TARDIF " + atelier.ilYA(5).plusMonths(2)));
        assertThat(jeunes.liste(ref, VueJeunes.ENTRES_TARD)).contains(enfant.toString());
        assertThat(jeunes.liste(ref, VueJeunes.EN_RETARD)).doesNotContain(enfant.toString());
    }

    @Test
    void a_file_written_in_bulk_is_found_by_the_catch_up_and_the_second_run_changes_nothing() throws Exception {
        UUID enfant = atelier.enfant(age(17, 6));
        jeunes.confie(ref, enfant, 900);
        oublier(enfant);
        rattrapage.rattraper();
        UUID a = jeunes.ouvert(enfant);
        assertThat(jeunes.echeances(a)).contains("ENTRETIEN_17 " + age(17, 6).plusYears(17) + " OUVERTE");
        assertThat(jeunes.reperes(a)).contains("BILAN_SANTE", "CAF_CPAM");
        String avant = empreinte(a);
        rattrapage.rattraper();
        assertThat(rattrapage.chercher()).doesNotContain(enfant);
        assertThat(empreinte(a)).isEqualTo(avant);
    }

    @Test
    void under_sixteen_outside_care_or_not_admitted_nobody_has_a_path() throws Exception {
        UUID jeune = atelier.enfant(age(15, 11));
        jeunes.confie(ref, jeune, 30);
        UUID domicile = atelier.enfant(age(16, 6));
        atelier.fait(ref, atelier.ouvrir(ref, atelier.judiciaire(60, domicile)).get(0), "dates", "genre", "ORDONNANCE_RECUE", "le", atelier.ilYA(50));
        UUID direct = atelier.enfant(age(16, 6));
        Map<String, Object> tdc = atelier.placement(60, direct);
        tdc.put("baseLegale", "PLACEMENT_TIERS");
        tdc.put("produit", "TDC");
        tdc.remove("serviceId");
        tdc.remove("tiersRecherches");
        tdc.put("motifs", Map.of("APRES_MAJORITE#1", "Ordonnance."));
        UUID m = atelier.ouvrir(ref, tdc).get(0);
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(50));
        UUID psdm = atelier.enfant(age(16, 6));
        jdbc.sql("update enfant set personne_se_declarant_mineure = true where id = ?").param(psdm).update();
        jeunes.confie(ref, psdm, 30);
        rattrapage.rattraper();
        for (UUID e : List.of(jeune, domicile, direct, psdm)) {
            assertThat(jeunes.parcours(e)).isEmpty();
        }
        assertThat(jeunes.liste(ref, VueJeunes.CONFIES_DIRECTEMENT)).contains(direct.toString()).doesNotContain(psdm.toString());
        // Admitted as a minor, the person has their path at once.
        corriger(psdm, age(16, 6), false);
        assertThat(jeunes.ou(jeunes.ouvert(psdm))).containsExactly("PREPARATION", "preparer-entretien");
    }

    @Test
    void a_corrected_birth_date_moves_every_date_and_keeps_what_it_was() throws Exception {
        UUID enfant = atelier.enfant(age(16, 2));
        jeunes.confie(ref, enfant, 400);
        UUID a = jeunes.ouvert(enfant);
        LocalDate jugee = age(17, 1);
        corriger(enfant, jugee, false);
        assertThat(jeunes.echeances(a)).contains("ENTRETIEN_17 " + jugee.plusYears(17) + " OUVERTE", "MAJORITE " + jugee.plusYears(18) + " OUVERTE");
        assertThat(jeunes.liste(ref, VueJeunes.EN_RETARD)).contains(enfant.toString());
        assertThat(Jeunes.codes(jeunes.page(ref, a), "alertes")).contains("ENTRETIEN_EN_RETARD");
        assertThat(jdbc.sql("select details ->> 'avant' from autonomie_acte where autonomie_id = ? and genre = 'NAISSANCE'").param(a)
                .query(String.class).list()).containsExactly(age(16, 2).toString());
        assertThat(jeunes.evenements(a, "echeance.deplacee", "dateLegale")).contains(jugee.plusYears(17).toString());
        assertThat(jeunes.reperes(a)).contains("BANQUE");
        // Younger after all: what was late is early again, and landmarks not yet due are withdrawn.
        corriger(enfant, age(16, 1), false);
        assertThat(jeunes.echeances(a)).contains("ENTRETIEN_17 " + age(16, 1).plusYears(17) + " OUVERTE");
        assertThat(jeunes.reperes(a)).doesNotContain("BANQUE");
        // Written behind the house's back, the catch-up finds it.
        jdbc.sql("update enfant set naissance_le = ? where id = ?").params(age(16, 3), enfant).update();
        rattrapage.rattraper();
        assertThat(jeunes.echeances(a)).contains("ENTRETIEN_17 " + age(16, 3).plusYears(17) + " OUVERTE");
    }

    @Test
    void what_was_lost_of_the_engine_of_the_tasks_or_of_the_dates_is_mended() throws Exception {
        UUID enfant = atelier.enfant(age(16, 7));
        jeunes.confie(ref, enfant, 400);
        UUID a = jeunes.ouvert(enfant);
        IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.<Object>execute(s -> {
            processus.annuler(Sujet.autonomie(a));
            return null;
        }));
        jdbc.sql("delete from tache where sujet_id = ?").param(a).update();
        jdbc.sql("delete from rappel where sujet_id = ?").param(a).update();
        jdbc.sql("delete from echeance where sujet_id = ?").param(a).update();
        rattrapage.rattraper();
        assertThat(jeunes.ou(a)).containsExactly("PREPARATION", "preparer-entretien");
        assertThat(jeunes.reperes(a)).contains("BILAN_SANTE", "BANQUE");
        assertThat(jeunes.echeances(a)).anyMatch(e -> e.startsWith("ENTRETIEN_17 "));
        assertThat(rattrapage.chercher()).doesNotContain(enfant);
    }

    @Test
    void leaving_care_as_a_minor_asks_for_the_exit_form_and_coming_back_opens_the_path_again() throws Exception {
        UUID enfant = atelier.enfant(age(16, 7));
        UUID m = jeunes.confie(ref, enfant, 300);
        UUID a = jeunes.ouvert(enfant);
        jeunes.finir(ref, m, atelier.ilYA(20), "MAINLEVEE");
        assertThat(jeunes.ou(a)).containsExactly("SORTIE", "remplir-sortie");
        assertThat(jeunes.reperes(a)).isEmpty();
        jeunes.fait(ref, a, "sortie", "le", atelier.ilYA(20), "motif", "RETOUR_FAMILLE", "logement", "RETOUR_DOMICILE", "logementStable", true,
                "ressources", false, "activite", true, "souhaitee", true);
        assertThat(jeunes.ou(a)).containsExactly("CLOSE");
        jeunes.confie(ref, enfant, 2);
        assertThat(jeunes.ou(a)).containsExactly("PREPARATION", "preparer-entretien");
        assertThat(jeunes.periodes(a)).hasSize(2);
        assertThat(jeunes.reperes(a)).contains("BILAN_SANTE");
    }

    @Test
    void two_files_united_go_on_with_one_path_and_the_catch_up_has_nothing_left() throws Exception {
        UUID premier = atelier.enfant(age(16, 7));
        jeunes.confie(ref, premier, 300);
        UUID second = atelier.enfant(age(16, 7));
        UUID m = jeunes.confie(ref, second, 200);
        jeunes.finir(ref, m, atelier.ilYA(100), "MAINLEVEE");
        UUID ancien = jeunes.ouvert(premier);
        UUID nouveau = jeunes.ouvert(second);
        jdbc.sql("update enfant set fusionne_vers = ? where id = ?").params(second, premier).update();
        jdbc.sql("update enfant set naissance_le = ? where id = ?").params(age(16, 8), second).update();
        rattrapage.rattraper();
        assertThat(jeunes.ou(ancien)).containsExactly("PREPARATION", "preparer-entretien");
        assertThat(jeunes.echeances(ancien)).contains("ENTRETIEN_17 " + age(16, 8).plusYears(17) + " OUVERTE");
        assertThat(jeunes.ou(nouveau)).containsExactly("CLOSE");
        rattrapage.rattraper();
        assertThat(rattrapage.chercher()).doesNotContain(premier, second);
    }

    @Test
    void a_measure_entered_by_mistake_leaves_no_path_that_counts() throws Exception {
        UUID enfant = atelier.enfant(age(16, 7));
        UUID m = jeunes.confie(ref, enfant, 30);
        UUID a = jeunes.ouvert(enfant);
        atelier.fait(ref, m, "annulation", "motif", "Erreur d’enfant.");
        assertThat(jeunes.ou(a)).containsExactly("CLOSE");
        assertThat(jeunes.periodes(a)).isEmpty();
    }

    @Test
    void the_death_of_the_young_person_closes_everything() throws Exception {
        UUID enfant = atelier.enfant(age(16, 7));
        jeunes.confie(ref, enfant, 30);
        UUID a = jeunes.ouvert(enfant);
        jdbc.sql("update enfant set deces_le = ? where id = ?").params(atelier.ilYA(1), enfant).update();
        rattrapage.rattraper();
        assertThat(jeunes.ou(a)).containsExactly("CLOSE");
        assertThat(jeunes.reperes(a)).isEmpty();
        assertThat(jeunes.echeances(a)).noneMatch(e -> e.endsWith("OUVERTE"));
        assertThat(rattrapage.chercher()).doesNotContain(enfant);
    }

    private void corriger(UUID enfant, LocalDate naissance, boolean psdm) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.<Object>execute(s -> {
            long version = jdbc.sql("select version from enfant where id = ?").param(enfant).query(Long.class).single();
            dossiers.corrigerEnfant(enfant, version, new EnfantSaisi("Essai", null, "Enfant", false, Sexe.INCONNU, Naissance.exacte(naissance), null,
                    null, psdm));
            return null;
        }));
    }

    /** As if the measure had been written in bulk: no path, no process, no date. */
    private void oublier(UUID enfant) {
        UUID a = jeunes.ouvert(enfant);
        IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.<Object>execute(s -> {
            processus.annuler(Sujet.autonomie(a));
            return null;
        }));
        for (String sql : List.of("delete from rappel where sujet_id = ?", "delete from echeance where sujet_id = ?", "delete from tache where sujet_id = ?",
                "delete from autonomie_mot where acte_id in (select id from autonomie_acte where autonomie_id = ?)",
                "delete from autonomie_acte where autonomie_id = ?", "delete from autonomie_repere where autonomie_id = ?", "delete from periode where sujet_id = ?",
                "delete from autonomie where id = ?")) {
            jdbc.sql(sql).param(a).update();
        }
    }

    /** Everything that a second run must leave alone. */
    private String empreinte(UUID a) {
        Map<String, Object> lignes = new LinkedHashMap<>();
        for (String table : List.of("select count(*) from autonomie_acte where autonomie_id = ?", "select count(*) from autonomie_repere where autonomie_id = ?",
                "select count(*) from echeance where sujet_id = ?", "select count(*) from periode where sujet_id = ?",
                "select count(*) from evenement_sujet where sujet_id = ?", "select count(*) from tache where sujet_id = ?",
                "select version from autonomie where id = ?")) {
            lignes.put(table, jdbc.sql(table).param(a).query(Long.class).single());
        }
        return lignes.toString();
    }
}
