package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

/** The printed rows and figures, as shipped; and what is refused of a file that is not as it should be. */
class DocumentsDuCatalogueTest {

    private static final String LIGNES = """
            code,departement,schema,fiche,intitule_fiche,libelle,unite,nature,classe,evenements,denominateur,source_lignes,remarque
            99-F01-01,99,Contrat,1,Titre,"Nombre, exact",enfants,flux,A,,,,
            """;
    private static final String VALEURS = "code,annee,date_arrete,type,valeur,valeur_texte,statut,perimetre,source_lignes,remarque\n";

    @Test
    void every_printed_row_and_figure_of_the_five_documents_is_there() {
        DocumentsDuCatalogue documents = new DocumentsDuCatalogue();

        assertThat(documents.lignes()).hasSize(488);
        assertThat(documents.lignes().stream().filter(LigneDocument::tableauDeBord)).hasSize(387);
        assertThat(documents.lignes().stream().filter(l -> l.classe() == LigneDocument.Classe.A)).hasSize(73);
        assertThat(documents.lignes().stream().filter(l -> l.classe() == LigneDocument.Classe.B)).hasSize(101);
        assertThat(documents.lignes("35")).hasSize(106).extracting(LigneDocument::rang).isSorted();
        assertThat(documents.valeurs()).hasSize(911);
        assertThat(documents.valeurs("35-F01-01")).filteredOn(v -> v.type() == ValeurImprimee.TypeValeur.CIBLE)
                .extracting(ValeurImprimee::valeur).containsExactly(BigDecimal.valueOf(400), BigDecimal.valueOf(680), BigDecimal.valueOf(700), BigDecimal.valueOf(700));
    }

    @Test
    void a_comma_between_quotes_is_a_comma() {
        assertThat(new DocumentsDuCatalogue(LIGNES, VALEURS).ligne("99-F01-01")).get().extracting(LigneDocument::libelle).isEqualTo("Nombre, exact");
    }

    @Test
    void what_is_not_as_it_should_be_is_refused_with_its_line_and_column() {
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES + LIGNES.lines().skip(1).findFirst().orElseThrow(), VALEURS))
                .hasMessageContaining("Ligne 3, colonne 1").hasMessageContaining("déjà pris");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES.replace(",flux,", ",autre,"), VALEURS)).hasMessageContaining("Ligne 2, colonne 8");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES.replace(",A,", ",Z,"), VALEURS)).hasMessageContaining("Ligne 2, colonne 9");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES, VALEURS + "99-F01-02,2020,,realise,1,1,chiffre,,,\n"))
                .hasMessageContaining("Ligne 2, colonne 1").hasMessageContaining("99-F01-02");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES, VALEURS + "99-F01-01,2020,,realise,un,1,chiffre,,,\n"))
                .hasMessageContaining("Ligne 2, colonne 5");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES, VALEURS + "99-F01-01,2020,,realise,1,1,inconnu,,,\n"))
                .hasMessageContaining("Ligne 2, colonne 7");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES, VALEURS + "99-F01-01,2020\n")).hasMessageContaining("Ligne 2");
        assertThatThrownBy(() -> new DocumentsDuCatalogue(LIGNES + "\"ouvert", VALEURS)).hasMessageContaining("Ligne 3, colonne 1");
    }
}
