package fr.jalon.courrier;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

import fr.jalon.commun.temps.Horloge;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Papers printed by a test: without a server, read back as text, written as images in {@code target/papiers} to be looked at. */
public final class ImprimeEssai {

    /** A printer whose clock refuses to be asked. */
    public static final Impression IMPRESSION = new Impression(new PolicesImprimees(), new Horloge() {
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

    private ImprimeEssai() {
    }

    public static String texte(byte[] pdf) throws IOException {
        try (PDDocument d = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(d);
        }
    }

    public static int pages(byte[] pdf) throws IOException {
        try (PDDocument d = Loader.loadPDF(pdf)) {
            return d.getNumberOfPages();
        }
    }

    /** One image a page, and the file itself. */
    public static void montrer(byte[] pdf, String nom) throws IOException {
        Path dossier = Files.createDirectories(Path.of("target", "papiers"));
        Files.write(dossier.resolve(nom + ".pdf"), pdf);
        try (PDDocument d = Loader.loadPDF(pdf)) {
            PDFRenderer rendu = new PDFRenderer(d);
            for (int i = 0; i < d.getNumberOfPages(); i++) {
                BufferedImage page = rendu.renderImageWithDPI(i, 80);
                ImageIO.write(page, "png", dossier.resolve(nom + "-" + (i + 1) + ".png").toFile());
            }
        }
    }
}
