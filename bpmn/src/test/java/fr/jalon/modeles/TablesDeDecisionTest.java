package fr.jalon.modeles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The decision tables, line by line")
class TablesDeDecisionTest {

    private final DmnEngine moteur = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "TROIS_MOIS,  true,  false, REDUITE,     Urgence à la réception",
        "TROIS_MOIS,  true,  true,  REDUITE,     Urgence à la réception",
        "TROIS_MOIS,  false, true,  REDUITE,     Mineur de moins de deux ans",
        "TROIS_MOIS,  false, false, TROIS_MOIS,  Délai commun de trois mois",
        "TROIS_VOIES, true,  false, CINQ_JOURS,  'Danger grave ou immédiat, péril imminent'",
        "TROIS_VOIES, true,  true,  CINQ_JOURS,  'Danger grave ou immédiat, péril imminent'",
        "TROIS_VOIES, false, true,  VINGT_JOURS, Danger à lever ou à confirmer pour un mineur de moins de deux ans",
        "TROIS_VOIES, false, false, DEUX_MOIS,   Éléments insuffisants pour apprécier la situation"})
    void the_track_follows_urgency_and_age_in_the_tracks_of_the_departement(String jeu, boolean urgence, boolean bebe, String voie,
            String motif) {
        assertThat(evaluer("voie-evaluation", Map.of("jeuDeVoies", jeu, "urgence", urgence, "moinsDeDeuxAns", bebe)).getSingleResult()
                .getEntryMap()).isEqualTo(Map.of("voie", voie, "motif", motif));
    }

    @ParameterizedTest
    @CsvSource({
        "TROIS_MOIS,  false, true,  EVALUATION_REDUITE_DANGER",
        "TROIS_MOIS,  true,  true,  EVALUATION_REDUITE_DANGER",
        "TROIS_MOIS,  true,  false, EVALUATION_REDUITE_AGE",
        "TROIS_MOIS,  false, false, EVALUATION",
        "REDUITE,     false, true,  EVALUATION_REDUITE_DANGER",
        "REDUITE,     true,  false, EVALUATION_REDUITE_AGE",
        "REDUITE,     false, false, EVALUATION_REDUITE",
        "CINQ_JOURS,  true,  true,  EVALUATION_5J",
        "CINQ_JOURS,  false, false, EVALUATION_5J",
        "VINGT_JOURS, true,  false, EVALUATION_20J",
        "DEUX_MOIS,   false, true,  EVALUATION_2M",
        ",            false, false, EVALUATION",
        ",            true,  true,  EVALUATION"})
    void each_minor_has_the_rule_of_their_own_age_and_danger(String voie, boolean bebe, boolean danger, String regle) {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("voie", voie);
        entrees.put("moinsDeDeuxAns", bebe);
        entrees.put("danger", danger);
        assertThat(evaluer("regle-delai", entrees).getSingleResult().<String>getSingleEntry()).isEqualTo(regle);
    }

    @Test
    void an_unknown_track_has_no_rule_rather_than_a_guessed_one() {
        assertThat(evaluer("regle-delai", Map.of("voie", "AUTRE", "moinsDeDeuxAns", false, "danger", false))).isEmpty();
        assertThat(evaluer("voie-evaluation", Map.of("jeuDeVoies", "AUTRE", "urgence", true, "moinsDeDeuxAns", false))).isEmpty();
    }

    private DmnDecisionTableResult evaluer(String cle, Map<String, Object> entrees) {
        DmnDecision decision = moteur.parseDecision(cle, getClass().getResourceAsStream("/processes/" + cle + ".dmn"));
        return moteur.evaluateDecisionTable(decision, entrees);
    }
}
