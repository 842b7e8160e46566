package fr.jalon.courrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

import javax.imageio.ImageIO;

import fr.jalon.commun.temps.Horloge;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Prints without the application, for tests of papers: the PDF, its text, its pages as images in {@code target/imprimes}. */
public final class ImprimerieDEssai {

    private static final Impression IMPRESSION = new Impression(new PolicesImprimees(), new Horloge() {
        @Override
        public Instant maintenant() {
            throw new IllegalStateException("Un imprimé ne demande pas l’heure.");
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Paris");
        }

        @Override
        public int decalage() {
            return 0;
        }
    });

    private ImprimerieDEssai() {
    }

    public static byte[] pdf(Imprime imprime) {
        return IMPRESSION.imprimer(imprime);
    }

    public static String texte(byte[] pdf) throws IOException {
        try (PDDocument d = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(d).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    /** @return how many pages */
    public static int images(byte[] pdf, String nom) throws IOException {
        Path dossier = Path.of("target", "imprimes");
        Files.createDirectories(dossier);
        try (PDDocument d = Loader.loadPDF(pdf)) {
            PDFRenderer rendu = new PDFRenderer(d);
            for (int n = 0; n < d.getNumberOfPages(); n++) {
                ImageIO.write(rendu.renderImageWithDPI(n, 80), "png", dossier.resolve(nom + "-" + (n + 1) + ".png").toFile());
            }
            return d.getNumberOfPages();
        }
    }
}
