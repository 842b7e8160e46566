package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.jalon.commun.Refus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesAdmisTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROGRAMME = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0, 0};

    @Test
    void a_file_whose_bytes_are_what_its_name_says_comes_in() throws IOException {
        assertThat(TypesAdmis.exiger("note.PDF", PDF)).isEqualTo("application/pdf");
        assertThat(TypesAdmis.exiger("note.txt", "Appel de l’école".getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
        assertThat(TypesAdmis.exiger("p.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})).isEqualTo("image/png");
        assertThat(TypesAdmis.exiger("r.docx", zip("[Content_Types].xml", "word/document.xml"))).contains("wordprocessingml");
    }

    @ParameterizedTest
    @CsvSource({"facture.pdf,programme sous un nom de PDF", "photo.jpg,programme sous un nom de JPEG", "setup.exe,programme", "sans-extension,programme"})
    void a_program_is_refused_whatever_its_name(String nom, String message) {
        assertThatThrownBy(() -> TypesAdmis.exiger(nom, PROGRAMME)).isInstanceOfSatisfying(Refus.class,
                r -> assertThat(r.erreurs().get(0).message()).contains(message));
        assertThatThrownBy(() -> TypesAdmis.exiger(nom, "#!/bin/sh\nrm".getBytes(StandardCharsets.US_ASCII))).isInstanceOf(Refus.class);
    }

    @Test
    void a_page_of_the_web_an_archive_and_a_text_with_macros_are_refused() throws IOException {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> TypesAdmis.exiger("note.txt", page)).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> TypesAdmis.exiger("note.pdf", page)).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> TypesAdmis.exiger("page.html", page)).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> TypesAdmis.exiger("image.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII))).isInstanceOf(Refus.class);
        byte[] archive = zip("a.txt", "b.txt");
        assertThatThrownBy(() -> TypesAdmis.exiger("r.docx", archive)).isInstanceOf(Refus.class);
        byte[] macros = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        assertThatThrownBy(() -> TypesAdmis.exiger("r.docx", macros)).isInstanceOf(Refus.class);
        assertThatThrownBy(() -> TypesAdmis.exiger("vide.pdf", new byte[0])).isInstanceOf(Refus.class);
    }

    @Test
    void an_archive_that_unpacks_into_more_than_it_should_is_refused_before_it_fills_the_machine() throws IOException {
        byte[] bombe = bombe(TypesAdmis.DEPLIE_AU_PLUS + 1, 1);
        assertThat(bombe.length).as("small once packed").isLessThan(1024 * 1024);
        for (String nom : new String[] {"r.docx"}) {
            assertThatThrownBy(() -> TypesAdmis.exiger(nom, bombe)).isInstanceOfSatisfying(Refus.class, r -> assertThat(r.erreurs().get(0).message()).contains("100 Mo"));
        }
        byte[] enMiettes = bombe(TypesAdmis.DEPLIE_AU_PLUS / 40, 41);
        assertThatThrownBy(() -> TypesAdmis.exiger("r.docx", enMiettes)).isInstanceOf(Refus.class);
        assertThat(TypesAdmis.exiger("r.docx", bombe(1024 * 1024, 3))).contains("wordprocessingml");
    }

    @Test
    void an_opendocument_text_comes_in_and_one_with_macros_does_not() throws IOException {
        assertThat(TypesAdmis.exiger("r.odt", odt("content.xml"))).isEqualTo("application/vnd.oasis.opendocument.text");
        byte[] macros = odt("content.xml", "Basic/Standard/Module1.xml");
        assertThatThrownBy(() -> TypesAdmis.exiger("r.odt", macros)).isInstanceOf(Refus.class);
    }

    private static byte[] bombe(long octets, int parties) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        byte[] zeros = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < parties; i++) {
                zip.putNextEntry(new ZipEntry("word/document" + i + ".xml"));
                for (long reste = octets; reste > 0; reste -= zeros.length) {
                    zip.write(zeros, 0, (int) Math.min(reste, zeros.length));
                }
            }
        }
        return sortie.toByteArray();
    }

    private static byte[] odt(String... parties) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        byte[] mime = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
            ZipEntry premiere = new ZipEntry("mimetype");
            premiere.setMethod(ZipEntry.STORED);
            premiere.setSize(mime.length);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(mime);
            premiere.setCrc(crc.getValue());
            zip.putNextEntry(premiere);
            zip.write(mime);
            for (String p : parties) {
                zip.putNextEntry(new ZipEntry(p));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return sortie.toByteArray();
    }

    @Test
    void a_name_keeps_its_words_and_loses_what_a_system_would_obey() {
        assertThat(TypesAdmis.nomSain("../../etc/passwd")).isEqualTo("passwd");
        assertThat(TypesAdmis.nomSain("C:\\temp\\Évaluation école.PDF")).isEqualTo("Évaluation école.pdf");
        assertThat(TypesAdmis.nomSain("note\r\nSet-Cookie: x.pdf")).isEqualTo("noteSet-Cookie x.pdf");
        assertThat(TypesAdmis.nomSain("fdp.\u202eexe.pdf")).isEqualTo("fdp.exe.pdf");
        assertThat(TypesAdmis.nomSain("...")).isEqualTo("document");
        assertThat(TypesAdmis.nomSain(null)).isEqualTo("document");
        assertThat(TypesAdmis.nomSain("x".repeat(400) + ".pdf")).hasSize(124).endsWith(".pdf");
    }

    private static byte[] zip(String... entrees) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (String e : entrees) {
                zip.putNextEntry(new ZipEntry(e));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return octets.toByteArray();
    }
}
