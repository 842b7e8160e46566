package fr.jalon.contrat;

import java.math.BigDecimal;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How the sheets of a workbook look, on the screen and on paper: one typeface every spreadsheet has, nothing cut, pages that say which they are. */
final class Feuilles {

    static final String POLICE = "Arial";
    static final int CORPS = 9;
    static final String FOND = "FFDDE5F0";
    static final String FOND_CLAIR = "FFF1F4F9";
    /** A spreadsheet opens no row higher than this. */
    private static final double HAUTEUR_MAX = 400;

    private Feuilles() {
    }

    static StyleSetter corps(StyleSetter s) {
        return s.fontName(POLICE).fontSize(CORPS).verticalAlignment("top");
    }

    static StyleSetter entete(StyleSetter s) {
        return s.fontName(POLICE).fontSize(CORPS).bold().fillColor(FOND).wrapText(true).verticalAlignment("center");
    }

    /** Words, wrapped; nothing when there is none. */
    static void mots(Worksheet f, int r, int x, String texte) {
        if (texte != null && !texte.isEmpty()) {
            f.value(r, x, texte);
        }
        corps(f.style(r, x)).wrapText(true).set();
    }

    /** A figure with the decimals it has; or the words that stand for it, in smaller type when they are long. */
    static void valeur(Worksheet f, int r, int x, BigDecimal valeur, String texte, String unite, boolean provisoire) {
        if (valeur != null) {
            f.value(r, x, valeur);
            StyleSetter s = corps(f.style(r, x)).format(format(valeur, unite)).horizontalAlignment("right");
            (provisoire ? s.italic() : s).set();
        } else if (texte != null && !texte.isEmpty()) {
            f.value(r, x, texte);
            boolean long_ = texte.length() > 14;
            corps(f.style(r, x)).fontSize(long_ ? CORPS - 1 : CORPS).horizontalAlignment(long_ ? "left" : "right").wrapText(true).set();
        }
    }

    /** « #,##0.## » would leave a lone comma after a whole number. Letters are escaped one by one: quotes would break the XML of the styles. */
    static String format(BigDecimal valeur, String unite) {
        int decimales = Math.min(2, Math.max(0, valeur.stripTrailingZeros().scale()));
        String nombre = decimales == 0 ? "#,##0" : decimales == 1 ? "#,##0.0" : "#,##0.00";
        return "%".equals(unite) ? nombre + "\\ \\%" : nombre;
    }

    /** Lines words take in a column of that width; words are not cut, so that a line is rarely full. */
    static int lignes(String texte, double largeur) {
        if (texte == null || texte.isEmpty()) {
            return 1;
        }
        int lignes = 0;
        int parLigne = Math.max(4, (int) (largeur * 0.93));
        for (String partie : texte.split("\n")) {
            int reste = parLigne;
            lignes++;
            for (String mot : partie.split(" ")) {
                if (mot.length() > reste && reste < parLigne) {
                    lignes++;
                    reste = parLigne;
                }
                lignes += Math.max(0, (mot.length() - 1) / parLigne);
                reste -= mot.length() + 1;
            }
        }
        return lignes;
    }

    /** Words that stand for a figure are in smaller type: more of them hold in a line. */
    static int lignesPetites(String texte, double largeur) {
        return lignes(texte, largeur * 1.3);
    }

    static void hauteur(Worksheet f, int r, int lignes) {
        f.rowHeight(r, Math.min(HAUTEUR_MAX, 3 + 12.0 * lignes));
    }

    /** @param entete row repeated at the head of each page, or -1 */
    static void enPage(Worksheet f, String titre, boolean paysage, int entete) {
        f.paperSize(paysage ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        f.pageOrientation(paysage ? "landscape" : "portrait");
        f.setFitToPage(true);
        f.fitToWidth((short) 1);
        f.fitToHeight((short) 0);
        f.leftMargin(0.4f);
        f.rightMargin(0.4f);
        f.topMargin(0.5f);
        f.bottomMargin(0.6f);
        if (entete >= 0) {
            f.repeatRows(entete);
        }
        f.footer(titre, Position.LEFT, CORPS);
        f.footer("page 1", Position.RIGHT, CORPS);
    }
}
