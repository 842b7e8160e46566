package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.projet.CarnetProjets;
import fr.jalon.projet.CarnetProjets.Enfant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Twenty-one children of 2006 in two units of their own, told one by one and counted on paper. The figures below were written before the code
 * was run.
 */
@TestIntegration
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjetsALaMainIT {

    private static final String A = "projets-a";
    private static final String B = "projets-b";
    private static final LocalDate FIN = LocalDate.of(2006, 12, 31);

    @Autowired
    private CarnetProjets carnet;
    @Autowired
    private LectureFaits lecture;

    private Faits faits;

    private static LocalDate jour(int mois, int jour) {
        return LocalDate.of(2006, mois, jour);
    }

    private static LocalDate en2005(int mois, int jour) {
        return LocalDate.of(2005, mois, jour);
    }

    private void ecrire(Enfant e) {
        carnet.ecrire(e);
    }

    private static Enfant enfant() {
        return new Enfant().ne(LocalDate.of(1996, 6, 1));
    }

    @BeforeAll
    void raconter() {
        // 1–4: MEP of unit A started on 10 January. 1 established in time, 2 on the very last day, 3 a day late, 4 never.
        ecrire(enfant().mesure(A, "MEP", jour(1, 10), null).etabli(jour(3, 1)));
        ecrire(enfant().mesure(A, "MEP", jour(1, 10), null).etabliAvecSante(jour(4, 10)));
        ecrire(enfant().mesure(A, "MEP", jour(1, 10), null).etabli(jour(4, 11)));
        ecrire(enfant().mesure(A, "MEP", jour(1, 10), null));
        // 5: a placement of unit B, established, revised in December. 6: the same, its revision forgotten.
        ecrire(enfant().mesure(B, "PLACEMENT", en2005(10, 1), null).etabli(en2005(12, 15)).etabli(jour(12, 10)));
        ecrire(enfant().mesure(B, "PLACEMENT", en2005(9, 1), null).etabli(en2005(11, 20)));
        // 7: started on 30 November 2005, three months end on 28 February; established that day.
        ecrire(enfant().mesure(B, "MEP", en2005(11, 30), null).etabli(jour(2, 28)));
        // 8: ended before its three months, nothing established. 9: ended before, established in time all the same.
        ecrire(enfant().mesure(A, "MEP", jour(5, 2), jour(6, 20)));
        ecrire(enfant().mesure(A, "MEP", jour(5, 2), jour(7, 20)).etabli(jour(7, 1)));
        // 10: two measures: the second one does not open another, and revises it.
        ecrire(enfant().mesure(A, "MEP", jour(2, 1), null).mesure(A, "PLACEMENT", jour(8, 1), null).etabli(jour(4, 20)).etabli(jour(10, 15)));
        // 11: comes back. Established in 2005, ended, back in June: a revision, not yet established again.
        ecrire(enfant().mesure(A, "MEP", en2005(3, 1), en2005(12, 1)).mesure(A, "MEP", jour(6, 1), null).etabli(en2005(5, 1)));
        // 12: comes back, never established the first time (it owed nothing: ended before); established late after the return.
        ecrire(enfant().mesure(A, "MEP", en2005(10, 1), en2005(11, 1)).mesure(B, "MEP", jour(3, 15), null).etabli(jour(6, 20)));
        // 13: of age within the three months, established in time. 14: of age within the three months, never. 15: of age after them.
        ecrire(new Enfant().ne(LocalDate.of(1988, 5, 10)).mesure(B, "PLACEMENT", jour(4, 1), null).etabli(jour(6, 1)));
        ecrire(new Enfant().ne(LocalDate.of(1988, 5, 10)).mesure(B, "PLACEMENT", jour(4, 1), null));
        ecrire(new Enfant().ne(LocalDate.of(1988, 9, 1)).mesure(B, "PLACEMENT", jour(4, 1), null).etabli(jour(6, 30)));
        // 16: of age already: no projet is asked. 17: financial help alone: none either.
        ecrire(new Enfant().ne(LocalDate.of(1987, 5, 10)).mesure(B, "PLACEMENT", jour(4, 1), null));
        ecrire(enfant().mesure(B, "MJAGBF", jour(4, 1), null));
        // 18: changes unit in September, established before. 19: eighteen months old, established in May: six months later it is past its revision.
        ecrire(enfant().mesure(A, "MEP", jour(3, 1), null).passe(B, jour(9, 1)).etabli(jour(5, 15)));
        ecrire(new Enfant().ne(LocalDate.of(2004, 11, 1)).mesure(A, "MEP", jour(3, 1), null).etabli(jour(5, 15)));
        // 20: started in November: its three months end in 2007. 21: birth unknown, five years old people say.
        ecrire(new Enfant().ne(LocalDate.of(2002, 2, 2)).mesure(A, "MEP", jour(11, 15), null));
        ecrire(new Enfant().mesure(A, "MEP", jour(3, 1), null).etabli(jour(4, 1)));
        faits = lecture.lire();
    }

    private Portee annee(String... unites) {
        return new Portee(jour(1, 1), FIN, FIN, Set.of(unites.length == 0 ? new String[] {A, B} : unites));
    }

    private int compter(Formule formule, String... unites) {
        return formule.calculer(faits, annee(unites)).valeur().intValueExact();
    }

    @Test
    void opened_counts_each_child_once_whatever_follows() {
        // 1–4, 8, 9, 10, 13, 14, 15, 18, 19, 20, 21 in 2006; 5, 6, 7, 11, 12 opened in 2005; 16 and 17 never.
        assertThat(compter(new FormuleMesure.Actes("projet.ouvert", null, Compte.MESURES))).isEqualTo(14);
        assertThat(compter(new FormuleMesure.Actes("projet.ouvert", null, Compte.MESURES), B)).isEqualTo(3);
        // 19 (sixteen months) and 20 (four); 21 has no known birth.
        assertThat(compter(new FormuleProjet.ActesAvant("projet.ouvert", 6, null))).isEqualTo(2);
    }

    @Test
    void established_in_the_year_counts_a_projet_once_and_its_revision_like_the_rest() {
        // 1, 2, 3, 5 (revision), 7, 9, 10 (twice, once), 12, 13, 15, 18, 19, 21.
        assertThat(compter(new FormuleMesure.Actes("projet.etabli", null, Compte.MESURES))).isEqualTo(13);
        assertThat(compter(new FormuleMesure.Actes("projet.etabli", Map.of("voletMedical", List.of("OUI")), Compte.MESURES))).isEqualTo(1);
    }

    @Test
    void in_force_leaves_out_what_is_past_its_revision_closed_or_resumed() {
        // 1, 2, 3, 5, 7, 10, 12, 13, 15, 18, 21. Not 6 (past), 9 (closed), 11 (resumed), 19 (six months passed on 15 November).
        assertThat(compter(new FormuleMesure.EnCours("PROJET_VALIDE", null, Compte.MESURES))).isEqualTo(11);
        assertThat(new FormuleMesure.EnCours("PROJET_VALIDE", null, Compte.MESURES).calculer(faits, annee().au(jour(11, 15))).valeur())
                .as("19 still is on its last day, and 6, established on 20 November 2005; 5, of 15 December, too").isEqualByComparingTo("13");
        assertThat(compter(new FormuleMesure.EnCours("PROJET_VALIDE", null, Compte.MESURES), B)).as("5, 7, 12, 13, 15, and 18 since September").isEqualTo(6);
        // Set up within a MEP: 1, 2, 3, 7, 10 (a MEP runs beside its placement), 12, 18, 21: 8 of 11.
        assertThat(new FormuleProjet.PartEnCours("PROJET_VALIDE", Map.of("mep", List.of("OUI"))).calculer(faits, annee()).valeur()).isEqualByComparingTo("72.7");
    }

    @Test
    void coverage_is_of_children_and_follows_the_unit_of_their_measure() {
        Map<String, List<String>> sauf = Map.of("base", List.of("MJAGBF", "APJM"));
        // Exercised on 31 December: all but 8 and 9, without 17: 18 children, 16 among them (a placement, whoever asks for its projet).
        Resultat tous = new FormuleProjet.Couverture(sauf, 0).calculer(faits, annee());
        assertThat(tous.base()).hasSize(18);
        assertThat(tous.comptes()).hasSize(11);
        // For more than three months: not 20.
        Resultat troisMois = new FormuleProjet.Couverture(sauf, 3).calculer(faits, annee());
        assertThat(troisMois.base()).hasSize(17);
        assertThat(troisMois.valeur()).isEqualByComparingTo("64.7");
        // B: 5, 6, 7, 12, 13, 14, 15, 16, 18: nine, of whom 5, 7, 12, 13, 15, 18.
        Resultat b = new FormuleProjet.Couverture(sauf, 3).calculer(faits, annee(B));
        assertThat(b.base()).hasSize(9);
        assertThat(b.comptes()).hasSize(6);
    }

    @Test
    void within_three_months_counts_from_the_effective_start_and_leaves_nobody_late_out() {
        // Their last day is in 2006: 1, 2, 3, 4 (10 April), 7 (28 February), 9, 10, 12 (15 June), 15 (1 July), 18, 19, 21 (1 June): 12.
        // 5 and 6 were due on 1 January and 1 December 2005: 5 too is in, established on 15 December. 8 owed nothing, 11 is a revision, 20 is due in 2007.
        Resultat r = new FormuleProjet.EtablisATemps(3, false).calculer(faits, annee());
        assertThat(r.base()).hasSize(13);
        // Not 3 (a day late), 4 (never), 12 (five days late).
        assertThat(r.comptes()).hasSize(10);
        assertThat(r.valeur()).isEqualByComparingTo("76.9");
        Resultat majeurs = new FormuleProjet.EtablisATemps(3, true).calculer(faits, annee());
        assertThat(majeurs.base()).as("13 and 14").hasSize(2);
        assertThat(majeurs.valeur()).isEqualByComparingTo("50.0");
    }
}
