package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.indicateur.DocumentsDEssai;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import fr.jalon.indicateur.LigneDocument;
import org.junit.jupiter.api.Test;

/** The printed tables of the five départements put back under their columns, with nothing counted nor typed. */
class TableauImprimeTest {

    private static final DocumentsDuCatalogue DOCUMENTS = DocumentsDEssai.lire();
    private static final Plans PLANS = new Plans();

    private static List<LigneContrat> table(String departement, String plan) {
        Plan p = PLANS.exiger(departement, plan);
        return DOCUMENTS.lignes(departement).stream().filter(p::tient).map(l -> Assemblage.ligne(l, DOCUMENTS.valeurs(l.code()),
                new Assemblage.Sources(p, a -> null, null, (a, t) -> null, Mots.Connus.AUCUN, Map.of(), Map.of(), false))).toList();
    }

    private static LigneContrat ligne(List<LigneContrat> table, String code) {
        return table.stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void the_received_and_evaluated_of_fiche_6_stand_under_their_years_with_the_right_changes() {
        LigneContrat recues = ligne(table("35", "2020-2023"), "35-F06-01");
        assertThat(recues.niveau().texte()).isEqualTo("2\u00a0089");
        assertThat(recues.annees()).extracting(a -> a.realise().texte()).containsExactly("2\u00a0171", "2\u00a0417", "2\u00a0476", "2\u00a0689");
        assertThat(recues.evolutions()).extracting(e -> e.texte()).containsExactly("+11,3\u00a0%", "+2,4\u00a0%", "+8,6\u00a0%");
        assertThat(recues.periode().texte()).isEqualTo("+23,9\u00a0%");
        assertThat(recues.periode().imprimee()).isEqualTo("+11\u00a0%");
        assertThat(recues.periode().fausse()).as("the printed one repeats 2020-2021").isTrue();
        assertThat(recues.depuisReference().texte()).isEqualTo("+28,7\u00a0%");
        assertThat(ligne(table("35", "2020-2023"), "35-F06-02").depuisReference().texte()).isEqualTo("+32,8\u00a0%");
        assertThat(recues.annees().get(0).ecart().texte()).isEqualTo("n.c.");
        assertThat(recues.annees().get(0).ecart().raison()).isEqualTo("La cible de 2020\u00a0: non disponible (ND imprimé).");
    }

    @Test
    void the_printed_table_is_chosen_over_the_fiche_and_the_other_figure_is_kept_beside() {
        LigneContrat visites = ligne(table("35", "2020-2023"), "35-F03-01");
        assertThat(visites.niveau().texte()).isEqualTo("1\u00a0554");
        assertThat(visites.niveau().imprime().autres()).containsExactly("fiche\u00a0: 1 492");
        assertThat(visites.periode().texte()).isEqualTo("+4,3\u00a0%");
        assertThat(visites.annees().get(0).ecart().texte()).isEqualTo("+15,6\u00a0%");
    }

    @Test
    void the_caption_of_the_waiting_list_is_pointed_out() {
        LigneContrat attente = ligne(table("35", "2020-2023"), "35-F19-03");
        assertThat(attente.evolutions().get(2).texte()).isEqualTo("+59,0\u00a0%");
        assertThat(attente.evolutions().get(2).fausse()).isFalse();
        assertThat(attente.commentaireImprime()).contains("baisse");
        assertThat(attente.alerte()).contains("baisse").contains("+59,0");
        assertThat(attente.annees().get(1).realise().imprime().arreteAu()).isEqualTo("janvier 2022");
    }

    @Test
    void the_column_2020_2023_that_repeats_2020_2021_is_told_wrong_wherever_it_is() {
        List<String> fausses = table("35", "2020-2023").stream().filter(l -> l.periode().fausse()).map(LigneContrat::code).toList();
        assertThat(fausses).contains("35-F01-01", "35-F02-01", "35-F03-01", "35-F19-01", "35-F06-01", "35-F06-02").hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void words_in_place_of_a_number_are_shown_and_never_computed() {
        LigneContrat rencontres = ligne(table("35", "2020-2023"), "35-F16-01");
        assertThat(rencontres.periode().texte()).isEqualTo("n.c.");
        assertThat(rencontres.annees()).allSatisfy(a -> assertThat(a.realise().texte()).isNotBlank());
        assertThat(table("35", "2020-2023").stream().flatMap(l -> l.evolutions().stream())).allSatisfy(e -> assertThat(e.valeur() == null).isEqualTo(e.raison() != null));
    }

    @Test
    void a_school_year_stands_under_the_year_it_ends_in() {
        assertThat(ligne(table("35", "2020-2023"), "35-F02-01").annees()).extracting(a -> a.realise().texte())
                .containsExactly("5\u00a0952", "9\u00a0354", "9\u00a0656", "9\u00a0818");
    }

    @Test
    void the_table_of_49_gives_its_levels_of_2019_and_its_targets_and_says_what_is_still_to_type() {
        List<LigneContrat> table = table("49", null);
        LigneContrat epp = ligne(table, "49-F01-01");
        assertThat(epp.niveau().texte()).isEqualTo("702");
        assertThat(epp.annees()).extracting(a -> a.cible().texte()).containsExactly("", "1\u00a0000", "1\u00a0300");
        assertThat(epp.annees().get(0).realise().texte()).isEqualTo("589");
        assertThat(epp.evolutions().get(0).raison()).isEqualTo("La valeur de 2021\u00a0: pas encore saisie.");
        assertThat(ligne(table, "49-F03-01").niveau().texte()).isEqualTo("967");
    }

    @Test
    void every_document_has_its_rows_in_the_printed_order() {
        for (String d : List.of("35", "49", "17", "61", "22")) {
            for (Plan p : PLANS.de(d)) {
                List<LigneContrat> table = table(d, p.code());
                assertThat(table).as(d + " " + p.code()).isNotEmpty();
                List<Integer> rangs = table.stream().map(l -> DOCUMENTS.ligne(l.code()).orElseThrow().rang()).toList();
                assertThat(rangs).isSorted();
            }
            assertThat(DOCUMENTS.lignes(d).stream().filter(LigneDocument::tableauDeBord).filter(l -> PLANS.de(d).stream().noneMatch(p -> p.tient(l))).map(LigneDocument::code))
                    .as("rows of no document of " + d).isEmpty();
        }
    }
}
