package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.indicateur.CarnetMesures.Mesure;
import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.indicateur.FormuleMesure.Mouvements.Sens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Forty-seven measures of 2004 in two units of their own, told one by one and counted on paper. The figures below were written before
 * the code was run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MesuresALaMain {

    private static final LocalDate FIN = LocalDate.of(2004, 12, 31);
    private static final Map<String, List<String>> DOMICILE = Map.of("accueil", List.of("ABSENT"));

    @Autowired
    private LectureFaits lecture;

    private LivreMesures carnet;
    private String a;
    private String b;
    private String s1;
    private String s2;

    private Faits avant;
    private Faits faits;

    private static LocalDate jour(int mois, int jour) {
        return LocalDate.of(2004, mois, jour);
    }

    private static LocalDate en2003(int mois, int jour) {
        return LocalDate.of(2003, mois, jour);
    }

    /** How the lives are written down. */
    abstract LivreMesures livre();

    private UUID enfant() {
        return carnet.enfant();
    }

    private Mesure mep(LocalDate decidee, String unite) {
        return carnet.ordonner(decidee, unite, "MEP", false, enfant());
    }

    private Mesure exercee(LocalDate decidee, LocalDate demarree, String unite, String service) {
        Mesure m = mep(decidee, unite);
        carnet.affecter(m, decidee, service);
        carnet.demarrer(m, demarree);
        return m;
    }

    private Mesure consentie(LocalDate decidee, LocalDate accord, LocalDate demarree, String produit, UUID enfant) {
        Mesure m = carnet.proposer(decidee, a, produit, enfant);
        carnet.accorder(m, accord);
        carnet.demarrer(m, demarree);
        return m;
    }

    @BeforeAll
    void raconter() {
        carnet = livre();
        a = carnet.uniteA();
        b = carnet.uniteB();
        s1 = carnet.serviceUn();
        s2 = carnet.serviceDeux();
        // 1–10: ten plain MEP of unit A ordered on 5 January, started 30, 40… 120 days later, still exercised.
        for (int n = 0; n < 10; n++) {
            exercee(jour(1, 5), jour(1, 5).plusDays(30 + 10L * n), a, s1);
        }
        // 11–14: AEDFG proposed on 1 March, agreed on 11 March, started 20, 30, 40, 50 days after the decision. 11 ends on 1 September.
        for (int n = 0; n < 4; n++) {
            Mesure aedfg = consentie(jour(3, 1), jour(3, 11), jour(3, 21).plusDays(10L * n), "AEDFG", enfant());
            if (n == 0) {
                carnet.terminer(aedfg, jour(9, 1), "TERME");
            }
        }
        // 15: the holders refuse. 16: their agreement is still awaited.
        carnet.refuser(carnet.proposer(jour(3, 1), a, "MEP", enfant()), jour(3, 20));
        carnet.proposer(jour(12, 1), a, "MEP", enfant());
        // 17–19: still waiting at the end of the year, the first one assigned.
        carnet.affecter(mep(jour(10, 1), b), jour(11, 15), s1);
        mep(jour(11, 1), b);
        mep(jour(12, 1), b);
        // 20: lapsed after a year, and recorded. 21: lapsed too, and nobody recorded it.
        carnet.caduque(mep(en2003(12, 15), b), jour(12, 15));
        mep(en2003(11, 1), b);
        // 22–23: entered by mistake, one of them until its start.
        Mesure parErreur = mep(jour(6, 1), a);
        Mesure parErreurDemarree = exercee(jour(2, 1), jour(3, 1), a, s1);
        // 24: a PAD, by law an « accueil », re-qualified on 1 June.
        Mesure pad = carnet.ordonner(jour(1, 10), b, "PAD", true, enfant());
        carnet.affecter(pad, jour(1, 20), s2);
        carnet.demarrer(pad, jour(1, 20));
        carnet.requalifier(pad, jour(6, 1), "MEP", false);
        // 25: renewed, then ended. 26: from administrative to judicial.
        Mesure renouvelee = exercee(en2003(6, 1), en2003(9, 1), a, s1);
        carnet.renouveler(renouvelee, jour(5, 15));
        carnet.terminer(renouvelee, jour(10, 1), "OBJECTIFS");
        carnet.changerCadre(consentie(en2003(9, 1), en2003(9, 1), en2003(10, 1), "MEP", enfant()), jour(4, 1), "JUDICIAIRE");
        // 27: to another service. 28: to another unit. 29: to another département.
        carnet.transferer(exercee(jour(2, 2), jour(3, 3), b, s1), jour(7, 1), null, s2);
        carnet.transferer(exercee(jour(2, 2), jour(2, 22), a, s1), jour(8, 1), b, null);
        carnet.terminer(exercee(en2003(5, 1), en2003(6, 1), a, s1), jour(9, 1), "TRANSFEREE");
        // 30: suspended for two months. 31: suspended still. 32: modulated twice.
        carnet.suspendre(exercee(en2003(12, 1), jour(1, 1), a, s1), jour(3, 1), jour(5, 1));
        carnet.suspendre(exercee(en2003(12, 1), en2003(12, 31), b, s1), jour(11, 1), null);
        Mesure modulee = exercee(jour(1, 15), jour(1, 25), a, s1);
        carnet.moduler(modulee, jour(4, 1), "RENFORCEE");
        carnet.moduler(modulee, jour(7, 1), "SIMPLE");
        // 33–34: one child, an AEDFG until the day its MEP starts.
        UUID suivi = enfant();
        carnet.terminer(consentie(en2003(10, 15), en2003(10, 15), en2003(11, 1), "AEDFG", suivi), jour(6, 30), "RELAIS");
        carnet.demarrer(carnet.ordonner(jour(3, 31), a, "MEP", false, suivi), jour(6, 30));
        // 35–36: two children who prove to be one.
        UUID conserve = enfant();
        UUID absorbe = enfant();
        carnet.demarrer(carnet.ordonner(jour(4, 1), b, "MEP", false, conserve), jour(5, 1));
        carnet.demarrer(carnet.ordonner(jour(4, 1), b, "MEP", false, absorbe), jour(5, 1));
        // 38–39: their start was entered on the wrong side of the new year.
        Mesure tropTot = exercee(jour(12, 1), jour(12, 28), b, s1);
        Mesure tropTard = exercee(jour(12, 1), LocalDate.of(2005, 1, 10), b, s1);
        // 40: started and ended the same day. 41–42: ended on the first day of the year, and the day before. 43: started on its last day.
        carnet.terminer(exercee(jour(6, 1), jour(6, 10), b, s1), jour(6, 10), "DEMENAGEMENT");
        carnet.terminer(exercee(en2003(2, 1), en2003(3, 1), b, s1), jour(1, 1), "TERME");
        carnet.terminer(exercee(en2003(2, 1), en2003(3, 1), b, s1), en2003(12, 31), "TERME");
        exercee(jour(12, 11), jour(12, 31), b, s1);
        // 44: a placement carried out and ended. 45: a placement not yet carried out.
        Mesure placement = carnet.ordonner(jour(2, 1), a, "PLACEMENT", true, enfant());
        carnet.demarrer(placement, jour(2, 5));
        carnet.terminer(placement, jour(11, 30), "MAINLEVEE");
        carnet.ordonner(jour(12, 20), a, "PLACEMENT", true, enfant());
        // 46: ended by mistake. 47: the agreement is withdrawn.
        Mesure finieParErreur = exercee(en2003(12, 1), jour(1, 10), a, s1);
        carnet.terminer(finieParErreur, jour(10, 1), "TERME");
        carnet.terminer(consentie(jour(1, 20), jour(1, 31), jour(2, 10), "MEP", enfant()), jour(8, 10), "ACCORD_REVOQUE");

        avant = lecture.lire();
        carnet.annuler(parErreur);
        carnet.annuler(parErreurDemarree);
        carnet.reunir(conserve, absorbe);
        // 37: entered long after.
        exercee(jour(11, 1), jour(11, 11), a, s1);
        carnet.corrigerDemarrage(tropTot, LocalDate.of(2005, 1, 4));
        carnet.corrigerDemarrage(tropTard, jour(12, 20));
        carnet.annulerFin(finieParErreur);
        faits = lecture.lire();
    }

    private Portee annee(String... unites) {
        return new Portee(jour(1, 1), FIN, FIN, Set.of(unites.length == 0 ? new String[] {a, b} : unites));
    }

    private int compter(Formule formule, String... unites) {
        return formule.calculer(faits, annee(unites)).valeur().intValueExact();
    }

    private int le(LocalDate jour, Formule formule) {
        return formule.calculer(faits, annee().au(jour)).valeur().intValueExact();
    }

    private BigDecimal valeur(Formule formule, Map<String, String> dimensions) {
        return formule.calculer(faits, annee().dont(dimensions)).valeur();
    }

    private static FormuleMesure.EnCours enCours(String genre, Compte quoi) {
        return new FormuleMesure.EnCours(genre, DOMICILE, quoi);
    }

    @Test
    void children_and_measures_exercised_in_the_year_are_counted_apart() {
        // 1–14, 24, 25–32, 33, 34, 35, 36, 37, 39, 43, 46, 47: 32 measures. 33 and 34 are one child, 35 and 36 another: 30 children.
        assertThat(compter(new FormuleMesure.Touches("EXERCEE", DOMICILE, Compte.MESURES))).isEqualTo(32);
        assertThat(compter(new FormuleMesure.Touches("EXERCEE", DOMICILE, Compte.ENFANTS))).isEqualTo(30);
    }

    @Test
    void a_measure_that_changed_unit_is_in_both_lines_and_once_in_the_whole() {
        // B: 24, 27, 28 from August on, 31, 35, 36, 39, 43. A: the 24 others and 28 until August.
        assertThat(compter(new FormuleMesure.Touches("EXERCEE", DOMICILE, Compte.MESURES), b)).isEqualTo(8);
        assertThat(compter(new FormuleMesure.Touches("EXERCEE", DOMICILE, Compte.MESURES), a)).isEqualTo(25);
        assertThat(compter(enCours("EXERCEE", Compte.MESURES), b)).isEqualTo(8);
        assertThat(compter(enCours("EXERCEE", Compte.MESURES), a)).isEqualTo(19);
    }

    @Test
    void the_stock_of_a_day_takes_what_runs_that_day_suspended_ones_included() {
        // 1–10, 12–14, 24, 26, 27, 28, 30, 31, 32, 34, 35, 36, 37, 39, 43, 46.
        assertThat(compter(enCours("EXERCEE", Compte.MESURES))).isEqualTo(27);
        assertThat(compter(enCours("EXERCEE", Compte.ENFANTS))).isEqualTo(26);
        assertThat(compter(enCours("SUSPENDUE", Compte.MESURES))).isEqualTo(1);
        assertThat(compter(new FormuleMesure.Touches("SUSPENDUE", DOMICILE, Compte.MESURES))).isEqualTo(2);
        // With the five that wait and the one whose agreement is awaited.
        assertThat(compter(enCours("MESURE", Compte.MESURES))).isEqualTo(33);
    }

    @Test
    void waiting_counts_what_is_decided_agreed_to_and_not_started() {
        // At the end: 17, 18, 19, 21 and 38. On 10 March: six of the first ten, 20 and 21; the day after, with four agreements.
        assertThat(compter(enCours("ATTENTE_EXERCICE", Compte.MESURES))).isEqualTo(5);
        assertThat(le(jour(3, 10), enCours("ATTENTE_EXERCICE", Compte.MESURES))).isEqualTo(8);
        assertThat(le(jour(3, 11), enCours("ATTENTE_EXERCICE", Compte.MESURES))).isEqualTo(12);
        assertThat(le(jour(3, 10), enCours("ATTENTE_ACCORD", Compte.MESURES))).isEqualTo(5);
        assertThat(le(jour(3, 11), enCours("ATTENTE_ACCORD", Compte.MESURES))).isEqualTo(1);
        assertThat(compter(new FormuleMesure.EnCours("ATTENTE_EXERCICE", Map.of("accueil", List.of("OUI")), Compte.MESURES))).isEqualTo(1);
    }

    @Test
    void decided_started_ended_lapsed_and_renewed_are_each_placed_by_their_own_day() {
        assertThat(compter(new FormuleMesure.Mouvements("MESURE", Sens.DEBUTS, DOMICILE, Compte.MESURES))).isEqualTo(31);
        assertThat(compter(new FormuleMesure.Mouvements("EXERCEE", Sens.DEBUTS, DOMICILE, Compte.MESURES))).isEqualTo(27);
        // 11, 25, 29, 33, 40, 41, 47.
        assertThat(compter(new FormuleMesure.Mouvements("EXERCEE", Sens.FINS, DOMICILE, Compte.MESURES))).isEqualTo(7);
        assertThat(compter(new FormuleMesure.Actes("mesure.caduque", null, Compte.MESURES))).isEqualTo(1);
        assertThat(compter(new FormuleMesure.Actes("mesure.renouvelee", null, Compte.MESURES))).isEqualTo(1);
        // One modulated twice is one measure modulated.
        assertThat(compter(new FormuleMesure.Actes("mesure.modulee", null, Compte.MESURES))).isEqualTo(1);
    }

    @Test
    void from_decision_to_start_has_its_mean_median_and_ninetieth_percentile() {
        // 750 days for 1–10, 140 for 11–14, then 30, 20, 31, 10, 91, 30, 30, 10, 19, 9, 20, 40, 21: 1 251 over 27. Sorted, the 14th is 31
        // and the 25th (nine in ten) 100.
        assertThat(valeur(delai(Statistique.MOYENNE), Map.of())).isEqualByComparingTo("46.3");
        assertThat(valeur(delai(Statistique.MEDIANE), Map.of())).isEqualByComparingTo("31");
        assertThat(valeur(delai(Statistique.P90), Map.of())).isEqualByComparingTo("100");
        // Administrative: 20, 30, 40, 50 and 21. Judicial: the 1 090 others over 22.
        assertThat(valeur(delai(Statistique.MOYENNE), Map.of("cadre", "ADMINISTRATIF"))).isEqualByComparingTo("32.2");
        assertThat(valeur(delai(Statistique.MOYENNE), Map.of("cadre", "JUDICIAIRE"))).isEqualByComparingTo("49.5");
        assertThat(valeur(delai(Statistique.MEDIANE), Map.of("produit", "AEDFG"))).isEqualByComparingTo("35");
        assertThat(delai(Statistique.MEDIANE).calculer(faits, annee().dont(Map.of("service", s2))).valeur()).isNull();
    }

    private static FormuleMesure.Delai delai(Statistique statistique) {
        return new FormuleMesure.Delai("MESURE", "EXERCEE", DOMICILE, statistique);
    }

    @Test
    void how_long_they_waited_and_were_exercised_leaves_out_what_still_runs() {
        // Exercised: 164, 396, 458, 242, 0, 306, 182 days. Administrative waits after the agreement: 10, 20, 30, 40 and 10.
        assertThat(valeur(new FormuleMesure.Longueur("EXERCEE", DOMICILE, Statistique.MEDIANE), Map.of())).isEqualByComparingTo("242");
        assertThat(valeur(new FormuleMesure.Longueur("EXERCEE", DOMICILE, Statistique.MOYENNE), Map.of())).isEqualByComparingTo("249.7");
        assertThat(valeur(new FormuleMesure.Longueur("ATTENTE_EXERCICE", DOMICILE, Statistique.MEDIANE), Map.of("cadre", "ADMINISTRATIF")))
                .isEqualByComparingTo("20");
    }

    @Test
    void a_measure_re_qualified_is_entrusted_until_then_and_at_home_from_then_on() {
        assertThat(compter(new FormuleMesure.Touches("CONFIE", null, Compte.ENFANTS))).isEqualTo(2);
        assertThat(le(jour(5, 31), new FormuleMesure.EnCours("CONFIE", null, Compte.ENFANTS))).isEqualTo(2);
        assertThat(le(jour(6, 1), new FormuleMesure.EnCours("CONFIE", null, Compte.ENFANTS))).isEqualTo(1);
        assertThat(compter(new FormuleMesure.EnCours("CONFIE", null, Compte.ENFANTS))).isZero();
        FormuleMesure touches = new FormuleMesure.Touches("EXERCEE", null, Compte.MESURES);
        assertThat(valeur(touches, Map.of("produit", "PAD"))).isEqualByComparingTo("1");
        assertThat(valeur(touches, Map.of("produit", "AEDFG"))).isEqualByComparingTo("5");
        assertThat(valeur(enCours("EXERCEE", Compte.MESURES), Map.of("produit", "MEP"))).isEqualByComparingTo("24");
        // 24 and, since July, 27.
        assertThat(valeur(enCours("EXERCEE", Compte.MESURES), Map.of("service", s2))).isEqualByComparingTo("2");
    }

    @Test
    void a_past_table_is_counted_again_as_it_was_known() {
        // Before the corrections: 23 and 38 counted, 37, 39 and 46 not; 22 and 39 waited, 38 did not; two children for 35 and 36.
        assertThat(enCours("EXERCEE", Compte.MESURES).calculer(avant, annee()).valeur()).isEqualByComparingTo("26");
        assertThat(enCours("EXERCEE", Compte.ENFANTS).calculer(avant, annee()).valeur()).isEqualByComparingTo("26");
        assertThat(enCours("ATTENTE_EXERCICE", Compte.MESURES).calculer(avant, annee()).valeur()).isEqualByComparingTo("6");
    }

    @Test
    void each_figure_is_the_size_of_its_list() {
        List.of(enCours("EXERCEE", Compte.MESURES), new FormuleMesure.Touches("EXERCEE", DOMICILE, Compte.MESURES),
                new FormuleMesure.Mouvements("EXERCEE", Sens.DEBUTS, null, Compte.MESURES)).forEach(f -> {
                    Resultat r = f.calculer(faits, annee());
                    assertThat(r.valeur()).isEqualByComparingTo(BigDecimal.valueOf(Set.copyOf(r.comptes()).size()));
                });
    }
}
