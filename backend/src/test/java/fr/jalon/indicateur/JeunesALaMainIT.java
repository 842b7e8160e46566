package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.CarnetJeunes.Jeune;
import fr.jalon.indicateur.FormuleAutonomie.Majeurs.Quoi;
import fr.jalon.indicateur.FormuleMesure.Compte;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;

/** Sixteen young people of 2007 in two units of their own, told one by one and counted on paper before the code was run. */
@TestIntegration
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JeunesALaMainIT {

    private static final String A = "jeunes-a";
    private static final String B = "jeunes-b";
    private static final String FEVRIER = "jeunes-fevrier";
    private static final LocalDate FIN = LocalDate.of(2007, 12, 31);
    private static final List<String> BASES = List.of("PLACEMENT_ASE");
    private static final List<String> APJM = List.of("APJM");

    @Autowired
    private CarnetJeunes carnet;
    @Autowired
    private LectureFaits lecture;

    private Faits faits;

    private static LocalDate le(int annee, int mois, int jour) {
        return LocalDate.of(annee, mois, jour);
    }

    @BeforeAll
    void raconter() {
        // Seventeen on 10 May 2007, in care since 2000: 1 interview on time, 2 on the very day, 3 a day late, 4 declined, 5 not held.
        carnet.ecrire(dixSept().entretien(le(2007, 4, 2), "TENU"));
        carnet.ecrire(dixSept().entretien(le(2007, 5, 10), "TENU"));
        carnet.ecrire(dixSept().entretien(le(2007, 5, 11), "TENU"));
        carnet.ecrire(dixSept().entretien(le(2007, 3, 1), "DECLINE"));
        carnet.ecrire(dixSept().entretien(le(2007, 3, 1), "NON_TENU"));
        // 6: born on 28 February 1990, interview that day. 7: the same, held on 1 March: a day late. Births on 29 February have their own year, 2005.
        carnet.ecrire(jeune(le(1990, 2, 28)).entretien(le(2007, 2, 28), "TENU"));
        carnet.ecrire(jeune(le(1990, 2, 28)).entretien(le(2007, 3, 1), "TENU"));
        carnet.ecrire(new Jeune(le(1988, 2, 29)).confie(FEVRIER, le(2000, 1, 1), null).suivi(le(2004, 2, 29), null).entretien(le(2005, 2, 28), "TENU"));
        carnet.ecrire(new Jeune(le(1988, 2, 29)).confie(FEVRIER, le(2000, 1, 1), null).suivi(le(2004, 2, 29), null).entretien(le(2005, 3, 1), "TENU"));
        carnet.ecrire(new Jeune(le(1988, 2, 29)).confie(FEVRIER, le(2005, 2, 28), null).suivi(le(2005, 2, 28), null).entretien(le(2005, 3, 1), "TENU"));
        // 8: entered the day before seventeen, held in time: before. 9: entered on the day: late entry, held in June. 10: MNA, late entry, nothing held.
        carnet.ecrire(new Jeune(le(1990, 5, 10)).confie(B, le(2007, 5, 9), null).suivi(le(2007, 5, 9), null).entretien(le(2007, 5, 10), "TENU"));
        carnet.ecrire(new Jeune(le(1990, 5, 10)).confie(B, le(2007, 5, 10), null).suivi(le(2007, 5, 10), null).entretien(le(2007, 6, 1), "TENU"));
        carnet.ecrire(new Jeune(le(1990, 1, 1)).mna().confie(B, le(2007, 9, 1), null).suivi(le(2007, 9, 1), null));
        // 11: left on the day of seventeen: not in care on it. 12: with a third party directly: outside.
        carnet.ecrire(new Jeune(le(1990, 5, 10)).confie(A, le(2000, 1, 1), le(2007, 5, 10)).suivi(le(2006, 5, 10), le(2007, 6, 1)));
        carnet.ecrire(new Jeune(le(1990, 5, 10)).sejour(A, "PLACEMENT_TIERS", le(2000, 1, 1), null));
        // 13: eighteen on 1 July, then supported until 30 November; a home, no income, in training. 14: eighteen on 1 July, MNA, supported, goes on, reference chosen.
        carnet.ecrire(new Jeune(le(1989, 7, 1)).confie(A, le(2005, 1, 1), le(2007, 7, 2)).majeur(A, le(2007, 7, 2), le(2007, 11, 30))
                .suivi(le(2005, 7, 1), null).geste("autonomie.sortie", le(2007, 11, 30), "logementStable", "OUI", "ressources", "NON", "activite", "OUI",
                        "logement", "AUTONOME", "activiteCode", "FORMATION"));
        carnet.ecrire(new Jeune(le(1989, 7, 1)).mna().confie(A, le(2005, 1, 1), le(2007, 7, 2)).majeur(A, le(2007, 7, 2), null).suivi(le(2005, 7, 1), null)
                .geste("autonomie.demande", le(2007, 5, 1), "souhait", "OUI").geste("autonomie.personne-reference", le(2007, 6, 1), "choisie", "OUI"));
        // 15: two supports in a row, the second goes on: no end. 16: eighteen on 1 July, leaves with nothing.
        carnet.ecrire(new Jeune(le(1988, 3, 3)).mdph().majeur(B, le(2006, 3, 3), le(2007, 3, 3)).majeur(B, le(2007, 3, 3), null).suivi(le(2004, 3, 3), null)
                .geste("autonomie.demande", le(2007, 2, 1), "souhait", "OUI"));
        carnet.ecrire(new Jeune(le(1989, 7, 1)).confie(B, le(2005, 1, 1), le(2007, 7, 2)).suivi(le(2005, 7, 1), null).geste("autonomie.sortie",
                le(2007, 7, 2), "motif", "MAJORITE", "logementStable", "NON", "ressources", "NON", "activite", "NON", "logement", "SANS"));
        faits = lecture.lire();
    }

    private static Jeune jeune(LocalDate naissance) {
        return new Jeune(naissance).confie(A, le(2000, 1, 1), null).suivi(naissance.plusYears(16), null);
    }

    private static Jeune dixSept() {
        return jeune(le(1990, 5, 10));
    }

    private Portee annee(String... unites) {
        return new Portee(le(2007, 1, 1), FIN, FIN, Set.of(unites.length == 0 ? new String[] {A, B} : unites));
    }

    private int compter(Formule formule, String... unites) {
        return formule.calculer(faits, annee(unites)).valeur().intValueExact();
    }

    @Test
    void the_interview_before_seventeen_counts_those_who_reached_it_in_care_having_entered_before() {
        // Reached: 1 to 5, 6, 7, 8. Held on or before the day: 1, 2, 6, 8.
        Resultat r = new FormuleAutonomie.EntretiensATemps(BASES, null).calculer(faits, annee());
        assertThat(r.base()).hasSize(8);
        assertThat(r.comptes()).hasSize(4);
        assertThat(r.valeur()).isEqualByComparingTo("50.0");
        assertThat(new FormuleAutonomie.EntretiensATemps(BASES, null).calculer(faits, annee(B)).base()).as("8 alone").hasSize(1);
    }

    @Test
    void born_on_29_february_seventeen_is_28_february_for_the_interview_and_for_the_entry() {
        Portee en2005 = new Portee(le(2005, 1, 1), le(2005, 12, 31), le(2005, 12, 31), Set.of(FEVRIER));
        Resultat r = new FormuleAutonomie.EntretiensATemps(BASES, null).calculer(faits, en2005);
        assertThat(r.base()).hasSize(2);
        assertThat(r.comptes()).hasSize(1);
        assertThat(new FormuleAutonomie.EntretiensEntresTard(BASES, null).calculer(faits, en2005).base()).hasSize(1);
        assertThat(new FormuleAutonomie.Anniversaires(18, BASES, null).calculer(faits, new Portee(le(2006, 2, 28), le(2006, 2, 28), le(2006, 2, 28),
                Set.of(FEVRIER))).valeur()).isEqualByComparingTo("3");
    }

    @Test
    void late_entries_are_told_apart() {
        // 9 and 10 entered at seventeen or later; 9 was held. 11 was in care before, and left.
        Resultat r = new FormuleAutonomie.EntretiensEntresTard(BASES, null).calculer(faits, annee());
        assertThat(r.base()).hasSize(2);
        assertThat(r.comptes()).hasSize(1);
        assertThat(new FormuleAutonomie.EntretiensEntresTard(BASES, false).calculer(faits, annee()).valeur()).isEqualByComparingTo("100.0");
    }

    @Test
    void of_age_in_the_year_with_and_without_unaccompanied_minors() {
        // 13, 14 and 16 on 1 July.
        assertThat(compter(new FormuleAutonomie.Anniversaires(18, BASES, null))).isEqualTo(3);
        assertThat(compter(new FormuleAutonomie.Anniversaires(18, BASES, false))).isEqualTo(2);
        assertThat(compter(new FormuleAutonomie.Anniversaires(18, BASES, true))).isEqualTo(1);
        assertThat(compter(new FormuleAutonomie.Anniversaires(18, BASES, null), B)).isEqualTo(1);
    }

    @Test
    void young_adults_on_a_day_in_the_year_and_whose_support_ended() {
        assertThat(compter(new FormuleAutonomie.Majeurs(APJM, Quoi.EN_COURS, null, false))).as("14, 15").isEqualTo(2);
        assertThat(compter(new FormuleAutonomie.Majeurs(APJM, Quoi.EN_COURS, false, false))).isEqualTo(1);
        assertThat(compter(new FormuleAutonomie.Majeurs(APJM, Quoi.ANNEE, null, false))).as("13, 14, 15").isEqualTo(3);
        assertThat(compter(new FormuleAutonomie.Majeurs(APJM, Quoi.FINS, null, false))).as("13: 15 went on").isEqualTo(1);
        assertThat(compter(new FormuleAutonomie.Majeurs(APJM, Quoi.EN_COURS, null, true))).as("14 chose somebody").isEqualTo(1);
        assertThat(new FormuleAutonomie.PartDesMajeurs(APJM, "mdph").calculer(faits, annee()).valeur()).isEqualByComparingTo("50.0");
    }

    @Test
    void exits_by_what_the_young_person_leaves_with() {
        assertThat(sorties(Map.of("logementStable", List.of("OUI")))).isEqualTo(1);
        assertThat(sorties(Map.of("ressources", List.of("OUI")))).isZero();
        assertThat(sorties(Map.of("activite", List.of("OUI")))).isEqualTo(1);
        assertThat(sorties(Map.of("motif", List.of("MAJORITE"), "logementStable", List.of("NON"), "ressources", List.of("NON"), "activite", List.of("NON"))))
                .isEqualTo(1);
        assertThat(compter(new FormuleMesure.Actes("autonomie.demande", Map.of("souhait", List.of("OUI")), Compte.ENFANTS))).isEqualTo(2);
    }

    private int sorties(Map<String, List<String>> filtre) {
        return compter(new FormuleMesure.Actes("autonomie.sortie", filtre, Compte.ENFANTS));
    }

    @Test
    void paths_open_on_a_day_by_age() {
        // Under eighteen on 31 December 2007: 1 to 5, 6, 7, 8, 9, 10 (seventeen); 11 is closed; 13, 14, 15, 16 are of age.
        assertThat(compter(new FormuleAutonomie.Suivis(null, 18, null, false))).isEqualTo(10);
        assertThat(compter(new FormuleAutonomie.Suivis(null, 18, true, false))).as("10").isEqualTo(1);
        assertThat(compter(new FormuleAutonomie.Suivis(null, 21, null, true))).as("all but 12").isEqualTo(15);
        // On the first day each is counted from: 15 is already of age on 1 January.
        assertThat(compter(new FormuleAutonomie.Suivis(null, 18, null, true))).isEqualTo(14);
    }
}
