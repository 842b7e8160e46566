package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonetiqueFrancaiseTest {

    @ParameterizedTest
    @CsvSource({"Renault,Reno", "Renaud,Reno", "Philippe,Filip", "Maëlys,Maelis", "Mathieu,Matieu", "Christophe,Kristof", "Chloé,Cloé",
        "Thibault,Tibo", "Gauthier,Gautier", "Yanis,Ianis", "Guy,Gui", "Solange,Solanje", "Maurice,Morice", "Beauchamp,Bochan", "Quentin,Kentin", "Lefèvre,Lefebvre",
        "Nathan,Natan", "Rousseau,Rousso", "Isaac,Izac"})
    void spellings_a_french_ear_cannot_tell_apart_have_one_key(String un, String autre) {
        assertThat(cle(un)).isEqualTo(cle(autre));
    }

    @ParameterizedTest
    @CsvSource({"Denis,Denise", "Martin,Martine", "Lucas,Lucie", "Jean,Jeanne", "Emma,Anna", "Paul,Paulette", "Hugo,Inaya", "Morel,Moreau"})
    void names_that_sound_apart_have_two(String un, String autre) {
        assertThat(cle(un)).isNotEqualTo(cle(autre));
    }

    @Test
    void any_word_has_a_key_and_the_empty_word_an_empty_one() {
        assertThat(cle("")).isEmpty();
        for (String mot : List.of("a", "h", "xx", "zzzz", "ng", "ch", "eee", "ouioui")) {
            assertThat(cle(mot)).isNotNull();
        }
    }

    private static String cle(String nom) {
        return PhonetiqueFrancaise.cle(NomNormalise.normaliser(nom).replace(" ", ""));
    }
}
