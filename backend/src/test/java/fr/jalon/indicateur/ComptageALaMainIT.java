package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.Carnet.Dossier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Forty-six informations of 2003 in two units of their own, told one by one and counted on paper. The figures below were written before
 * the code was run.
 */
@TestIntegration
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComptageALaMainIT {

    private static final String A = "carnet-a";
    private static final String B = "carnet-b";
    private static final LocalDate FIN_2003 = LocalDate.of(2003, 12, 31);

    @Autowired
    private Carnet carnet;
    @Autowired
    private LectureFaits lecture;

    private Faits faits;

    private static LocalDate jour(int mois, int jour) {
        return LocalDate.of(2003, mois, jour);
    }

    private static UUID enfant() {
        return UUID.randomUUID();
    }

    @BeforeAll
    void raconter() {
        // 1–20: twenty plain files of unit A, received on the 10th of January, report after 40, 42… 78 days, told ten days later.
        for (int n = 0; n < 20; n++) {
            Dossier d = recue(jour(1, 10), A);
            carnet.rendre(d, jour(1, 10).plusDays(40 + 2L * n));
            carnet.informer(d, jour(1, 10).plusDays(50 + 2L * n));
        }
        // 21–24: unit B, received on 1 March, legal date 1 June: on the day, the day after, a month late, never (late and open).
        Dossier pile = recue(jour(3, 1), B);
        carnet.rendre(pile, jour(6, 1));
        carnet.informer(pile, jour(6, 11));
        Dossier lendemain = recue(jour(3, 1), B);
        carnet.rendre(lendemain, jour(6, 2));
        carnet.informer(lendemain, jour(7, 1));
        Dossier tard = recue(jour(3, 1), B);
        carnet.rendre(tard, jour(7, 1));
        carnet.informer(tard, jour(7, 21));
        recue(jour(3, 1), B);
        // 25: held by the parquet from 1 to 30 June, late because of it. 26: held after its report, which was in time.
        Dossier tenue = recue(jour(4, 1), A);
        carnet.tenir(tenue, jour(6, 1), jour(7, 1));
        carnet.rendre(tenue, jour(7, 10));
        carnet.informer(tenue, jour(7, 20));
        Dossier tenueApres = recue(jour(4, 1), A);
        carnet.rendre(tenueApres, jour(5, 1));
        carnet.tenir(tenueApres, jour(5, 2), jour(6, 1));
        carnet.informer(tenueApres, jour(6, 5));
        // 27: held still at the end of the year, open.
        Dossier encoreTenue = recue(jour(11, 3), A);
        carnet.tenir(encoreTenue, jour(11, 20), null);
        // 28: reception corrected from 5 January to 5 February: the legal date moves from 5 April to 5 May, the report of 20 April is in time.
        Dossier corrigee = recue(jour(1, 5), A);
        carnet.rendre(corrigee, jour(4, 20));
        carnet.corrigerReception(corrigee, jour(2, 5));
        carnet.informer(corrigee, jour(4, 30));
        // 29: received in 2002 in truth: leaves the year.
        Dossier anPasse = recue(jour(1, 2), A);
        carnet.corrigerReception(anPasse, LocalDate.of(2002, 12, 20));
        carnet.rendre(anPasse, jour(2, 20));
        carnet.informer(anPasse, jour(3, 1));
        // 30: qualified by mistake, then oriented: an information received, no IP.
        Dossier parErreur = recue(jour(5, 5), A);
        carnet.annulerQualification(parErreur);
        carnet.orienter(parErreur, "NON_QUALIFIEE");
        // 31–33: not qualified, sent to the service in charge, to the judge.
        carnet.orienter(carnet.recevoir(jour(5, 6), A, enfant()), "NON_QUALIFIEE");
        carnet.orienter(carnet.recevoir(jour(5, 7), A, enfant()), "TRANSMISE_SERVICE");
        carnet.orienter(carnet.recevoir(jour(5, 8), B, enfant()), "TRANSMISE_JUGE");
        // 34: a complement of 21, in no count of its own. 35: a person who declares themselves a minor.
        carnet.joindre(carnet.recevoir(jour(3, 20), B, enfant()), pile);
        carnet.recevoir(jour(3, 21), B, false, enfant());
        // 36: transferred to another département before its legal date: nothing is due any more.
        carnet.clore(recue(jour(6, 2), A), jour(6, 30));
        // 37: went from A to B on 1 August, legal date 1 September in B, report on 10 September in B: late, B's.
        Dossier passee = recue(jour(6, 1), A);
        carnet.changerUnite(passee, B, jour(8, 1));
        carnet.rendre(passee, jour(9, 10));
        carnet.informer(passee, jour(9, 20));
        // 38–39: reduced to two months; one in time, one late and open.
        Dossier reduite = carnet.recevoir(jour(7, 1), A, enfant());
        carnet.qualifier(reduite, "EVALUATION_REDUITE_AGE", jour(9, 1));
        carnet.rendre(reduite, jour(8, 20));
        carnet.informer(reduite, jour(8, 30));
        Dossier reduiteOuverte = carnet.recevoir(jour(7, 2), A, enfant());
        carnet.qualifier(reduiteOuverte, "EVALUATION_REDUITE_DANGER", jour(8, 2));
        // 40: the report was taken back and handed in again: counted once, on the second day.
        Dossier reprise = recue(jour(9, 1), A);
        carnet.rendre(reprise, jour(11, 1));
        carnet.reprendreRapport(reprise);
        carnet.rendre(reprise, jour(12, 10));
        // 41: closed by mistake and opened again: open at the end of the year.
        Dossier rouverte = recue(jour(8, 1), A);
        carnet.rendre(rouverte, jour(10, 1));
        carnet.informer(rouverte, jour(10, 15));
        carnet.rouvrir(rouverte);
        // 42–43: the same child in two files, under two identities united since. 44: a minor withdrawn, another added.
        UUID conserve = enfant();
        UUID absorbe = enfant();
        carnet.qualifier(carnet.recevoir(jour(10, 1), B, conserve));
        carnet.qualifier(carnet.recevoir(jour(10, 2), B, absorbe));
        carnet.reunir(conserve, absorbe);
        UUID retire = enfant();
        Dossier fratrie = carnet.recevoir(jour(10, 3), B, enfant(), retire);
        carnet.qualifier(fratrie);
        carnet.retirerMineur(fratrie, retire);
        carnet.ajouterMineur(fratrie, enfant());
        // 45: expected, born on 20 December. 46: expected, not born.
        UUID nee = enfant();
        carnet.attendre(nee);
        carnet.qualifier(carnet.recevoir(jour(12, 1), B, nee));
        carnet.naitre(nee, jour(12, 20));
        UUID attendu = enfant();
        carnet.attendre(attendu);
        carnet.qualifier(carnet.recevoir(jour(12, 2), B, attendu));
        faits = lecture.lire();
    }

    private Dossier recue(LocalDate jour, String unite) {
        Dossier d = carnet.recevoir(jour, unite, enfant());
        carnet.qualifier(d);
        return d;
    }

    private Resultat calculer(Formule formule, String... unites) {
        return formule.calculer(faits, new Portee(jour(1, 1), FIN_2003, FIN_2003, Set.of(unites.length == 0 ? new String[] {A, B} : unites)));
    }

    private BigDecimal valeur(Formule formule, String... unites) {
        return calculer(formule, unites).valeur();
    }

    @Test
    void received_counts_every_information_once_but_complements_and_persons_who_only_declare_themselves_minors() {
        // 46 less the complement (34), the declared minor (35) and the one of 2002 (29).
        assertThat(valeur(new Formule.Entrantes(null))).isEqualByComparingTo("43");
        assertThat(valeur(new Formule.Entrantes("JOINTE"))).isEqualByComparingTo("1");
        assertThat(valeur(new Formule.Entrantes("NON_QUALIFIEE"))).isEqualByComparingTo("2");
        assertThat(valeur(new Formule.Entrantes("TRANSMISE"))).isEqualByComparingTo("2");
        assertThat(valeur(new Formule.Flux(Formule.Etape.QUALIFIEE))).isEqualByComparingTo("39");
    }

    @Test
    void evaluated_counts_each_ip_on_the_day_of_the_report_that_stands() {
        // 20 plain, 21–23, 25, 26, 28, 29 (report in 2003), 37, 38, 40 once, 41.
        assertThat(valeur(new Formule.Flux(Formule.Etape.RAPPORT))).isEqualByComparingTo("31");
        assertThat(valeur(new Formule.Flux(Formule.Etape.RAPPORT), B)).isEqualByComparingTo("4");
    }

    @Test
    void the_share_within_three_months_divides_by_every_ip_whose_legal_date_fell_in_the_year_late_open_ones_included() {
        // Due in 2003: 20 + 21–24 + 25, 26 + 28 + 29 + 37 + 40 + 41 = 31. On time: 20 + 21 + 26 + 28 + 29 + 41 = 25 (40: due 1 December).
        Resultat part = calculer(new Formule.PartATerme(false, false));
        assertThat(part.base()).hasSize(31);
        assertThat(part.comptes()).hasSize(25);
        assertThat(part.valeur()).isEqualByComparingTo("80.6");
    }

    @Test
    void without_holds_leaves_out_only_what_the_parquet_held_before_its_term() {
        // 25 leaves; 26 was held after its report and stays.
        Resultat part = calculer(new Formule.PartATerme(false, true));
        assertThat(part.base()).hasSize(30);
        assertThat(part.comptes()).hasSize(25);
        assertThat(part.valeur()).isEqualByComparingTo("83.3");
    }

    @Test
    void reduced_delays_are_counted_apart() {
        Resultat part = calculer(new Formule.PartATerme(true, false));
        assertThat(part.base()).hasSize(2);
        assertThat(part.comptes()).hasSize(1);
        assertThat(part.valeur()).isEqualByComparingTo("50");
    }

    @Test
    void an_ip_that_changed_unit_is_late_where_it_was_when_it_became_late() {
        // B: 21 on time; 22, 23, 24 and 37 late.
        assertThat(calculer(new Formule.PartATerme(false, false), B).base()).hasSize(5);
        assertThat(valeur(new Formule.PartATerme(false, false), B)).isEqualByComparingTo("20");
        assertThat(valeur(new Formule.Flux(Formule.Etape.QUALIFIEE), B)).isEqualByComparingTo("9");
    }

    @Test
    void the_two_clocks_give_their_mean_median_and_ninetieth_percentile() {
        // Days to the report. 20 plain: 40, 42… 78 (sum 1 180). 21–23: 92, 93, 122. 25: 100. 26: 30. 28: 74. 29: 62. 37: 101. 38: 50.
        // 40: 100. 41: 61. Sum 1 180 + 885 = 2 065 over 31 files: 66.6. Sorted, the 16th is 62; the 28th (nine in ten) is 100.
        assertThat(valeur(new Formule.Duree(Formule.Etape.RAPPORT, Statistique.MOYENNE))).isEqualByComparingTo("66.6");
        assertThat(valeur(new Formule.Duree(Formule.Etape.RAPPORT, Statistique.MEDIANE))).isEqualByComparingTo("62");
        assertThat(valeur(new Formule.Duree(Formule.Etape.RAPPORT, Statistique.P90))).isEqualByComparingTo("100");
        // Full processing: 20 plain 50…88 (1 380), 102, 122, 142, 110, 65, 84, 71, 111, 60: 29 files, sum 2 247, mean 77.5; 15th: 72.
        assertThat(calculer(new Formule.Duree(Formule.Etape.INFORMEES, Statistique.MOYENNE)).comptes()).hasSize(29);
        assertThat(valeur(new Formule.Duree(Formule.Etape.INFORMEES, Statistique.MOYENNE))).isEqualByComparingTo("77.5");
        assertThat(valeur(new Formule.Duree(Formule.Etape.INFORMEES, Statistique.MEDIANE))).isEqualByComparingTo("72");
        assertThat(valeur(new Formule.Duree(Formule.Etape.INFORMEES, Statistique.P90))).isEqualByComparingTo("111");
    }

    @Test
    void open_files_are_told_by_the_time_since_reception_and_those_held_apart() {
        // On 31 December: 24 (March), 27 (3 November), 39 (July), 40 (September), 41 (August), 42–44 (October), 45, 46 (December).
        assertThat(valeur(new Formule.Ouvertes(0, null))).isEqualByComparingTo("10");
        assertThat(valeur(new Formule.Ouvertes(0, 1))).isEqualByComparingTo("2");
        assertThat(valeur(new Formule.Ouvertes(1, 2))).isEqualByComparingTo("1");
        assertThat(valeur(new Formule.Ouvertes(2, 3))).isEqualByComparingTo("3");
        assertThat(valeur(new Formule.Ouvertes(3, 6))).isEqualByComparingTo("3");
        assertThat(valeur(new Formule.Ouvertes(6, null))).isEqualByComparingTo("1");
        assertThat(valeur(new Formule.Tenues())).isEqualByComparingTo("1");
    }

    @Test
    void a_child_in_two_files_under_two_names_united_since_is_one_minor_and_an_expected_one_none() {
        // B: 21–24 four, 42 and 43 one child, 44 two (one withdrawn, one added), 45 born in time, 46 not born.
        assertThat(valeur(new Formule.Mineurs(), B)).isEqualByComparingTo("8");
    }

    @Test
    void evaluated_among_received_is_read_within_one_cohort() {
        // Of the 43 received in 2003, 30 have a report (31 less 29, received in 2002).
        Resultat cohorte = calculer(new Formule.Cohorte());
        assertThat(cohorte.base()).hasSize(43);
        assertThat(cohorte.comptes()).hasSize(30);
        assertThat(cohorte.valeur()).isEqualByComparingTo("69.8");
    }

    @Test
    void nothing_to_measure_is_not_known_rather_than_zero() {
        Resultat vide = new Formule.Duree(Formule.Etape.RAPPORT, Statistique.MEDIANE).calculer(new Faits(List.of(), List.of()),
                new Portee(jour(1, 1), FIN_2003, FIN_2003, null));
        assertThat(vide.valeur()).isNull();
        assertThat(vide.nonConnu()).isNotBlank();
    }

    @Test
    void each_figure_is_the_size_of_its_list() {
        List<Formule> nombres = new ArrayList<>(List.of(new Formule.Entrantes(null), new Formule.Flux(Formule.Etape.RAPPORT),
                new Formule.Ouvertes(0, null), new Formule.Tenues()));
        nombres.forEach(f -> assertThat(calculer(f).valeur()).isEqualByComparingTo(BigDecimal.valueOf(Set.copyOf(calculer(f).comptes()).size())));
    }
}
