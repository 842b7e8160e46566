package fr.jalon.autonomie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.commun.temps.VoyageDansLeTemps;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import fr.jalon.processus.VoyageMoteur;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * One young person from 15 years 11 months to six months after 21, lived day by day, with a week of downtime over the 17th birthday. In a
 * house of their own: two thousand days would be lived by every file the other tests left behind.
 */
@TestIntegration
@TestPropertySource(properties = "jalon.essai=vie-d-un-jeune")
class VieDUnJeuneIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Jeunes jeunes;
    @Autowired
    private VoyageMoteur voyage;
    @Autowired
    private VoyageDansLeTemps temps;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void revenir() throws InterruptedException {
        if (horloge.decalage() != 0) {
            jdbc.sql("update horloge set jours = 0").update();
            // The offset is read again within a second.
            Thread.sleep(1100);
        }
        ClockUtil.reset();
    }

    @Test
    void from_fifteen_years_eleven_months_to_twenty_one_and_a_half() throws Exception {
        UUID ref = atelier.ref();
        UUID referent = atelier.referent();
        LocalDate naissance = horloge.aujourdhui().minusYears(16).plusMonths(1);
        UUID enfant = atelier.enfant(naissance);
        UUID placement = jeunes.confie(ref, enfant, 10);

        // Before sixteen there is no path, and the list already says that the birthday comes.
        assertThat(jeunes.parcours(enfant)).isEmpty();
        assertThat(jeunes.liste(ref, VueJeunes.SEIZE)).contains(enfant.toString());

        vivre(naissance.plusYears(16));
        UUID a = jeunes.ouvert(enfant);
        LocalDate dixSept = naissance.plusYears(17);
        LocalDate dixHuit = naissance.plusYears(18);
        LocalDate vingtEtUn = naissance.plusYears(21);
        assertThat(jeunes.ou(a)).containsExactly("PREPARATION", "preparer-entretien");
        assertThat(jeunes.reperes(a)).containsExactly("BILAN_SANTE", "RECENSEMENT");
        assertThat(jeunes.echeances(a)).containsExactly("ENTRETIEN_17 " + dixSept + " OUVERTE", "MAJORITE " + dixHuit + " OUVERTE");
        assertThat(jeunes.liste(ref, VueJeunes.SANS_DATE)).contains(enfant.toString());

        // The house is down from three days before seventeen to four days after. The first day back tells it once, and nothing else was lost.
        vivre(dixSept.minusDays(3));
        assertThat(jeunes.reperes(a)).contains("BANQUE").doesNotContain("LOGEMENT");
        long dits = dits(a, "ENTRETIEN_17");
        temps.avancer(7);
        vivre(dixSept.plusDays(5));
        assertThat(dits(a, "ENTRETIEN_17")).isEqualTo(dits + 1);
        assertThat(jeunes.ou(a)).containsExactly("PREPARATION", "preparer-entretien");
        assertThat(jeunes.liste(ref, VueJeunes.EN_RETARD)).contains(enfant.toString());
        assertThat(Jeunes.codes(jeunes.page(ref, a), "alertes")).contains("ENTRETIEN_EN_RETARD");

        LocalDate jour = horloge.aujourdhui();
        jeunes.fait(referent, a, "invitation", "le", jour, "rendezVousLe", jour.plusDays(10), "lieu", "Au CDAS", "personneConfiance", "Sa marraine",
                "professionnels", List.of("REFERENT"));
        assertThat(jeunes.ou(a)).containsExactly("ENTRETIEN", "tenir-entretien");
        vivre(jour.plusDays(10));
        jeunes.fait(referent, a, "entretiens", "issue", "TENU", "le", horloge.aujourdhui(), "personneConfiancePresente", true, "sections",
                Map.of("PAROLE", "Je veux rester au lycée."));
        assertThat(jeunes.ou(a)).containsExactly("NOTIFICATION", "notifier");
        assertThat(jeunes.evenements(a, "autonomie.entretien", "tardif")).containsExactly("OUI");
        jeunes.fait(ref, a, "notification", "le", horloge.aujourdhui(), "moyen", "REMISE_ENTRETIEN", "conditions", Map.of("LOGEMENT", "Studio."));
        jeunes.fait(referent, a, "projet-acces", "le", horloge.aujourdhui(), "jeunePresent", true, "domaines", Map.of("LOGEMENT", "Un studio."));
        jeunes.fait(referent, a, "personne-reference", "le", horloge.aujourdhui(), "choisie", true, "nom", "Sa marraine");
        assertThat(jeunes.ou(a)).containsExactly("MAJORITE", "preparer-majorite");
        assertThat(jeunes.liste(ref, VueJeunes.TENUS_EN_RETARD)).contains(enfant.toString());

        // Six months before majority nothing is asked for: a « sortie sèche » is told before it happens.
        vivre(dixHuit.minusMonths(5));
        assertThat(Jeunes.codes(jeunes.page(ref, a), "alertes")).contains("SORTIE_SECHE");
        assertThat(jeunes.liste(ref, VueJeunes.SORTIE_SECHE)).contains(enfant.toString());
        jeunes.fait(referent, a, "demande", "le", horloge.aujourdhui(), "souhait", true);
        assertThat(Jeunes.codes(jeunes.page(ref, a), "alertes")).doesNotContain("SORTIE_SECHE");
        assertThat(jeunes.ou(a)).containsExactly("DECISION", "decider-accompagnement");
        jeunes.fait(ref, a, "decision", "le", horloge.aujourdhui(), "accord", true, "exerceeParUnite", true, "debutPrevu", dixHuit, "terme",
                dixHuit.plusYears(1));
        UUID majeur = jdbc.sql("select id from mesure where enfant_id = ? and produit = 'APJM'").param(enfant).query(UUID.class).single();
        assertThat(jeunes.ou(a)).containsExactly("ACCOMPAGNE", "accompagner");

        vivre(dixHuit);
        jeunes.finir(ref, placement, dixHuit, "MAJORITE");
        atelier.fait(ref, majeur, "demarrage", "le", dixHuit);
        assertThat(jeunes.ou(a)).containsExactly("ACCOMPAGNE", "accompagner");
        assertThat(jeunes.echeances(a)).anyMatch(e -> e.startsWith("VINGT_ET_UN_ANS " + vingtEtUn + " OUVERTE"));

        for (int an = 1; an <= 2; an++) {
            vivre(dixHuit.plusYears(an).minusDays(20));
            jeunes.fait(ref, a, "renouvellement", "le", horloge.aujourdhui(), "terme", dixHuit.plusYears(an + 1L));
        }
        vivre(vingtEtUn);
        jeunes.finir(ref, majeur, vingtEtUn, "TERME");
        assertThat(jeunes.ou(a)).containsExactly("SORTIE", "remplir-sortie");
        jeunes.fait(referent, a, "sortie", "le", vingtEtUn, "motif", "VINGT_ET_UN_ANS", "logement", "AUTONOME", "logementStable", true, "ressources",
                true, "ressource", "SALAIRE", "activite", true, "activiteCode", "EMPLOI", "souhaitee", true);
        assertThat(jeunes.ou(a)).containsExactly("SIX_MOIS", "entretien-six-mois");
        assertThat(jeunes.echeances(a)).contains("ENTRETIEN_SIX_MOIS " + vingtEtUn.plusMonths(6) + " OUVERTE");
        jeunes.fait(referent, a, "suivi", "le", vingtEtUn);

        vivre(vingtEtUn.plusMonths(6));
        assertThat(dits(a, "ENTRETIEN_SIX_MOIS")).isPositive();
        jeunes.fait(referent, a, "entretien-six-mois", "le", horloge.aujourdhui(), "issue", "TENU");
        assertThat(jeunes.ou(a)).containsExactly("CLOSE");
        assertThat(jdbc.sql("select count(*) from processus_instance where sujet_id = ? and actif").param(a).query(Long.class).single()).isZero();
        assertThat(jeunes.periodes(a)).containsExactly(naissance.plusYears(16) + "→" + horloge.aujourdhui() + " " + Atelier.UNITE);
        assertThat(jdbc.sql("select count(*) from echeance where sujet_id = ? and etat = 'OUVERTE'").param(a).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from tache where sujet_id = ?").param(a).query(Long.class).single()).isZero();
    }

    private long dits(UUID parcours, String genre) {
        return jdbc.sql("select count(*) from rappel r join echeance e on e.id = r.echeance_id where r.sujet_id = ? and r.dit and e.genre = ?")
                .params(parcours, genre).query(Long.class).single();
    }

    /** At least until that day: near midnight, the change of the clocks may make a journey a day shorter or longer. */
    private void vivre(LocalDate jusqua) {
        while (horloge.aujourdhui().isBefore(jusqua)) {
            voyage.avancer((int) ChronoUnit.DAYS.between(horloge.aujourdhui(), jusqua));
        }
    }
}
