package fr.jalon.ip.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.evaluation.ConclusionEvaluation;
import org.junit.jupiter.api.Test;

class ReglesDecisionTest {

    private static final UUID LEA = UUID.randomUUID();
    private static final UUID TOM = UUID.randomUUID();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static DecisionSaisie classement(UUID mineur) {
        return new DecisionSaisie(mineur, Issue.CLASSEMENT, null, null, null, null, null, "Rien à craindre.");
    }

    private static List<String> champs(List<DecisionSaisie> saisies) {
        Refus refus = catchThrowableOfType(Refus.class, () -> ReglesDecision.verifier(List.of(LEA, TOM), saisies, Set.of("TISF")));
        return refus == null ? List.of() : refus.erreurs().stream().map(Refus.Erreur::champ).toList();
    }

    @Test
    void a_decision_missing_for_one_minor_is_refused_at_that_minor() {
        assertThat(champs(List.of(classement(LEA)))).containsExactly("mineurs[1].issue");
        assertThat(champs(List.of(classement(LEA), classement(TOM)))).isEmpty();
    }

    @Test
    void each_outcome_asks_for_what_it_needs_all_at_once() {
        DecisionSaisie aide = new DecisionSaisie(LEA, Issue.AIDE_ADMINISTRATIVE, "INCONNUE", null, null, null, null, " ");
        DecisionSaisie justice = new DecisionSaisie(TOM, Issue.AUTORITE_JUDICIAIRE, null, null, null, null, null, "Danger.");
        assertThat(champs(List.of(aide, justice))).containsExactly("mineurs[0].natureAide", "mineurs[0].motivation", "mineurs[1].critere");
    }

    @Test
    void actions_already_tried_are_told_to_the_procureur_unless_the_danger_is_grave_and_immediate() {
        for (CritereL2264 critere : CritereL2264.values()) {
            DecisionSaisie d = new DecisionSaisie(TOM, Issue.AUTORITE_JUDICIAIRE, null, critere, "  ", null, null, "Danger.");
            assertThat(champs(List.of(classement(LEA), d)))
                    .isEqualTo(critere == CritereL2264.DANGER_GRAVE_IMMEDIAT ? List.of() : List.of("mineurs[1].actionsTentees"));
        }
    }

    @Test
    void a_minor_decided_twice_or_of_another_file_is_refused() {
        assertThat(champs(List.of(classement(LEA), classement(LEA), classement(TOM)))).containsExactly("mineurs[1].mineurId");
        assertThat(champs(List.of(classement(LEA), classement(TOM), classement(UUID.randomUUID())))).containsExactly("mineurs[2].mineurId");
    }

    @Test
    void a_decision_to_come_or_before_the_report_is_impossible() {
        LocalDate aujourdhui = LocalDate.of(2026, 3, 14);
        LocalDate rapport = LocalDate.of(2026, 3, 10);
        assertThatThrownBy(() -> ReglesDecision.verifierDate(LocalDate.of(2026, 3, 15), rapport, aujourdhui)).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> ReglesDecision.verifierDate(LocalDate.of(2026, 3, 9), rapport, aujourdhui)).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> ReglesDecision.verifierDate(null, rapport, aujourdhui)).isInstanceOf(Refus.class);
        ReglesDecision.verifierDate(rapport, rapport, aujourdhui);
        ReglesDecision.verifierDate(aujourdhui, rapport, aujourdhui);
    }

    @Test
    void the_instant_kept_is_never_before_the_report_of_the_same_day() {
        Instant rapport = Instant.parse("2026-03-10T15:30:00Z");
        Instant maintenant = Instant.parse("2026-03-14T08:00:00Z");
        assertThat(ReglesDecision.instant(LocalDate.of(2026, 3, 10), rapport, maintenant, PARIS)).isEqualTo(rapport);
        assertThat(ReglesDecision.instant(LocalDate.of(2026, 3, 12), rapport, maintenant, PARIS)).isEqualTo(Instant.parse("2026-03-12T11:00:00Z"));
        assertThat(ReglesDecision.instant(LocalDate.of(2026, 3, 14), rapport, maintenant, PARIS)).isEqualTo(maintenant);
    }

    @Test
    void what_departs_from_the_evaluators_asks_a_reason_for_each_minor() {
        Map<UUID, ReglesDecision.Propose> proposes = Map.of(LEA, new ReglesDecision.Propose(ConclusionEvaluation.RISQUE, Issue.DROIT_COMMUN),
                TOM, new ReglesDecision.Propose(ConclusionEvaluation.DANGER, Issue.AUTORITE_JUDICIAIRE));
        List<DecisionSaisie> saisies = List.of(classement(LEA), classement(TOM));
        Avertissements leves = catchThrowableOfType(Avertissements.class, () -> ReglesDecision.ecarts(List.of(LEA, TOM), saisies, proposes, null));
        assertThat(leves.avertissements()).extracting(Avertissements.Avertissement::code)
                .containsExactly("ECART_PROPOSITION#1", "ECART_PROPOSITION#2", "CLASSEMENT_MALGRE_DANGER#2");
        Map<UUID, Map<String, String>> gardes = ReglesDecision.ecarts(List.of(LEA, TOM), saisies, proposes,
                Map.of("ECART_PROPOSITION#1", "a", "ECART_PROPOSITION#2", "b", "CLASSEMENT_MALGRE_DANGER#2", "c"));
        assertThat(gardes).isEqualTo(Map.of(LEA, Map.of("ECART_PROPOSITION", "a"), TOM, Map.of("ECART_PROPOSITION", "b", "CLASSEMENT_MALGRE_DANGER", "c")));
    }

    @Test
    void an_impossible_evaluation_that_is_not_referred_asks_why() {
        Map<UUID, ReglesDecision.Propose> proposes = Map.of(LEA, new ReglesDecision.Propose(ConclusionEvaluation.IMPOSSIBLE, Issue.CLASSEMENT));
        Avertissements leves = catchThrowableOfType(Avertissements.class,
                () -> ReglesDecision.ecarts(List.of(LEA), List.of(classement(LEA)), proposes, Map.of()));
        assertThat(leves.avertissements()).extracting(Avertissements.Avertissement::code).containsExactly("IMPOSSIBLE_SANS_SAISINE#1");
    }
}
