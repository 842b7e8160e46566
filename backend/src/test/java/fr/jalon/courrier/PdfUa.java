package fr.jalon.courrier;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** veraPDF against PDF/UA-1, for any test that prints. */
public final class PdfUa {

    private static final ValidationProfile REGLES;

    static {
        try (InputStream regles = ValidationProfile.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFUA-1.xml")) {
            REGLES = Profiles.profileFromXml(regles);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfUa() {
    }

    /** What the checker finds wrong; empty when the PDF conforms. */
    public static List<String> defauts(byte[] pdf) throws Exception {
        try (PDFAParser lecteur = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator juge = Foundries.defaultInstance().createValidator(REGLES, false)) {
            ValidationResult resultat = juge.validate(lecteur);
            return resultat.isCompliant() ? List.of() : resultat.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage() + " @ " + a.getLocation().getContext())
                    .toList();
        }
    }
}
