package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionTest {

    private static final Evolutions.Evolution PLUS_59 = Evolutions.entre(2022, Grandeur.de(200), 2023, Grandeur.de(318), false);
    private static final Evolutions.Evolution MOINS_5 = Evolutions.entre(2022, Grandeur.de(200), 2023, Grandeur.de(190), false);

    @Test
    void the_printed_caption_of_the_waiting_list_contradicts_its_rise_of_59_per_cent() {
        assertThat(Contradiction.relever("évolution positive car baisse du nombre de mesures en attente", PLUS_59, 2022, 2023))
                .hasValue("Le commentaire parle de baisse\u00a0; le chiffre passe de 2022 à 2023 par +59,0\u00a0%.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forte augmentation des demandes", "Hausse en 2023", "Pas de baisse constatée", "Sans diminution de l’activité",
        "Baisse jusqu’en 2021, puis hausse", "Effet des recrutements", "L’objectif de réduction est reporté"})
    void what_agrees_denies_or_goes_both_ways_is_left_alone(String commentaire) {
        assertThat(Contradiction.relever(commentaire, PLUS_59, 2022, 2023)).isEmpty();
    }

    @Test
    void a_rise_told_of_a_fall_and_a_stability_told_of_a_leap_are_pointed_out() {
        assertThat(Contradiction.relever("Activité en augmentation", MOINS_5, 2022, 2023)).get().asString().contains("hausse");
        assertThat(Contradiction.relever("Activité stable", PLUS_59, 2022, 2023)).get().asString().contains("stabilité");
        assertThat(Contradiction.relever("Activité stable", MOINS_5, 2022, 2023)).isEmpty();
    }

    @Test
    void without_a_figure_nothing_is_contradicted() {
        assertThat(Contradiction.relever("baisse", new Evolutions.Evolution(null, Evolutions.Mesure.POURCENT, "x", null), 2022, 2023)).isEmpty();
        assertThat(Contradiction.relever(null, new Evolutions.Evolution(BigDecimal.ONE, Evolutions.Mesure.POURCENT, null, null), 2022, 2023)).isEmpty();
    }
}
