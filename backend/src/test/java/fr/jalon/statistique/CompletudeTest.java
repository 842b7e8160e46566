package fr.jalon.statistique;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.statistique.DictionnaireOlinpe.Certitude;
import fr.jalon.statistique.DictionnaireOlinpe.Dictionnaire;
import fr.jalon.statistique.DictionnaireOlinpe.Modalite;
import fr.jalon.statistique.DictionnaireOlinpe.Si;
import fr.jalon.statistique.DictionnaireOlinpe.Source;
import fr.jalon.statistique.DictionnaireOlinpe.Variable;
import org.junit.jupiter.api.Test;

/** Lines due and filled, official codes, and when the officer is told, by hand. */
class CompletudeTest {

    private static final Dictionnaire LIVRE = new DictionnaireOlinpe().lire();

    private static LignesOlinpe.Ligne ligne(boolean accueil, String... champs) {
        Map<String, String> c = new HashMap<>();
        for (int i = 0; i < champs.length; i += 2) {
            c.put(champs[i], champs[i + 1]);
        }
        return new LignesOlinpe.Ligne(UUID.randomUUID(), UUID.randomUUID(), "u", YearMonth.of(2026, 3), accueil, c);
    }

    private static Variable variable(String code) {
        return LIVRE.trouver(code).orElseThrow();
    }

    @Test
    void a_line_counts_where_it_is_due_and_a_value_without_an_official_code_is_filled_and_told_apart() {
        List<LignesOlinpe.Ligne> lignes = List.of(ligne(false, "cadre", "ADMINISTRATIF", "base", "AED"), ligne(true, "cadre", "ADMINISTRATIF", "base", "APJM"),
                ligne(false, "cadre", "JUDICIAIRE", "base", "AEMO"), ligne(false, "cadre", "ADMINISTRATIF"));
        assertThat(Completude.de(variable("NATPDECADM"), lignes)).isEqualTo(new Completude(3, 2, 1));
        assertThat(Completude.de(variable("NATDECASSED"), lignes)).isEqualTo(new Completude(1, 1, 0));
        assertThat(Completude.de(variable("NIVSCO"), lignes)).isEqualTo(new Completude(0, 0, 0));
    }

    @Test
    void codes_that_leave_are_the_official_ones_and_what_has_none_leaves_empty() {
        assertThat(variable("SEXE").coder("GARCON")).contains("1");
        assertThat(variable("SEXE").coder("FILLE")).contains("2");
        assertThat(variable("SEXE").coder(null)).contains("9");
        assertThat(variable("ANAIS").coder(null)).contains("9999");
        assertThat(variable("ANAIS").coder("2016")).contains("2016");
        assertThat(variable("TYPEV").coder("FIN")).contains("3");
        assertThat(variable("TYPEV").coder("MODIFICATION")).isEmpty();
        assertThat(variable("NATPDECADM").coder("APJM")).isEmpty();
        assertThat(variable("INSTITPLAC").coder("PLACEMENT_TIERS")).contains("2");
        assertThat(variable("PROJET").coder("OUI")).contains("2");
    }

    @Test
    void only_what_the_text_calls_an_event_has_a_type() {
        assertThat(ligne(false, "evenement", "PRONONCE").due(Si.OFFICIEL)).isTrue();
        assertThat(ligne(false, "evenement", "DEBUT").due(Si.OFFICIEL)).isFalse();
        assertThat(ligne(false, "evenement", "PRONONCE").due(Si.COMMENCE)).isFalse();
        assertThat(ligne(true, "evenement", "PRONONCE", "cadre", "JUDICIAIRE").due(Si.ACCUEIL_JUDICIAIRE)).isFalse();
        assertThat(ligne(true, "evenement", "DEBUT", "cadre", "JUDICIAIRE").due(Si.ACCUEIL_JUDICIAIRE)).isTrue();
    }

    @Test
    void the_officer_is_told_when_a_variable_passes_under_its_threshold_or_falls_and_not_again_while_it_stays_under() {
        Completude quatreVingtQuinze = new Completude(100, 95, 0);
        assertThat(new Completude(100, 89, 0).alerte(null, 90, 5)).isEqualTo(Completude.Alerte.SEUIL);
        assertThat(new Completude(100, 89, 0).alerte(quatreVingtQuinze, 90, 50)).isEqualTo(Completude.Alerte.SEUIL);
        assertThat(new Completude(100, 88, 0).alerte(new Completude(100, 89, 0), 90, 5)).isNull();
        assertThat(new Completude(100, 90, 0).alerte(quatreVingtQuinze, 90, 5)).isNull();
        assertThat(new Completude(200, 179, 0).alerte(quatreVingtQuinze, 80, 5)).isEqualTo(Completude.Alerte.CHUTE);
        assertThat(new Completude(100, 60, 0).alerte(new Completude(100, 70, 0), 90, 5)).isEqualTo(Completude.Alerte.CHUTE);
        assertThat(new Completude(0, 0, 0).alerte(quatreVingtQuinze, 90, 5)).isNull();
        assertThat(new Completude(10, 10, 0).alerte(new Completude(0, 0, 0), 90, 5)).isNull();
    }

    @Test
    void a_dictionary_badly_written_is_refused_with_its_variable() {
        Source s = new Source("S", "Source");
        Variable juste = new Variable("A", "a", "b", null, "sexe", Certitude.LOCAL, List.of("S"), null, false, null, null, null, null, null);
        assertThat(DictionnaireOlinpe.fautes(new Dictionnaire(2026, "s", 90, 5, List.of(s), List.of(juste)))).isEmpty();
        assertThat(DictionnaireOlinpe.fautes(new Dictionnaire(2026, "s", 90, 5, List.of(s), List.of(juste, juste)))).containsExactly("le code A manque ou est deux fois");
        assertThat(DictionnaireOlinpe.fautes(new Dictionnaire(2026, "s", 90, 5, List.of(s), List.of(
                new Variable("B", "b", "b", null, "taille", Certitude.LOCAL, List.of("S"), null, false, null, null, null, null, null),
                new Variable("C", "c", "b", null, "sexe", Certitude.LOCAL, List.of("T"), null, false, null, null, null, null, null),
                new Variable("D", "d", "b", null, "sexe", Certitude.LOCAL, List.of("S"), null, false, null, null, null, 120, null),
                new Variable("E", "e", "b", null, "sexe", Certitude.LOCAL, List.of("S"), null, false, null, null, null, null,
                        List.of(new Modalite(List.of("X"), "1", "x"), new Modalite(List.of("X"), "2", "y")))))))
                .containsExactly("B n’a ni champ connu ni raison de manquer", "C ne dit pas d’où elle vient", "D a un seuil hors de 0 à 100", "E donne deux codes à X");
    }

    @Test
    void every_label_of_the_shipped_dictionary_says_its_source_and_our_own_are_never_called_established() {
        assertThat(LIVRE.variables()).allSatisfy(v -> assertThat(LIVRE.dOu(v)).as(v.code()).isNotBlank());
        assertThat(LIVRE.variables().stream().filter(v -> v.source().contains("LOCAL")).map(Variable::certitude)).containsOnly(Certitude.LOCAL);
        assertThat(LIVRE.variables().stream().filter(v -> v.certitude() == Certitude.ETABLI)).allMatch(v -> v.source().contains("A2016"));
    }
}
