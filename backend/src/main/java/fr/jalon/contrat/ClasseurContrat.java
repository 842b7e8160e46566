package fr.jalon.contrat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.contrat.Colonnes.Colonne;
import fr.jalon.contrat.Colonnes.Genre;
import fr.jalon.contrat.TableauContrat.AnneeContrat;
import fr.jalon.contrat.TableauContrat.CelluleContrat;
import fr.jalon.contrat.TableauContrat.ExerciceContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The table as a workbook with the printed columns. Changes and gaps are formulas over the cells of their row, that say n.c. where an
 * operand is missing; everything else is written as a value, never as a formula, whatever it begins with.
 */
final class ClasseurContrat {

    private static final int ENTETE = 3;
    private static final int FIXES = 4;
    private static final String POURCENT = "+0.0%;-0.0%;0.0%";
    /** Letters are escaped one by one: quotes would be written as they are in the XML of the styles, and break it. */
    private static final String POINTS = "+0.0\\ \\p\\t;-0.0\\ \\p\\t;0.0\\ \\p\\t";
    private static final String FOND = "FFDDE5F0";

    private final TableauContrat t;
    private final Map<String, Recits.RecitFiche> recits;
    private final List<Colonne> colonnes;

    private ClasseurContrat(TableauContrat t, Map<String, Recits.RecitFiche> recits) {
        this.t = t;
        this.recits = recits;
        this.colonnes = Colonnes.de(t);
    }

    static byte[] ecrire(TableauContrat t, Map<String, Recits.RecitFiche> recits) {
        return new ClasseurContrat(t, recits).ecrire();
    }

    private byte[] ecrire() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (Workbook classeur = new Workbook(octets, "Jalon", "1.0")) {
            classeur.setGlobalDefaultFont("Calibri", 10);
            tableau(classeur.newWorksheet("Tableau de bord"));
            if (t.diffusion() == fr.jalon.diffusion.Public.INTERNE) {
                comparaison(classeur.newWorksheet("Imprimé et calculé"));
            }
            if (!recits.isEmpty()) {
                recits(classeur.newWorksheet("Récits"));
            }
            lecture(classeur.newWorksheet("À lire"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private void tableau(Worksheet f) {
        f.value(0, 0, t.titre() + " : tableau de bord");
        f.style(0, 0).bold().fontSize(14).set();
        f.value(1, 0, etat());
        String[] fixes = {"Fiche", "Code", "Indicateur", "Unité"};
        for (int c = 0; c < FIXES; c++) {
            f.value(ENTETE - 1, c, fixes[c]);
        }
        for (int c = 0; c < colonnes.size(); c++) {
            f.value(ENTETE - 1, FIXES + c, colonnes.get(c).titre());
        }
        f.range(ENTETE - 1, 0, ENTETE - 1, FIXES + colonnes.size() - 1).style().bold().fontSize(10).fillColor(FOND).wrapText(true).verticalAlignment("center").set();
        for (int l = 0; l < t.lignes().size(); l++) {
            ligne(f, ENTETE + l, t.lignes().get(l));
        }
        f.rowHeight(ENTETE - 1, 40);
        f.width(0, 10);
        f.width(1, 12);
        f.width(2, 60);
        f.width(3, 14);
        for (int c = 0; c < colonnes.size(); c++) {
            f.width(FIXES + c, 12);
        }
        f.freezePane(FIXES, ENTETE);
        f.setAutoFilter(ENTETE - 1, 0, ENTETE - 1 + t.lignes().size(), FIXES + colonnes.size() - 1);
        f.pageOrientation("landscape");
        f.fitToWidth((short) 1);
        f.fitToHeight((short) 0);
        f.repeatRows(ENTETE - 1);
    }

    private void ligne(Worksheet f, int r, LigneContrat l) {
        f.value(r, 0, l.fiche());
        f.value(r, 1, l.code());
        f.value(r, 2, l.libelle());
        f.value(r, 3, l.unite());
        f.range(r, 0, r, 3).style().fontSize(10).wrapText(true).verticalAlignment("top").set();
        f.rowHeight(r, hauteur(l));
        boolean taux = "%".equals(l.unite());
        Map<String, Integer> ou = new HashMap<>();
        for (int c = 0; c < colonnes.size(); c++) {
            ou.put(colonnes.get(c).genre() + " " + colonnes.get(c).de() + " " + colonnes.get(c).a(), FIXES + c);
        }
        for (int c = 0; c < colonnes.size(); c++) {
            Colonne col = colonnes.get(c);
            int x = FIXES + c;
            switch (col.genre()) {
                case NIVEAU -> cellule(f, r, x, l.niveau());
                case REALISE -> cellule(f, r, x, l.annees().get(col.de() - t.du()).realise());
                case CIBLE -> {
                    TableauContrat.CibleContrat cible = l.annees().get(col.de() - t.du()).cible();
                    valeur(f, r, x, cible.valeur(), cible.texte());
                }
                case EVOLUTION -> {
                    String de = ref(r, niveauOuRealise(ou, col.de()));
                    String a = ref(r, niveauOuRealise(ou, col.a()));
                    formule(f, r, x, de, a, taux);
                }
                case ECART -> formule(f, r, x, ref(r, ou.get(Genre.CIBLE + " " + col.de() + " " + col.a())), ref(r, ou.get(Genre.REALISE + " " + col.de() + " " + col.a())), taux);
                default -> throw new IllegalStateException();
            }
        }
    }

    /** Lines its words take at the width of their columns; a spreadsheet does not grow a row it did not write. */
    private static double hauteur(LigneContrat l) {
        int lignes = 1 + l.libelle().length() / 58;
        for (AnneeContrat a : l.annees()) {
            lignes = Math.max(lignes, 1 + Math.max(a.realise().valeur() == null ? a.realise().texte().length() / 11 : 0, a.cible().valeur() == null ? a.cible().texte().length() / 11 : 0));
        }
        return 13.5 * Math.min(lignes, 12);
    }

    private int niveauOuRealise(Map<String, Integer> ou, int annee) {
        Integer x = ou.get(Genre.REALISE + " " + annee + " " + annee);
        return x == null ? ou.get(Genre.NIVEAU + " " + annee + " " + annee) : x;
    }

    private static void cellule(Worksheet f, int r, int x, CelluleContrat c) {
        valeur(f, r, x, c.valeur(), c.texte());
        if (c.raison() != null) {
            f.comment(r, x, c.raison());
        }
        if (!c.definitif() && c.valeur() != null) {
            f.style(r, x).italic().fontSize(10).verticalAlignment("top").format("#,##0.##").set();
        }
    }

    private static void valeur(Worksheet f, int r, int x, BigDecimal valeur, String texte) {
        if (valeur != null) {
            f.value(r, x, valeur);
            f.style(r, x).fontSize(10).verticalAlignment("top").format("#,##0.##").set();
        } else if (texte != null && !texte.isEmpty()) {
            f.value(r, x, texte);
            f.style(r, x).fontSize(10).horizontalAlignment("right").verticalAlignment("top").wrapText(true).set();
        }
    }

    /** Where it starts must be a number above zero, as in {@link Evolutions}. */
    private static void formule(Worksheet f, int r, int x, String de, String a, boolean taux) {
        String ecart = taux ? "ROUND(" + a + "-" + de + ",1)" : "IF(" + de + ">0,ROUND((" + a + "-" + de + ")/" + de + ",3),\"n.c.\")";
        f.formula(r, x, "IF(AND(ISNUMBER(" + de + "),ISNUMBER(" + a + "))," + ecart + ",\"n.c.\")");
        f.style(r, x).fontSize(10).format(taux ? POINTS : POURCENT).horizontalAlignment("right").verticalAlignment("top").set();
    }

    private static String ref(int r, int x) {
        StringBuilder lettres = new StringBuilder();
        for (int n = x; n >= 0; n = n / 26 - 1) {
            lettres.insert(0, (char) ('A' + n % 26));
        }
        return lettres.toString() + (r + 1);
    }

    private void comparaison(Worksheet f) {
        String[] titres = {"Code", "Indicateur", "Année", "Retenu", "D’où", "Compté par Jalon", "Saisi", "Imprimé", "Différence avec l’imprimé", "Explication", "Commentaire", "À vérifier", "Révision depuis l’arrêté"};
        for (int c = 0; c < titres.length; c++) {
            f.value(0, c, titres[c]);
            f.width(c, c == 1 || c > 8 ? 45 : 16);
        }
        f.range(0, 0, 0, titres.length - 1).style().bold().fontSize(10).fillColor(FOND).wrapText(true).set();
        int r = 1;
        for (LigneContrat l : t.lignes()) {
            comparer(f, r++, l, l.niveau());
            for (AnneeContrat a : l.annees()) {
                comparer(f, r++, l, a.realise());
            }
        }
        f.freezePane(2, 1);
        f.setAutoFilter(0, 0, r - 1, titres.length - 1);
    }

    private static void comparer(Worksheet f, int r, LigneContrat l, CelluleContrat c) {
        f.value(r, 0, l.code());
        f.value(r, 1, l.libelle());
        f.value(r, 2, c.annee());
        valeur(f, r, 3, c.valeur(), c.texte());
        f.value(r, 4, switch (c.origine()) {
            case COMPTE -> "compté";
            case SAISI -> "saisi";
            case IMPRIME -> "imprimé";
            case AUCUNE -> "";
        });
        if (c.compte() != null) {
            valeur(f, r, 5, c.compte().valeur(), c.compte().texte());
        }
        if (c.saisie() != null) {
            valeur(f, r, 6, c.saisie().valeur(), c.saisie().texte() == null ? c.saisie().sorte().libelle() : c.saisie().texte());
        }
        if (c.imprime() != null) {
            valeur(f, r, 7, c.imprime().valeur(), c.imprime().texte());
        }
        if (c.difference() != null) {
            f.value(r, 8, c.difference().ecart());
            f.value(r, 9, java.util.stream.Stream.concat(java.util.stream.Stream.ofNullable(c.difference().explication()), c.difference().connues().stream())
                    .collect(java.util.stream.Collectors.joining(" ")));
        }
        f.value(r, 10, c.commentaire());
        f.value(r, 11, c.alerte());
        if (c.revision() != null) {
            f.value(r, 12, c.revision().avant() + " → " + c.revision().apres() + (c.revision().pourquoi() == null ? "" : " : " + c.revision().pourquoi()));
        }
    }

    private void recits(Worksheet f) {
        f.value(0, 0, "Fiche");
        f.value(0, 1, "Récit");
        f.range(0, 0, 0, 1).style().bold().fontSize(10).fillColor(FOND).set();
        f.width(0, 10);
        f.width(1, 120);
        int r = 1;
        for (Recits.RecitFiche recit : recits.values()) {
            f.value(r, 0, recit.fiche());
            f.value(r, 1, recit.texte());
            f.style(r++, 1).wrapText(true).set();
        }
    }

    private void lecture(Worksheet f) {
        f.width(0, 30);
        f.width(1, 100);
        int r = 0;
        r = deux(f, r, "Document", t.titre());
        r = deux(f, r, "Diffusion", t.diffusion().libelle());
        if (t.connuLe() != null) {
            r = deux(f, r, "Connu le", t.connuLe().toString());
        }
        for (ExerciceContrat e : t.annees()) {
            r = deux(f, r, "Année " + e.annee(), e.definitif() ? "définitive, arrêtée par " + e.nom() + (e.qualite() == null ? "" : ", " + e.qualite()) + "\u00a0; empreinte SHA-256 " + e.empreinte()
                    + (e.revisions() == 0 ? "" : "\u00a0; " + e.revisions() + " cellules révisées depuis") : "provisoire");
        }
        r = deux(f, r, "n.c.", "non connu, ou non calculable\u00a0: l’opérande manque, ou vaut zéro. La raison est en commentaire de la cellule.");
        r = deux(f, r, "s.", "secret statistique\u00a0: un petit nombre d’enfants, ou un nombre qui permettrait de le retrouver.");
        r = deux(f, r, "Italique", "valeur provisoire");
        deux(f, r, "Évolutions et écarts", "formules\u00a0: en pour cent du point de départ pour un nombre, en points pour un taux.");
    }

    private static int deux(Worksheet f, int r, String a, String b) {
        f.value(r, 0, a);
        f.value(r, 1, b);
        f.style(r, 0).bold().set();
        f.style(r, 1).wrapText(true).set();
        return r + 1;
    }

    private String etat() {
        return t.diffusion().libelle() + (t.connuLe() == null ? "" : "\u00a0; connu le " + t.connuLe()) + "\u00a0; les valeurs en italique sont provisoires.";
    }
}
