package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import org.junit.jupiter.api.Test;

/** What handing in refuses and what it asks a reason for, figures by hand. */
class BilanTest {

    private static final LocalDate LEGALE = LocalDate.of(2026, 6, 3);

    private static Bilan.BilanMineur mineur(boolean rencontre, ConclusionEvaluation c, PropositionEvaluation p) {
        return new Bilan.BilanMineur(UUID.randomUUID(), "Essai", false, rencontre, false, rencontre, false, c, p, true, true, false);
    }

    private static Bilan.BilanTitulaire titulaire(boolean rencontre) {
        return new Bilan.BilanTitulaire(UUID.randomUUID(), "Essai", rencontre, false, rencontre, false, 0);
    }

    private static Bilan.BilanFoyer foyer(int visites) {
        return new Bilan.BilanFoyer(UUID.randomUUID(), "Chez sa mère", visites);
    }

    private static Bilan bilan(int evaluateurs, int professions, List<Bilan.BilanMineur> mineurs, List<Bilan.BilanTitulaire> titulaires,
            List<Bilan.BilanFoyer> foyers, boolean vide) {
        return new Bilan(evaluateurs, professions, mineurs, titulaires, foyers, List.of(new Bilan.BilanSection("ENFANT", "L’enfant", true, vide)),
                LEGALE, null);
    }

    private static List<String> codes(Bilan bilan, LocalDate le) {
        return bilan.avertissements(le).stream().map(Avertissements.Avertissement::code).toList();
    }

    private final Bilan complet = bilan(2, 2, List.of(mineur(true, ConclusionEvaluation.RISQUE, PropositionEvaluation.DROIT_COMMUN)),
            List.of(titulaire(true)), List.of(foyer(1)), false);

    @Test
    void a_complete_evaluation_handed_in_on_the_last_day_asks_nothing() {
        assertThat(complet.empechements()).isEmpty();
        assertThat(codes(complet, LEGALE)).isEmpty();
    }

    @Test
    void the_day_after_the_legal_date_is_an_overrun() {
        assertThat(codes(complet, LEGALE.plusDays(1))).containsExactly("DEPASSEMENT");
    }

    @Test
    void only_a_minor_without_conclusion_or_proposal_is_refused_at_its_line() {
        Bilan b = bilan(2, 2, List.of(mineur(true, ConclusionEvaluation.DANGER, PropositionEvaluation.CLASSEMENT), mineur(true, null, null)),
                List.of(), List.of(foyer(1)), false);
        assertThat(b.empechements()).extracting(Refus.Erreur::champ)
                .containsExactly("conclusions[1].conclusion", "conclusions[1].proposition");
    }

    @Test
    void nothing_done_asks_every_reason_and_refuses_none() {
        Bilan b = bilan(2, 1, List.of(mineur(false, ConclusionEvaluation.RISQUE, PropositionEvaluation.DROIT_COMMUN)), List.of(titulaire(false)),
                List.of(foyer(0)), true);
        assertThat(b.empechements()).isEmpty();
        assertThat(codes(b, LEGALE)).containsExactly("UNE_PROFESSION", "SANS_VISITE", "MINEUR_NON_RENCONTRE", "TITULAIRE_NON_RENCONTRE",
                "TITULAIRE_NON_INFORME", "SECTION_VIDE");
    }

    @Test
    void of_two_homes_the_one_not_visited_is_told_apart_from_no_visit_at_all() {
        Bilan b = bilan(2, 2, List.of(mineur(true, ConclusionEvaluation.RISQUE, PropositionEvaluation.DROIT_COMMUN)), List.of(titulaire(true)),
                List.of(foyer(1), foyer(0)), false);
        assertThat(codes(b, LEGALE)).containsExactly("FOYER_NON_VISITE");
    }

    @Test
    void an_expected_child_is_not_reproached_with_not_having_been_met() {
        Bilan.BilanMineur aNaitre = new Bilan.BilanMineur(UUID.randomUUID(), "Enfant à naître", true, false, false, false, false,
                ConclusionEvaluation.RISQUE, PropositionEvaluation.DROIT_COMMUN, true, true, false);
        assertThat(codes(bilan(2, 2, List.of(aNaitre), List.of(titulaire(true)), List.of(foyer(1)), false), LEGALE)).isEmpty();
    }

    @Test
    void an_impossible_evaluation_leads_to_the_judicial_authority_or_says_why_not() {
        Bilan.BilanMineur sansSuite = mineur(false, ConclusionEvaluation.IMPOSSIBLE, PropositionEvaluation.CLASSEMENT);
        assertThat(codes(bilan(2, 2, List.of(sansSuite), List.of(titulaire(true)), List.of(foyer(1)), false), LEGALE))
                .containsExactly("MINEUR_NON_RENCONTRE", "IMPOSSIBLE_SANS_SAISINE");
        Bilan.BilanMineur signale = new Bilan.BilanMineur(UUID.randomUUID(), "Essai", false, false, false, false, false,
                ConclusionEvaluation.IMPOSSIBLE, PropositionEvaluation.CLASSEMENT, false, false, true);
        assertThat(codes(bilan(2, 2, List.of(signale), List.of(titulaire(true)), List.of(foyer(1)), false), LEGALE))
                .containsExactly("MINEUR_NON_RENCONTRE");
    }

    @Test
    void a_danger_without_its_nature_and_an_aid_without_its_kind_are_asked_about() {
        Bilan.BilanMineur m = new Bilan.BilanMineur(UUID.randomUUID(), "Essai", false, true, true, true, true, ConclusionEvaluation.DANGER,
                PropositionEvaluation.AIDE_ADMINISTRATIVE, false, false, false);
        assertThat(codes(bilan(2, 2, List.of(m), List.of(titulaire(true)), List.of(foyer(1)), false), LEGALE))
                .containsExactly("NATURE_ABSENTE", "AIDE_NON_PRECISEE");
    }
}
