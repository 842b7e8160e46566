package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fr.jalon.departement.Departement;
import fr.jalon.departement.DepartementDEssai;
import fr.jalon.evenement.LibellesDEssai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever adds an indicator has a sentence for each formula, and examples that are right where they work. */
class MotsDuCatalogueTest {

    private static final DocumentsDuCatalogue DOCUMENTS = DocumentsDEssai.lire();

    @Test
    void each_formula_has_its_sentence_and_no_sentence_is_of_a_formula_that_is_gone() {
        assertThat(MotsDuCatalogue.lire().formules().keySet()).containsExactlyElementsOf(ValidationCatalogue.formulesConnues().keySet());
        assertThat(MotsDuCatalogue.lire().formules().values()).allSatisfy(m -> assertThat(m).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "22", "35", "49", "61"})
    void each_example_is_right_and_so_are_all_of_them_together(String code) {
        Departement departement = DepartementDEssai.de(code, null);
        MotsDuCatalogue mots = new MotsDuCatalogue(null, departement, null, null);
        var livres = Catalogue.livres(code);
        StringBuilder tous = new StringBuilder();
        for (MotsDuCatalogue.ExempleIndicateur e : mots.exemples(departement.profil())) {
            assertThat(new ValidationCatalogue(vocabulaire(departement, livres.values()), DOCUMENTS, livres).valider(e.yaml())).as(e.titre()).isEmpty();
            tous.append(e.yaml());
        }
        assertThat(new ValidationCatalogue(vocabulaire(departement, livres.values()), DOCUMENTS, livres).valider(tous.toString())).isEmpty();
    }

    private static Vocabulaire vocabulaire(Departement departement, Iterable<Indicateur> livres) {
        return Vocabulaire.sansUnites(departement.profil(), LibellesDEssai.lire(), livres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "22", "35", "49", "61"})
    void a_formula_is_shown_as_it_is_written(String code) throws Exception {
        var yaml = com.fasterxml.jackson.dataformat.yaml.YAMLMapper.builder().findAndAddModules()
                .propertyNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.KEBAB_CASE).build();
        for (Indicateur i : List.copyOf(Catalogue.livres(code).values())) {
            assertThat(yaml.readValue(Catalogue.ecritesDe(code).get(i.code()), Formule.class)).as(i.code()).isEqualTo(i.mesure());
        }
    }
}
