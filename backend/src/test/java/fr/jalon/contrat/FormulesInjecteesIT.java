package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What somebody typed runs in nobody's spreadsheet, and a workbook made to unpack without end is not unpacked. */
@TestIntegration
class FormulesInjecteesIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;

    private UUID agent;

    @BeforeEach
    void connecter() {
        agent = gens.de(Role.OBSERVATOIRE, null);
    }

    private ResultActions importer(byte[] octets, String nom) throws Exception {
        return mvc.perform(multipart("/api/contrat/imports").file(new MockMultipartFile("fichier", nom, "application/octet-stream", octets)).with(gens.comme(agent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://exemple.invalid\";\"ici\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1"})
    void words_that_a_spreadsheet_would_run_leave_as_words(String formule) throws Exception {
        int annee = 2002 + Math.floorMod(formule.hashCode(), 5);
        String csv = "code;annee;type;valeur;commentaire\n35-F10-01;" + annee + ";réalisé;7;\"" + formule.replace("\"", "\"\"") + "\"\n";
        importer(csv.getBytes(StandardCharsets.UTF_8), "a.csv").andExpect(status().isOk());
        String suite = "?plan=2020-2023&reference=" + (annee - 2) + "&du=" + (annee - 1) + "&au=" + annee;
        String sortie = mvc.perform(get("/api/contrat/tableau/csv" + suite).with(gens.comme(agent))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        for (String cellule : sortie.split("[;\n\r]")) {
            assertThat(cellule.replaceFirst("^\\uFEFF?\"?", "")).doesNotStartWith("=").doesNotStartWith("@").doesNotStartWith("\t").doesNotMatch("^[+-][^\\d\\s].*");
        }
        byte[] classeur = mvc.perform(get("/api/contrat/tableau/classeur" + suite).with(gens.comme(agent))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray();
        // Its own formulas are live; none of them is made of what somebody typed.
        try (ReadableWorkbook lu = new ReadableWorkbook(new ByteArrayInputStream(classeur))) {
            for (Sheet feuille : lu.getSheets().toList()) {
                for (Row ligne : feuille.read()) {
                    for (Cell c : ligne) {
                        if (c != null && c.getType() == CellType.FORMULA) {
                            assertThat(c.getFormula()).doesNotContain("HYPERLINK(").doesNotContain("cmd|").doesNotContain("-2+3").doesNotContain("SUM(1)");
                        }
                    }
                }
            }
        }
    }

    @Test
    void a_workbook_that_unpacks_without_end_is_refused_before_it_is_read() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] blanc = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 60; i++) {
                zip.write(blanc);
            }
        }
        assertThat(octets.size()).isLessThan(1024 * 1024);
        importer(octets.toByteArray(), "a.xlsx").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].message").value(containsString("50 Mo")));
    }
}
