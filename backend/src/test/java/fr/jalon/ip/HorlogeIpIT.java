package fr.jalon.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
@TestPropertySource(properties = "jalon.essai=horloge")
class HorlogeIpIT {

    private static final Instant RECUE = LocalDate.of(2026, 1, 31).atTime(14, 5).atZone(ZoneId.of("Europe/Paris")).toInstant();
    private static final LocalDate HUIT_ANS = LocalDate.of(2018, 1, 1);
    private static final LocalDate DIX_HUIT_MOIS = LocalDate.of(2024, 7, 1);

    @Autowired
    private ChantierHorloge chantier;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private HorlogeInformation horlogeInformation;
    private String unite;

    @BeforeEach
    void agir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
    }

    @AfterEach
    void partir() {
        IdentiteCourante.poser(null);
    }

    @Test
    void each_minor_has_their_own_evaluation_date_and_the_task_shows_the_earliest() {
        UUID ip = chantier.qualifiee(unite, RECUE, false, HUIT_ANS, DIX_HUIT_MOIS);
        assertThat(dates(ip)).containsExactly("EVALUATION_REDUITE_AGE 2026-03-31 OUVERTE", "EVALUATION 2026-04-30 OUVERTE",
                "TRAITEMENT 2026-04-30 OUVERTE");
        assertThat(tache(ip)).containsEntry("etape", "confier").containsEntry("date_legale", java.sql.Date.valueOf("2026-03-31"))
                .containsEntry("en_consigne", false);
        assertThat(evenements(ip, "echeance.posee")).isEqualTo(3);
    }

    @Test
    void the_under_two_rule_looks_at_the_day_of_reception_and_an_expected_child_is_under_two() {
        UUID veille = chantier.qualifiee(unite, RECUE, false, LocalDate.of(2024, 2, 1));
        UUID anniversaire = chantier.qualifiee(unite, RECUE, false, LocalDate.of(2024, 1, 31));
        UUID attendu = chantier.qualifiee(unite, RECUE, false, (LocalDate) null);
        assertThat(dates(veille)).contains("EVALUATION_REDUITE_AGE 2026-03-31 OUVERTE");
        assertThat(dates(anniversaire)).contains("EVALUATION 2026-04-30 OUVERTE");
        assertThat(dates(attendu)).contains("EVALUATION_REDUITE_AGE 2026-03-31 OUVERTE");
    }

    @Test
    void urgency_shortens_the_date_of_all() {
        assertThat(dates(chantier.qualifiee(unite, RECUE, true, HUIT_ANS, DIX_HUIT_MOIS)))
                .filteredOn(d -> d.startsWith("EVALUATION")).allMatch(d -> d.equals("EVALUATION_REDUITE_DANGER 2026-02-28 OUVERTE"));
    }

    @Test
    void an_open_levee_de_doutes_keeps_the_common_delay_and_the_track_chosen_later_counts_from_reception_too() {
        UUID ip = chantier.qualifiee(unite, RECUE, false, DIX_HUIT_MOIS);
        chantier.acte(ip, i -> i.confier(unite, null, true), "confier");
        assertThat(dates(ip)).contains("EVALUATION 2026-04-30 OUVERTE");
        chantier.acte(ip, i -> i.choisirVoie("REDUITE"), null);
        assertThat(dates(ip)).contains("EVALUATION_REDUITE_AGE 2026-03-31 OUVERTE");
        assertThat(evenements(ip, "echeance.deplacee")).isEqualTo(2);
    }

    @Test
    void the_report_meets_the_evaluation_and_the_decision_waits_for_the_other_clock() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS);
        Instant rendu = LocalDate.of(2026, 5, 3).atTime(10, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
        chantier.acte(ip, i -> i.rendreRapport(rendu), "evaluer");
        assertThat(dates(ip)).containsExactly("EVALUATION 2026-04-30 SATISFAITE", "TRAITEMENT 2026-04-30 OUVERTE");
        assertThat(tache(ip)).containsEntry("etape", "decider").containsEntry("date_legale", java.sql.Date.valueOf("2026-04-30"));
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'retardJours' from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'echeance.satisfaite'""").param(ip).query(String.class).single()).isEqualTo("3");

        chantier.decider(ip, rendu);
        chantier.acte(ip, i -> i.terminerInformation(rendu, false), "informer", Map.of("justiceAttendue", "NON"));
        assertThat(dates(ip)).containsExactly("EVALUATION 2026-04-30 SATISFAITE", "TRAITEMENT 2026-04-30 SATISFAITE");
    }

    @Test
    void a_corrected_reception_moves_every_date_even_one_that_was_met() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS);
        chantier.acte(ip, i -> i.rendreRapport(RECUE.plusSeconds(86_400L * 90)), "evaluer");
        chantier.acte(ip, i -> i.corrigerReception(RECUE.minusSeconds(86_400L * 3)), null);
        assertThat(dates(ip)).containsExactly("EVALUATION 2026-04-28 SATISFAITE", "TRAITEMENT 2026-04-28 OUVERTE");
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'aTemps' from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'echeance.satisfaite'""").param(ip).query(String.class).list()).containsExactly("NON");
    }

    @Test
    void brought_back_to_evaluation_the_clock_runs_again_as_if_no_report_had_been() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS);
        chantier.acte(ip, i -> i.rendreRapport(RECUE.plusSeconds(86_400L * 10)), "evaluer");
        chantier.acte(ip, i -> i.ramener(EtatIp.EN_EVALUATION), null);
        assertThat(dates(ip)).contains("EVALUATION 2026-04-30 OUVERTE");
        assertThat(jdbc.sql("""
                select count(*) from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'echeance.satisfaite'""").param(ip).query(Long.class).single()).isZero();
    }

    @Test
    void an_ending_that_is_not_a_decision_cancels_what_still_ran() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS, DIX_HUIT_MOIS);
        chantier.acte(ip, i -> i.clore(MotifCloture.TRANSFEREE, RECUE.plusSeconds(86_400)), null);
        assertThat(dates(ip)).hasSize(3).allMatch(d -> d.endsWith("ANNULEE"));
        assertThat(evenements(ip, "echeance.annulee")).isEqualTo(3);
    }

    @Test
    void a_transfer_awaits_its_receipt_and_whoever_transmitted_their_answer_after_the_end() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS);
        UUID ecole = chantier.information(unite, RECUE.plusSeconds(86_400L * 4), "INFORMATION", true, false, null);
        UUID voisin = chantier.information(unite, RECUE.plusSeconds(86_400L * 5), "INFORMATION", false, false, LocalDate.of(2026, 3, 1));
        List.of(ecole, voisin).forEach(i -> jdbc.sql("update information_entrante set ip_id = ?, etat = 'JOINTE' where id = ?").params(ip, i).update());
        jdbc.sql("""
                insert into fin_sans_decision(id, ip_id, motif, le, etape, envoyee_le, saisie_le)
                values (gen_random_uuid(), ?, 'TRANSFEREE', date '2026-03-10', 'evaluer', date '2026-03-12', now())""").param(ip).update();
        chantier.acte(ip, i -> i.clore(MotifCloture.TRANSFEREE, RECUE.plusSeconds(86_400L * 38)), null);
        assertThat(dates(ip)).filteredOn(d -> !d.endsWith("ANNULEE")).containsExactlyInAnyOrder("ACCUSE_TRANSFERT 2026-03-27 OUVERTE",
                "RETOUR_TRANSMETTEUR_PRO 2026-05-04 OUVERTE", "RETOUR_TRANSMETTEUR_DEMANDE 2026-06-01 OUVERTE");
        assertThat(chantier.verifier(ip)).isEmpty();
        jdbc.sql("update fin_sans_decision set accuse_recu_le = date '2026-03-20' where ip_id = ?").param(ip).update();
        chantier.acte(ip, i -> {
        }, null);
        assertThat(dates(ip)).contains("ACCUSE_TRANSFERT 2026-03-27 SATISFAITE");
        assertThat(chantier.verifier(ip)).isEmpty();
    }

    @Test
    void following_twice_changes_nothing_and_the_check_finds_no_difference() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS, DIX_HUIT_MOIS);
        long avant = tousLesEvenements(ip);
        chantier.acte(ip, i -> {
        }, null);
        assertThat(tousLesEvenements(ip)).isEqualTo(avant);
        assertThat(chantier.verifier(ip)).isEmpty();
    }

    @Test
    void a_date_that_no_longer_equals_its_source_is_found_and_put_right() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS);
        jdbc.sql("update echeance set date_legale = date_legale + 5 where sujet_id = ? and genre = 'EVALUATION'").param(ip).update();
        assertThat(chantier.verifier(ip)).singleElement().matches(e -> e.genre().equals("EVALUATION"))
                .matches(e -> e.ecrite().equals(LocalDate.of(2026, 5, 5))).matches(e -> e.attendue().equals(LocalDate.of(2026, 4, 30)));
        chantier.acte(ip, i -> {
        }, null);
        assertThat(chantier.verifier(ip)).isEmpty();
    }

    @Test
    void whoever_transmitted_has_a_date_of_their_own_a_professional_at_once_others_from_their_request() {
        UUID ip = chantier.enEvaluation(unite, RECUE, false, HUIT_ANS);
        UUID ecole = chantier.information(unite, RECUE.plusSeconds(86_400L * 4), "INFORMATION", true, false, null);
        UUID voisin = chantier.information(unite, RECUE.plusSeconds(86_400L * 5), "INFORMATION", false, false, LocalDate.of(2026, 3, 1));
        UUID anonyme = chantier.information(unite, RECUE.plusSeconds(86_400L * 6), "INFORMATION", true, true, null);
        UUID snated = chantier.information(unite, RECUE.plusSeconds(86_400L * 7), "SNATED_119", true, false, null);
        List.of(ecole, voisin, anonyme, snated).forEach(i -> jdbc.sql("update information_entrante set ip_id = ?, etat = 'JOINTE' where id = ?")
                .params(ip, i).update());
        chantier.acte(ip, i -> {
        }, null);
        assertThat(dates(ip)).contains("RETOUR_TRANSMETTEUR_PRO 2026-05-04 OUVERTE", "RETOUR_TRANSMETTEUR_DEMANDE 2026-06-01 OUVERTE",
                "RETOUR_119 2026-05-07 OUVERTE").hasSize(5);

        jdbc.sql("""
                insert into information_donnee(id, ip_id, destinataire, reference_id, moyen, donnee_le, saisie_le)
                values (gen_random_uuid(), ?, 'TRANSMETTEUR', ?, 'COURRIER', date '2026-04-02', now())""").params(ip, ecole).update();
        chantier.acte(ip, i -> {
        }, null);
        assertThat(dates(ip)).contains("RETOUR_TRANSMETTEUR_PRO 2026-05-04 SATISFAITE", "RETOUR_TRANSMETTEUR_DEMANDE 2026-06-01 OUVERTE");
    }

    @Test
    void a_first_analysis_has_the_target_of_the_departement_and_keeps_the_day_it_was_done() {
        UUID information = chantier.information(unite, RECUE, "INFORMATION", false, false, null);
        transaction.executeWithoutResult(s -> horlogeInformation.suivre(information));
        assertThat(dates(information)).containsExactly("PREMIERE_ANALYSE 2026-02-03 OUVERTE");
        jdbc.sql("update information_entrante set etat = 'NON_QUALIFIEE' where id = ?").param(information).update();
        transaction.executeWithoutResult(s -> horlogeInformation.suivre(information));
        transaction.executeWithoutResult(s -> horlogeInformation.suivre(information));
        assertThat(dates(information)).containsExactly("PREMIERE_ANALYSE 2026-02-03 SATISFAITE");
        assertThat(evenements(information, "echeance.satisfaite")).isOne();
    }

    private List<String> dates(UUID sujet) {
        return jdbc.sql("select regle || ' ' || date_legale || ' ' || etat from echeance where sujet_id = ? order by date_legale, genre")
                .param(sujet).query(String.class).list();
    }

    private Map<String, Object> tache(UUID ip) {
        return jdbc.sql("select etape, date_legale, en_consigne from tache where sujet_id = ?").param(ip).query().singleRow();
    }

    private long evenements(UUID sujet, String type) {
        return jdbc.sql("""
                select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = ?""")
                .params(sujet, type).query(Long.class).single();
    }

    private long tousLesEvenements(UUID sujet) {
        return jdbc.sql("select count(*) from evenement_sujet where sujet_id = ?").param(sujet).query(Long.class).single();
    }
}
