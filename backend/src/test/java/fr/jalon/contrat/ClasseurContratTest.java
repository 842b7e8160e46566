package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.jalon.contrat.TableauContrat.ExerciceContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.diffusion.Public;
import fr.jalon.indicateur.DocumentsDEssai;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The workbook of each document, kept in {@code target/classeurs} to be opened and looked at. */
class ClasseurContratTest {

    private static final DocumentsDuCatalogue DOCUMENTS = DocumentsDEssai.lire();
    private static final Plans PLANS = new Plans();

    private static TableauContrat tableau(Plan p) {
        List<LigneContrat> lignes = LecturesContrat.parFiche(DOCUMENTS.lignes(p.departement()).stream().filter(p::tient).toList()).stream().map(l -> Assemblage.ligne(l, DOCUMENTS.valeurs(l.code()),
                new Assemblage.Sources(p, a -> null, null, (a, t) -> null, Mots.Connus.AUCUN, Map.of(), Map.of(), false))).toList();
        List<ExerciceContrat> exercices = java.util.stream.IntStream.concat(java.util.stream.IntStream.of(p.reference()), java.util.stream.IntStream.rangeClosed(p.du(), p.au()))
                .mapToObj(a -> new ExerciceContrat(a, true, false, null, null, null, null, true, 0)).toList();
        return new TableauContrat(p.code(), p.titre(), p.sorte(), p.reference(), p.du(), p.au(), null, Public.INTERNE, exercices, lignes, 0);
    }

    @Test
    void the_workbook_of_each_departement_has_a_row_an_indicator_and_a_formula_a_change_and_a_gap() throws Exception {
        Path dossier = Files.createDirectories(Path.of("target", "classeurs"));
        for (String d : List.of("35", "49", "17", "61", "22")) {
            for (Plan p : PLANS.de(d)) {
                TableauContrat t = tableau(p);
                byte[] octets = ClasseurContrat.ecrire(t, Map.of());
                Files.write(dossier.resolve(d + "-" + p.code() + ".xlsx"), octets);
                Files.writeString(dossier.resolve(d + "-" + p.code() + ".csv"), ContratCsv.ecrire(t));
                int formules = Math.toIntExact(Colonnes.de(t).stream().filter(c -> c.genre() == Colonnes.Genre.EVOLUTION || c.genre() == Colonnes.Genre.ECART).count());
                try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(octets)); var lues = classeur.getFirstSheet().openStream()) {
                    List<Row> ecrites = lues.skip(3).toList();
                    assertThat(ecrites.stream().filter(l -> code(l).isEmpty())).as("the title of each fiche over its rows")
                            .hasSize((int) t.lignes().stream().map(LigneContrat::fiche).distinct().count());
                    List<Row> lignes = ecrites.stream().filter(l -> !code(l).isEmpty()).toList();
                    assertThat(lignes).extracting(ClasseurContratTest::code).containsExactlyElementsOf(t.lignes().stream().map(LigneContrat::code).toList());
                    assertThat(lignes).extracting(l -> l.getCell(1).getText()).containsExactlyElementsOf(t.lignes().stream().map(LigneContrat::libelle).toList());
                    assertThat(lignes).allSatisfy(l -> assertThat(l.stream().filter(c -> c != null && c.getType() == CellType.FORMULA).count()).isEqualTo(formules));
                }
            }
        }
    }

    /** A row of an indicator has a unit or a figure beside its code; the title of a fiche stands alone. */
    private static String code(Row l) {
        String premiere = l.getCell(0) == null ? "" : l.getCell(0).getText();
        return premiere.matches("\\d\\d-\\S+") ? premiere : "";
    }

    @Test
    void each_part_of_the_workbook_is_well_formed() throws Exception {
        Path fichier = Files.createTempFile("classeur", ".xlsx");
        Files.write(fichier, ClasseurContrat.ecrire(tableau(PLANS.exiger("35", "2020-2023")), Map.of()));
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(fichier.toFile())) {
            for (var partie : java.util.Collections.list(zip.entries())) {
                javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(zip.getInputStream(partie));
            }
        } finally {
            Files.delete(fichier);
        }
    }

    @Test
    void a_figure_is_a_number_a_word_is_a_word_and_the_formula_points_to_its_own_row() throws Exception {
        TableauContrat t = tableau(PLANS.exiger("35", "2020-2023"));
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(ClasseurContrat.ecrire(t, Map.of()))); var lues = classeur.getFirstSheet().openStream()) {
            Row recues = lues.filter(l -> l.getCellCount() > 1 && "35-F06-01".equals(Optional.ofNullable(l.getCell(0)).map(Cell::getText).orElse(null))).findFirst().orElseThrow();
            assertThat(recues.getCell(3).asNumber()).isEqualByComparingTo("2089");
            assertThat(recues.getCell(4).getText()).isEqualTo("ND");
            assertThat(recues.getCell(11).asNumber()).isEqualByComparingTo("2689");
            int r = recues.getRowNum();
            assertThat(recues.getCell(12).getFormula()).isEqualTo("IF(AND(ISNUMBER(I" + r + "),ISNUMBER(J" + r + ")),IF(I" + r + ">0,ROUND((J" + r + "-I" + r + ")/I" + r + ",3),\"n.c.\"),\"n.c.\")");
        }
    }
}
