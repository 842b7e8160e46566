package fr.jalon.courrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;

import com.openhtmltopdf.extend.FSUriResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.jalon.commun.temps.Horloge;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a paper: a page of {@code imprimes/} becomes a tagged PDF (PDF/UA-1) with its letters inside. The bytes depend on the paper
 * alone, so that the same paper printed again, on another day and another machine, is the same file. See docs/decisions/papers.md.
 */
@Component
public class Impression {

    private static final FSUriResolver RIEN_D_AILLEURS = (base, adresse) -> null;

    static {
        // The renderer tells each page it lays out to java.util.logging.
        XRLog.listRegisteredLoggers().forEach(nom -> XRLog.setLevel(nom, Level.SEVERE));
    }

    private final SpringTemplateEngine moteur = new SpringTemplateEngine();
    private final PolicesImprimees polices;
    private final Horloge horloge;
    private final String feuille = texte("imprimes/feuille.css");
    private final String grand = texte("imprimes/grand.css");

    Impression(PolicesImprimees polices, Horloge horloge) {
        this.polices = polices;
        this.horloge = horloge;
        ClassLoaderTemplateResolver pages = new ClassLoaderTemplateResolver();
        pages.setPrefix("imprimes/");
        pages.setSuffix(".html");
        pages.setTemplateMode(TemplateMode.HTML);
        pages.setCharacterEncoding("UTF-8");
        moteur.setTemplateResolver(pages);
    }

    /** The PDF of a paper. */
    public byte[] imprimer(Imprime imprime) {
        String page = page(imprime);
        PdfRendererBuilder fabrique = new PdfRendererBuilder();
        polices.poser(fabrique);
        fabrique.usePdfUaAccessibility(true);
        fabrique.useUriResolver(RIEN_D_AILLEURS);
        fabrique.useUnicodeLineBreaker(new CoupuresFrancaises());
        fabrique.withHtmlContent(page, null);
        try (PdfBoxRenderer rendu = fabrique.buildPdfRenderer()) {
            rendu.createPDFWithoutClosing();
            PDDocument pdf = rendu.getPdfDocument();
            dater(pdf, imprime, empreinte(page));
            ByteArrayOutputStream octets = new ByteArrayOutputStream(64 * 1024);
            pdf.save(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as it is laid out: what a test reads, and what the PDF is made of. */
    String page(Imprime imprime) {
        Context contexte = new Context(Locale.FRENCH);
        imprime.valeurs().forEach(contexte::setVariable);
        contexte.setVariable("titre", imprime.titre());
        contexte.setVariable("sujet", imprime.sujet());
        contexte.setVariable("mots", new MotsImprimes(horloge.zone()));
        boolean enGrand = imprime.corps() == Imprime.Corps.GRAND;
        contexte.setVariable("feuille", feuille.replace("$pied", chaineCss(imprime.pied())).replace("$bas", enGrand ? "26mm" : "18mm")
                .replace("$corps", enGrand ? "16pt" : "8.5pt") + (enGrand ? grand : ""));
        return polices.lisible(Normalizer.normalize(moteur.process(imprime.modele(), contexte), Normalizer.Form.NFC));
    }

    /** Dates and identifiers of the paper, instead of those of the moment. */
    private void dater(PDDocument pdf, Imprime imprime, byte[] empreinte) throws IOException {
        Instant le = imprime.le();
        Calendar date = GregorianCalendar.from(le.atZone(horloge.zone()));
        date.setTimeZone(TimeZone.getTimeZone(horloge.zone()));
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(imprime.titre());
        information.setSubject(imprime.sujet());
        information.setCreator("Jalon");
        information.setProducer("Jalon");
        information.setCreationDate(date);
        information.setModificationDate(date);
        pdf.setDocumentInformation(information);
        PDMetadata metadonnees = new PDMetadata(pdf);
        metadonnees.importXMPMetadata(Xmp.de(imprime, le).getBytes(StandardCharsets.UTF_8));
        pdf.getDocumentCatalog().setMetadata(metadonnees);
        COSArray identifiants = new COSArray();
        identifiants.add(new COSString(empreinte));
        identifiants.add(new COSString(empreinte));
        pdf.getDocument().getTrailer().setItem(COSName.ID, identifiants);
        pdf.setDocumentId(le.toEpochMilli());
    }

    private static String chaineCss(String texte) {
        return "\"" + (texte == null ? "" : texte.replaceAll("[\\\\\"<>&\\p{Cntrl}]", " ")) + "\"";
    }

    private static byte[] empreinte(String page) {
        try {
            return java.util.Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8)), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String texte(String chemin) {
        try (InputStream flux = new ClassPathResource(chemin).getInputStream()) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
