package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ImpressionTest {

    private final Impression impression = ImprimeEssai.IMPRESSION;

    private static Imprime essai(int lignes, String texte) {
        List<String> l = new ArrayList<>();
        for (int i = 0; i < lignes; i++) {
            l.add("Ligne " + i);
        }
        return new Imprime("essai", "Projet pour l’enfant", "Un essai & sa « suite »", "PRJ-2026-0001 · version 1", Instant.parse("2026-03-14T10:00:00Z"),
                Imprime.Corps.NORMAL, Map.of("texte", texte, "lignes", l, "jour", LocalDate.of(2026, 3, 1)));
    }

    private static String texte(byte[] pdf) throws Exception {
        try (PDDocument d = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(d);
        }
    }

    @Test
    void a_paper_of_several_pages_conforms_to_pdf_ua_1() throws Exception {
        assertThat(PdfUa.defauts(impression.imprimer(essai(120, "Première ligne.\n\nDeuxième ligne.")))).isEmpty();
    }

    @Test
    void its_large_print_conforms_too() throws Exception {
        assertThat(PdfUa.defauts(impression.imprimer(essai(30, "Une ligne.").enGrand()))).isEmpty();
    }

    @Test
    void the_checker_finds_what_is_wrong() throws Exception {
        try (PDDocument vide = new PDDocument()) {
            vide.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var octets = new java.io.ByteArrayOutputStream();
            vide.save(octets);
            assertThat(PdfUa.defauts(octets.toByteArray())).isNotEmpty();
        }
    }

    @Test
    void the_same_paper_printed_again_is_the_same_file() throws Exception {
        byte[] un = impression.imprimer(essai(60, "Le même texte."));
        Thread.sleep(1100);
        assertThat(impression.imprimer(essai(60, "Le même texte."))).isEqualTo(un);
        assertThat(impression.imprimer(essai(60, "Un autre texte."))).isNotEqualTo(un);
    }

    @Test
    void what_was_typed_is_printed_as_it_is_and_never_as_markup() throws Exception {
        assertThat(texte(impression.imprimer(essai(1, "<b>1 < 2 & \"3\"</b> ]]> Œuf, Şahin, Łucja, l’été — 12 €")))).contains("<b>1 < 2 & \"3\"</b> ]]> Œuf, Şahin, Łucja, l’été — 12 €");
    }

    @Test
    void no_paper_writes_anything_as_markup_but_its_own_sheet_of_style() throws Exception {
        var papiers = new org.springframework.core.io.support.PathMatchingResourcePatternResolver().getResources("classpath*:imprimes/*.html");
        assertThat(papiers.length).isGreaterThan(3);
        for (var papier : papiers) {
            String page = papier.getContentAsString(java.nio.charset.StandardCharsets.UTF_8).replaceAll("<style th:utext=\"\\$\\{feuille}\">", "");
            assertThat(page).as(papier.getFilename()).doesNotContain("utext").doesNotContain("[(").doesNotContain("th:inline=\"javascript");
        }
    }

    @Test
    void a_sign_the_letters_do_not_have_is_replaced_and_the_paper_still_conforms() throws Exception {
        byte[] pdf = impression.imprimer(essai(1, "Un dessin \uD83D\uDE00, Nguyễn, une\u2011deux, \u0007sonnerie, 漢"));
        assertThat(texte(pdf)).contains("Un dessin ?, ").contains("une-deux, sonnerie, ?");
        assertThat(PdfUa.defauts(pdf)).isEmpty();
    }

    @Test
    void a_first_of_the_month_is_said_as_people_say_it() throws Exception {
        assertThat(new MotsImprimes(ZoneId.of("Europe/Paris")).jour(LocalDate.of(2026, 3, 1))).isEqualTo("1er\u00a0mars\u00a02026");
        assertThat(new MotsImprimes(ZoneId.of("Europe/Paris")).jour(LocalDate.of(2026, 3, 14))).isEqualTo("14\u00a0mars\u00a02026");
    }
}
