package fr.jalon.contrat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import fr.jalon.commun.Archive;
import fr.jalon.commun.Refus;
import fr.jalon.indicateur.LectureCsv;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A file somebody hands in, CSV or XLSX, as rows of cells that know where they were. */
final class FeuilleLue {

    static final int OCTETS = 5 * 1024 * 1024;
    private static final long DEPLIE = 50L * 1024 * 1024;
    private static final int LIGNES = 10_000;
    private static final int COLONNES = 60;

    private FeuilleLue() {
    }

    static List<List<LectureCsv.Cellule>> lire(byte[] octets) {
        if (octets.length == 0) {
            throw Refus.champ("fichier", "Ce fichier est vide.");
        }
        if (octets.length > OCTETS) {
            throw Refus.champ("fichier", "Ce fichier dépasse 5 Mo.");
        }
        boolean classeur = octets.length > 3 && octets[0] == 'P' && octets[1] == 'K';
        List<List<LectureCsv.Cellule>> lignes = classeur ? classeur(octets) : csv(octets);
        if (lignes.size() > LIGNES) {
            throw Refus.champ("fichier", "Ce fichier compte plus de 10 000 lignes.");
        }
        return lignes;
    }

    private static List<List<LectureCsv.Cellule>> csv(byte[] octets) {
        String texte = texte(octets);
        String premiere = texte.lines().findFirst().orElse("");
        char separateur = premiere.chars().filter(c -> c == ';').count() >= premiere.chars().filter(c -> c == ',').count() ? ';' : ',';
        if (premiere.indexOf('\t') >= 0) {
            separateur = '\t';
        }
        try {
            return LectureCsv.lire(texte, separateur);
        } catch (LectureCsv.Illisible e) {
            throw Refus.champ("fichier", e.getMessage());
        }
    }

    /** Spreadsheets of offices still write Windows' own letters. */
    private static String texte(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, Charset.forName("windows-1252"));
        }
    }

    private static List<List<LectureCsv.Cellule>> classeur(byte[] octets) {
        List<List<LectureCsv.Cellule>> lignes = new ArrayList<>();
        try {
            // Before anything reads its shared words into memory.
            Archive.parcourir(octets, DEPLIE, nom -> { });
        } catch (Archive.Demesuree e) {
            throw Refus.champ("fichier", "Une fois déplié, ce classeur dépasse 50 Mo.");
        } catch (IOException | IllegalArgumentException e) {
            throw Refus.champ("fichier", "Ce fichier n’est ni un CSV ni un classeur XLSX lisible.");
        }
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(octets)); Stream<Row> lues = classeur.getFirstSheet().openStream()) {
            for (Iterator<Row> i = lues.iterator(); i.hasNext() && lignes.size() <= LIGNES;) {
                Row row = i.next();
                List<LectureCsv.Cellule> cellules = new ArrayList<>();
                boolean vide = true;
                for (int c = 0; c < Math.min(row.getCellCount(), COLONNES); c++) {
                    String texte = texte(row.getCell(c));
                    vide &= texte.isBlank();
                    cellules.add(new LectureCsv.Cellule(texte, row.getRowNum(), c + 1));
                }
                if (!vide) {
                    lignes.add(cellules);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw Refus.champ("fichier", "Ce fichier n’est ni un CSV ni un classeur XLSX lisible.");
        }
        return lignes;
    }

    private static String texte(Cell c) {
        if (c == null || c.getType() == CellType.EMPTY) {
            return "";
        }
        if (c.getType() == CellType.NUMBER) {
            return c.asNumber().stripTrailingZeros().toPlainString();
        }
        return c.getType() == CellType.FORMULA ? c.getRawValue() == null ? "" : c.getRawValue() : c.getText();
    }
}
