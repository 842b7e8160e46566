package fr.jalon.dossier;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.Archive;
import fr.jalon.commun.Refus;

import org.apache.tika.Tika;

/**
 * Which files come in. The name says what a file claims to be, the bytes say what it is; both must agree, and be of a short list. A
 * program is refused whatever its name.
 */
final class TypesAdmis {

    /** @param contenus what the bytes may look like, @param dossierZip where the parts of an Office file stand */
    private record Type(String mime, String libelle, Set<String> contenus, String dossierZip) {

        static Type simple(String mime, String libelle) {
            return new Type(mime, libelle, Set.of(mime), null);
        }
    }

    private static final Set<String> OLE = Set.of("application/x-tika-msoffice");
    private static final Set<String> ZIP = Set.of("application/zip", "application/x-tika-ooxml");
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, Type> PAR_EXTENSION = Map.ofEntries(
            Map.entry("pdf", Type.simple("application/pdf", "PDF")), Map.entry("jpg", Type.simple("image/jpeg", "JPEG")),
            Map.entry("jpeg", Type.simple("image/jpeg", "JPEG")), Map.entry("png", Type.simple("image/png", "PNG")),
            Map.entry("tif", Type.simple("image/tiff", "TIFF")), Map.entry("tiff", Type.simple("image/tiff", "TIFF")),
            Map.entry("heic", new Type("image/heic", "HEIC", Set.of("image/heic", "image/heif"), null)),
            Map.entry("docx", new Type(OOXML + "wordprocessingml.document", "texte Word", ZIP, "word/")),
            Map.entry("xlsx", new Type(OOXML + "spreadsheetml.sheet", "tableau Excel", ZIP, "xl/")),
            Map.entry("odt", opendocument("text", "texte OpenDocument")), Map.entry("ods", opendocument("spreadsheet", "tableau OpenDocument")),
            Map.entry("doc", new Type("application/msword", "texte Word", OLE, null)),
            Map.entry("msg", new Type("application/vnd.ms-outlook", "message Outlook", OLE, null)),
            Map.entry("rtf", Type.simple("application/rtf", "texte RTF")), Map.entry("txt", Type.simple("text/plain", "texte")),
            Map.entry("eml", new Type("message/rfc822", "message", Set.of("message/rfc822", "text/plain"), null)));

    private static Type opendocument(String sorte, String libelle) {
        String mime = "application/vnd.oasis.opendocument." + sorte;
        return new Type(mime, libelle, Set.of(mime), "content.xml");
    }

    private static final String ACCEPTES = "PDF, images (JPEG, PNG, TIFF, HEIC), textes et tableaux (DOCX, DOC, ODT, RTF, TXT, XLSX, ODS), messages (EML, MSG)";
    private static final int NOM_AU_PLUS = 120;
    /** What an archive of twenty megabytes may hold once unpacked: more is made to fill the machine of whoever opens it, ours first. */
    static final long DEPLIE_AU_PLUS = 100L * 1024 * 1024;
    private static final Tika TIKA = new Tika();

    private TypesAdmis() {
    }

    /** @return the type under which the file is kept */
    static String exiger(String nom, byte[] contenu) {
        if (contenu.length == 0) {
            throw refus("Ce fichier est vide.");
        }
        Type type = PAR_EXTENSION.get(extension(nom));
        if (programme(contenu)) {
            throw refus(type == null ? "Ce fichier est un programme : il n’est pas accepté."
                    : "Ce fichier est un programme sous un nom de " + type.libelle() + " : il n’est pas accepté.");
        }
        if (type == null) {
            throw refus("Ce type de fichier n’est pas accepté. Sont acceptés : " + ACCEPTES + ".");
        }
        String lu = TIKA.detect(contenu);
        if (!type.contenus().contains(lu) || type.dossierZip() != null && !archive(contenu, type.dossierZip())) {
            throw refus("Le contenu de ce fichier n’est pas celui d’un fichier " + type.libelle() + ". Ouvrez-le pour le vérifier, puis enregistrez-le de nouveau.");
        }
        return type.mime();
    }

    static boolean programme(byte[] c) {
        return commence(c, 'M', 'Z') || commence(c, 0x7f, 'E', 'L', 'F') || commence(c, '#', '!') || commence(c, 0xca, 0xfe, 0xba, 0xbe)
                || commence(c, 0xcf, 0xfa, 0xed, 0xfe) || commence(c, 0xfe, 0xed, 0xfa);
    }

    private static boolean commence(byte[] contenu, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (contenu.length <= i || (contenu[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** An Office file holds its parts in one folder, an OpenDocument file its text in one part; neither holds a macro nor more than it should. */
    private static boolean archive(byte[] contenu, String partie) {
        Set<String> noms = new java.util.HashSet<>();
        try {
            Archive.parcourir(contenu, DEPLIE_AU_PLUS, noms::add);
        } catch (Archive.Demesuree e) {
            throw refus("Une fois déplié, ce fichier dépasse 100 Mo : il n’est pas accepté. Réduisez-le ou scindez-le.");
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return noms.stream().noneMatch(TypesAdmis::macro) && noms.stream().anyMatch(n -> n.startsWith(partie))
                && (!partie.endsWith("/") || noms.contains("[Content_Types].xml"));
    }

    private static boolean macro(String nom) {
        String bas = nom.toLowerCase(Locale.ROOT);
        return bas.endsWith("vbaproject.bin") || bas.startsWith("basic/") || bas.startsWith("scripts/");
    }

    /** A name that no system reads as a path, a command or a mirror of itself; the extension stays. */
    static String nomSain(String nom) {
        String seul = nom == null ? "" : Normalizer.normalize(nom, Normalizer.Form.NFC);
        seul = seul.substring(Math.max(seul.lastIndexOf('/'), seul.lastIndexOf('\\')) + 1);
        seul = seul.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?%;\u0000]", "").replaceAll("\\s+", " ").replaceAll("^[. ]+", "").replaceAll("[. ]+$", "");
        String extension = extension(seul);
        String base = extension.isEmpty() ? seul : seul.substring(0, seul.length() - extension.length() - 1);
        base = base.isBlank() ? "document" : base.length() > NOM_AU_PLUS ? base.substring(0, NOM_AU_PLUS) : base;
        return extension.isEmpty() ? base : base + "." + extension;
    }

    private static String extension(String nom) {
        int point = nom == null ? -1 : nom.lastIndexOf('.');
        String fin = point < 0 ? "" : nom.substring(point + 1).toLowerCase(Locale.ROOT);
        return fin.matches("[a-z0-9]{1,8}") ? fin : "";
    }

    private static Refus refus(String message) {
        return Refus.champ("fichier", message);
    }
}
