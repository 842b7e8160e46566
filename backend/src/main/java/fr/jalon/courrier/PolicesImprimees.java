package fr.jalon.courrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.function.IntPredicate;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one family of our papers, embedded in each; what it cannot draw is written with what it can. */
@Component
class PolicesImprimees {

    static final String FAMILLE = "Atkinson";

    private enum Graisse {
        Regular(400, FontStyle.NORMAL), Bold(700, FontStyle.NORMAL), Italic(400, FontStyle.ITALIC), BoldItalic(700, FontStyle.ITALIC);

        final int poids;
        final FontStyle style;

        Graisse(int poids, FontStyle style) {
            this.poids = poids;
            this.style = style;
        }
    }

    private final byte[][] fichiers = new byte[Graisse.values().length][];
    private final IntPredicate dessine;

    PolicesImprimees() {
        for (Graisse g : Graisse.values()) {
            fichiers[g.ordinal()] = lire(g);
        }
        try (TrueTypeFont police = new TTFParser().parse(new RandomAccessReadBuffer(fichiers[0]))) {
            CmapLookup table = police.getUnicodeCmapLookup();
            boolean[] connus = new boolean[0x10000];
            for (int c = ' '; c < connus.length; c++) {
                connus[c] = table.getGlyphId(c) != 0;
            }
            dessine = c -> c < connus.length && connus[c];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void poser(PdfRendererBuilder fabrique) {
        for (Graisse g : Graisse.values()) {
            byte[] octets = fichiers[g.ordinal()];
            fabrique.useFont(() -> new java.io.ByteArrayInputStream(octets), FAMILLE, g.poids, g.style, true);
        }
    }

    /**
     * The same text in letters the family draws: an unknown sign gives way to its base letter, else to a question mark. A missing glyph
     * would be a hole on paper and silence in a screen reader.
     */
    String lisible(String texte) {
        if (texte.codePoints().allMatch(this::passe)) {
            return texte;
        }
        StringBuilder net = new StringBuilder(texte.length());
        texte.codePoints().forEach(c -> {
            if (passe(c)) {
                net.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                net.append(Character.isWhitespace(c) ? ' ' : '\u00a0');
            } else if (c == 0x2011) {
                net.append('-');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                return;
            } else {
                int base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).codePointAt(0);
                net.append(base != c && passe(base) ? Character.toString(base) : Character.getType(c) == Character.NON_SPACING_MARK ? "" : "?");
            }
        });
        return net.toString();
    }

    private boolean passe(int c) {
        return c == '\n' || c == '\t' || c == '\r' || dessine.test(c);
    }

    private static byte[] lire(Graisse g) {
        try (InputStream flux = new ClassPathResource("imprimes/polices/AtkinsonHyperlegibleNext-" + g.name() + ".ttf").getInputStream()) {
            return flux.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
