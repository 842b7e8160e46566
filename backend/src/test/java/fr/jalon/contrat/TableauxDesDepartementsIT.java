package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.jalon.acces.Role;
import fr.jalon.commun.Refus;
import fr.jalon.contrat.TableauContrat.CelluleContrat;
import fr.jalon.contrat.TableauContrat.EvolutionContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.diffusion.Public;
import fr.jalon.essai.AutreDepartement;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import fr.jalon.indicateur.LigneDocument;
import fr.jalon.indicateur.ValeurImprimee;
import fr.jalon.schema.SuiviSchema;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract table of 49 and the follow-up of 17, 61 and 22, on the real database: the printed table, its workbook read again, its import. */
@TestIntegration
class TableauxDesDepartementsIT {

    private static final Pattern FORMULE = Pattern.compile("IF\\(AND\\(ISNUMBER\\(([A-Z]+)(\\d+)\\),ISNUMBER\\(([A-Z]+)\\d+\\)\\),(.*),\"n\\.c\\.\"\\)");

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Gens gens;
    @Autowired
    private DocumentsDuCatalogue documents;
    @Autowired
    private JdbcClient jdbc;

    private static TablesContrat.Demande demande(String plan) {
        return new TablesContrat.Demande(plan, null, null, null, null, Public.INTERNE);
    }

    @ParameterizedTest
    @CsvSource({"49,2021-2022,105", "17,2025-2029,50", "61,2018-2021,85", "22,2023-2027,70"})
    void the_table_has_the_printed_rows_in_order_with_the_printed_values_beside(String code, String plan, int lignes) {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        try (AnnotationConfigApplicationContext ici = AutreDepartement.de(code, application)) {
            TableauContrat t = gens.enTransaction(observatoire, () -> ici.getBean(TablesContrat.class).tableau(demande(plan)));
            Map<String, LigneDocument> imprimees = documents.lignes(code).stream().collect(Collectors.toMap(LigneDocument::code, l -> l));
            assertThat(t.lignes()).hasSize(lignes).allSatisfy(l -> {
                assertThat(l.libelle()).isEqualTo(imprimees.get(l.code()).libelle());
                assertThat(l.unite()).isEqualTo(imprimees.get(l.code()).unite());
            });
            // Within a fiche, and from the first row of one fiche to that of the next, the order is the printed one.
            Map<String, List<Integer>> rangs = t.lignes().stream().collect(Collectors.groupingBy(LigneContrat::fiche, java.util.LinkedHashMap::new,
                    Collectors.mapping(l -> imprimees.get(l.code()).rang(), Collectors.toList())));
            assertThat(rangs.values()).allSatisfy(r -> assertThat(r).isSorted());
            assertThat(rangs.values().stream().map(r -> r.get(0)).toList()).isSorted();
            for (LigneContrat l : t.lignes()) {
                Imprimees deLaLigne = new Imprimees(imprimees.get(l.code()), documents.valeurs(l.code()));
                beside(l, l.niveau(), deLaLigne);
                l.annees().forEach(a -> beside(l, a.realise(), deLaLigne));
            }
        }
    }

    private static void beside(LigneContrat l, CelluleContrat c, Imprimees imprimees) {
        ValeurImprimee v = imprimees.de(c.annee(), ValeurImprimee.TypeValeur.REALISE);
        assertThat(c.imprime() == null).as(l.code() + " " + c.annee()).isEqualTo(v == null);
        if (v != null) {
            assertThat(c.imprime().texte()).isEqualTo(v.texte() == null ? v.statut().name() : v.texte());
            assertThat(c.origine()).isIn(TableauContrat.Origine.COMPTE, TableauContrat.Origine.SAISI, TableauContrat.Origine.IMPRIME);
        }
        assertThat(c.valeur() == null).as("a reason where there is no figure").isEqualTo(c.raison() != null);
    }

    @ParameterizedTest
    @CsvSource({"49,2021-2022", "17,2025-2029", "61,2018-2021", "22,2023-2027"})
    void the_workbook_read_again_gives_each_cell_and_each_formula_gives_the_change_of_the_screen(String code, String plan) throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        try (AnnotationConfigApplicationContext ici = AutreDepartement.de(code, application)) {
            TableauContrat t = gens.enTransaction(observatoire, () -> ici.getBean(TablesContrat.class).tableau(demande(plan)));
            byte[] octets = gens.enTransaction(observatoire, () -> ici.getBean(DossierRapport.class).classeur(demande(plan)));
            try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(octets)); var lues = classeur.getFirstSheet().openStream()) {
                List<Row> rows = lues.toList();
                List<Colonnes.Colonne> colonnes = Colonnes.de(t);
                assertThat(rows.get(2).stream().map(Cell::getText).toList()).containsSubsequence(colonnes.stream().map(Colonnes.Colonne::titre).toList());
                Map<String, Row> parCode = new HashMap<>();
                rows.stream().filter(r -> r.getCell(0) != null && r.getCell(0).getText().matches(code + "-\\S+")).forEach(r -> parCode.put(r.getCell(0).getText(), r));
                assertThat(parCode).hasSameSizeAs(t.lignes());
                for (LigneContrat l : t.lignes()) {
                    for (int c = 0; c < colonnes.size(); c++) {
                        cell(l, t, colonnes.get(c), parCode.get(l.code()), 3 + c);
                    }
                }
                assertThat(classeur.getSheets().map(s -> s.getName()).toList()).containsExactly("Tableau de bord", "Imprimé et calculé", "À lire");
            }
        }
    }

    private static void cell(LigneContrat l, TableauContrat t, Colonnes.Colonne col, Row row, int x) {
        Cell cellule = x < row.getCellCount() ? row.getCell(x) : null;
        String ou = l.code() + " " + col.titre();
        switch (col.genre()) {
            case EVOLUTION, ECART -> {
                EvolutionContrat e = Colonnes.evolution(l, t, col);
                assertThat(cellule.getType()).as(ou).isEqualTo(CellType.FORMULA);
                assertThat(calculer(cellule.getFormula(), row)).as(ou + " " + cellule.getFormula()).isEqualByComparingTo(e.valeur() == null ? NC : e.valeur());
            }
            case NIVEAU -> value(ou, cellule, l.niveau().valeur(), l.niveau().texte());
            case REALISE -> value(ou, cellule, l.annees().get(col.de() - t.du()).realise().valeur(), l.annees().get(col.de() - t.du()).realise().texte());
            case CIBLE -> value(ou, cellule, l.annees().get(col.de() - t.du()).cible().valeur(), l.annees().get(col.de() - t.du()).cible().texte());
            default -> throw new IllegalStateException();
        }
    }

    private static void value(String ou, Cell cellule, BigDecimal valeur, String texte) {
        if (valeur != null) {
            assertThat(cellule.asNumber()).as(ou).isEqualByComparingTo(valeur);
        } else {
            assertThat(cellule == null || cellule.getType() == CellType.EMPTY ? "" : cellule.getText()).as(ou).isEqualTo(texte);
        }
    }

    /** Stands for « n.c. »: no change is this one. */
    private static final BigDecimal NC = new BigDecimal("-987654321");

    /** The formulas of the workbook, worked out as a spreadsheet would. */
    private static BigDecimal calculer(String formule, Row row) {
        Matcher m = FORMULE.matcher(formule);
        assertThat(m.matches()).as(formule).isTrue();
        assertThat(m.group(2)).isEqualTo(String.valueOf(row.getRowNum()));
        BigDecimal de = nombre(row, m.group(1));
        BigDecimal a = nombre(row, m.group(3));
        if (de == null || a == null) {
            return NC;
        }
        if (m.group(4).equals("ROUND(" + m.group(3) + m.group(2) + "-" + m.group(1) + m.group(2) + ",1)")) {
            return a.subtract(de).setScale(1, RoundingMode.HALF_UP);
        }
        String r = m.group(2);
        String d = m.group(1) + r;
        assertThat(m.group(4)).isEqualTo("IF(" + d + ">0,ROUND((" + m.group(3) + r + "-" + d + ")/" + d + ",3),\"n.c.\")");
        return de.signum() <= 0 ? NC : a.subtract(de).divide(de, 3, RoundingMode.HALF_UP).movePointRight(2);
    }

    private static BigDecimal nombre(Row row, String colonne) {
        int x = 0;
        for (char c : colonne.toCharArray()) {
            x = x * 26 + c - 'A' + 1;
        }
        Cell cellule = x - 1 < row.getCellCount() ? row.getCell(x - 1) : null;
        return cellule != null && cellule.getType() == CellType.NUMBER ? cellule.asNumber() : null;
    }

    @Test
    void a_file_with_one_wrong_line_writes_nothing_and_the_mended_one_everything() {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        try (AnnotationConfigApplicationContext ici = AutreDepartement.de("49", application)) {
            ImportValeurs imports = ici.getBean(ImportValeurs.class);
            String juste = "code;annee;type;valeur\n49-F01-01;2021;réalisé;1104\n49-F01-01;2022;réalisé;1350\n";
            String faux = juste + "35-F01-01;2022;réalisé;1\n49-F01-01;2021;réalisé;12\n49-F01-01;2022;cible;beaucoup\n";
            assertThatThrownBy(() -> gens.enTransaction(observatoire, () -> imports.importer(faux.getBytes(StandardCharsets.UTF_8)))).isInstanceOfSatisfying(Refus.class,
                    r -> assertThat(r.erreurs()).extracting(Refus.Erreur::message).hasSize(3).anyMatch(m -> m.contains("Ligne 4, colonne 1"))
                            .anyMatch(m -> m.contains("Ligne 5, colonne 1")).anyMatch(m -> m.contains("Ligne 6, colonne 4")));
            assertThat(saisies()).isZero();
            assertThat(gens.enTransaction(observatoire, () -> imports.importer(juste.getBytes(StandardCharsets.UTF_8))).ecrites()).isEqualTo(2);
            TableauContrat t = gens.enTransaction(observatoire, () -> ici.getBean(TablesContrat.class).tableau(demande("2021-2022")));
            LigneContrat epp = t.lignes().stream().filter(l -> l.code().equals("49-F01-01")).findFirst().orElseThrow();
            assertThat(epp.annees()).extracting(a -> a.realise().texte()).containsExactly("589", "1\u00a0104", "1\u00a0350");
            assertThat(epp.evolutions()).extracting(EvolutionContrat::texte).containsExactly("+87,4\u00a0%", "+22,3\u00a0%");
            assertThat(epp.annees().get(2).ecart().texte()).isEqualTo("+3,8\u00a0%");
        } finally {
            jdbc.sql("delete from indicateur_valeur where code like '49-%'").update();
        }
    }

    private long saisies() {
        return jdbc.sql("select count(*) from indicateur_valeur where code like '49-%'").query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "61", "22"})
    void the_calendar_of_each_schema_has_its_fiches_and_every_row_of_its_table(String code) {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        try (AnnotationConfigApplicationContext ici = AutreDepartement.de(code, application)) {
            SuiviSchema.PageSchema page = gens.enTransaction(observatoire, () -> ici.getBean(SuiviSchema.class).lire());
            TableauContrat t = gens.enTransaction(observatoire, () -> ici.getBean(TablesContrat.class).tableau(demande(page.code())));
            assertThat(page.fiches()).extracting(SuiviSchema.FicheSchema::numero).isSorted().doesNotHaveDuplicates();
            assertThat(page.titre()).isEqualTo(t.titre());
            assertThat(t.lignes()).extracting(LigneContrat::code)
                    .containsAll(page.fiches().stream().flatMap(f -> f.lignes().stream()).map(SuiviSchema.LigneSchema::code).toList());
        }
    }
}
