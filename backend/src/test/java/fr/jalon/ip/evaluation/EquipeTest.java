package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import org.junit.jupiter.api.Test;

class EquipeTest {

    private static final Set<String> PROFESSIONS = Set.of("ASSISTANT_SOCIAL", "EDUCATEUR");
    private final UUID anne = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();

    private Equipe equipe(String... professions) {
        List<UUID> gens = List.of(anne, bruno);
        return new Equipe(java.util.stream.IntStream.range(0, professions.length).mapToObj(i -> new Equipe.Membre(gens.get(i), professions[i])).toList());
    }

    private static List<String> champs(Equipe equipe, Set<UUID> habilites) {
        return catchThrowableOfType(Refus.class, () -> equipe.verifier(habilites, PROFESSIONS)).erreurs().stream().map(Refus.Erreur::champ).toList();
    }

    @Test
    void two_people_of_two_professions_pass_without_a_word() {
        equipe("ASSISTANT_SOCIAL", "EDUCATEUR").verifier(Set.of(anne, bruno), PROFESSIONS);
        assertThat(equipe("ASSISTANT_SOCIAL", "EDUCATEUR").avertir(new Avertissements.Controle(Map.of())).exiger()).isEmpty();
    }

    @Test
    void nobody_named_is_refused() {
        assertThat(champs(equipe(), Set.of(anne))).containsExactly("evaluateurs");
    }

    @Test
    void somebody_who_does_not_evaluate_there_or_has_no_profession_is_refused_at_their_line() {
        assertThat(champs(equipe("ASSISTANT_SOCIAL", "JARDINIER"), Set.of(anne)))
                .containsExactly("evaluateurs[1].utilisateurId", "evaluateurs[1].profession");
    }

    @Test
    void the_same_person_twice_is_refused() {
        Equipe equipe = new Equipe(List.of(new Equipe.Membre(anne, "EDUCATEUR"), new Equipe.Membre(anne, "EDUCATEUR")));
        assertThat(champs(equipe, Set.of(anne))).containsExactly("evaluateurs[1].utilisateurId");
    }

    @Test
    void one_evaluator_or_one_profession_asks_a_reason_and_passes_with_it() {
        Avertissements un = catchThrowableOfType(Avertissements.class,
                () -> equipe("EDUCATEUR").avertir(new Avertissements.Controle(null)).exiger());
        assertThat(un.avertissements()).extracting(Avertissements.Avertissement::code).containsExactly("UN_SEUL_EVALUATEUR");
        assertThat(equipe("EDUCATEUR", "EDUCATEUR").avertir(new Avertissements.Controle(Map.of("UNE_PROFESSION", "poste vacant"))).exiger())
                .containsEntry("UNE_PROFESSION", "poste vacant");
    }
}
