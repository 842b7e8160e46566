package fr.jalon.indicateur.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void a_cell_a_spreadsheet_would_run_is_written_as_text() {
        assertThat(Csv.cellule("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(Csv.cellule("+33 2")).isEqualTo("\"'+33 2\"");
        assertThat(Csv.cellule("-1")).isEqualTo("\"'-1\"");
        assertThat(Csv.cellule("@somme")).isEqualTo("\"'@somme\"");
        assertThat(Csv.cellule("\tx")).isEqualTo("\"'\tx\"");
        assertThat(Csv.cellule("＝1")).isEqualTo("\"'＝1\"");
    }

    @Test
    void separators_and_quotes_stay_inside_their_cell() {
        assertThat(Csv.cellule("a;b")).isEqualTo("\"a;b\"");
        assertThat(Csv.cellule("dit « oui »")).isEqualTo("dit « oui »");
        assertThat(Csv.cellule("un \"mot\"")).isEqualTo("\"un \"\"mot\"\"\"");
        assertThat(Csv.cellule("")).isEmpty();
    }
}
