package fr.jalon.contrat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.contrat.Colonnes.Colonne;
import fr.jalon.contrat.Colonnes.Genre;
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
    private static final int FIXES = 3;
    private static final double LIBELLE = 46;
    private static final double UNITE = 18;
    private static final double CHIFFRE = 10.5;
    private static final double TEXTE = 20;
    private static final String POURCENT = "+0.0%;-0.0%;0.0%";
    private static final String POINTS = "+0.0\\ \\p\\t;-0.0\\ \\p\\t;0.0\\ \\p\\t";

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
            classeur.setGlobalDefaultFont(Feuilles.POLICE, Feuilles.CORPS);
            tableau(classeur.newWorksheet("Tableau de bord"));
            if (t.diffusion() == fr.jalon.diffusion.Public.INTERNE) {
                FeuilleComparee.ecrire(classeur.newWorksheet("Imprimé et calculé"), t);
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

    /** Fiche by fiche, as it is printed: the title of each over its rows. */
    private void tableau(Worksheet f) {
        f.value(0, 0, t.titre() + " : tableau de bord");
        f.style(0, 0).fontName(Feuilles.POLICE).bold().fontSize(14).set();
        f.value(1, 0, etat());
        f.style(1, 0).fontName(Feuilles.POLICE).fontSize(Feuilles.CORPS).set();
        String[] fixes = {"Code", "Indicateur", "Unité"};
        double[] largeurs = {11.5, LIBELLE, UNITE};
        for (int c = 0; c < FIXES; c++) {
            f.value(ENTETE - 1, c, fixes[c]);
            f.width(c, largeurs[c]);
        }
        double[] larges = new double[colonnes.size()];
        for (int c = 0; c < colonnes.size(); c++) {
            f.value(ENTETE - 1, FIXES + c, colonnes.get(c).titre());
            larges[c] = motsDe(colonnes.get(c)) ? TEXTE : CHIFFRE;
            f.width(FIXES + c, larges[c]);
        }
        int derniere = FIXES + colonnes.size() - 1;
        Feuilles.entete(f.range(ENTETE - 1, 0, ENTETE - 1, FIXES - 1).style()).set();
        Feuilles.entete(f.range(ENTETE - 1, FIXES, ENTETE - 1, derniere).style()).horizontalAlignment("center").set();
        f.rowHeight(ENTETE - 1, 40);
        int r = ENTETE;
        String fiche = null;
        for (LigneContrat l : t.lignes()) {
            if (!l.fiche().equals(fiche)) {
                fiche = l.fiche();
                f.value(r, 0, ficheDite(l));
                f.range(r, 0, r, derniere).merge();
                Feuilles.corps(f.range(r, 0, r, derniere).style()).bold().fillColor(Feuilles.FOND_CLAIR).set();
                f.rowHeight(r++, 16);
            }
            ligne(f, r++, l, larges);
        }
        f.range(ENTETE - 1, 0, r - 1, derniere).style().borderStyle("thin").borderColor("FFB8C2D0").set();
        f.freezePane(FIXES, ENTETE);
        Feuilles.enPage(f, t.titre(), true, ENTETE - 1);
    }

    private static String ficheDite(LigneContrat l) {
        return (l.fiche().matches("\\d.*") ? "Fiche " + l.fiche() : l.fiche()) + (l.intituleFiche() == null ? "" : "\u00a0: " + l.intituleFiche());
    }

    /** Some cell of the column holds a sentence. */
    private boolean motsDe(Colonne col) {
        return t.lignes().stream().anyMatch(l -> texteDe(l, col).length() > 24);
    }

    private String texteDe(LigneContrat l, Colonne col) {
        return switch (col.genre()) {
            case NIVEAU -> l.niveau().valeur() == null ? l.niveau().texte() : "";
            case REALISE -> l.annees().get(col.de() - t.du()).realise().valeur() == null ? l.annees().get(col.de() - t.du()).realise().texte() : "";
            case CIBLE -> l.annees().get(col.de() - t.du()).cible().valeur() == null ? l.annees().get(col.de() - t.du()).cible().texte() : "";
            default -> "";
        };
    }

    private void ligne(Worksheet f, int r, LigneContrat l, double[] larges) {
        Feuilles.mots(f, r, 0, l.code());
        Feuilles.mots(f, r, 1, l.libelle());
        Feuilles.mots(f, r, 2, l.unite());
        int lignes = Math.max(Feuilles.lignes(l.libelle(), LIBELLE), Feuilles.lignes(l.unite(), UNITE));
        for (int c = 0; c < larges.length; c++) {
            lignes = Math.max(lignes, Feuilles.lignesPetites(texteDe(l, colonnes.get(c)), larges[c]));
        }
        Feuilles.hauteur(f, r, lignes);
        boolean taux = "%".equals(l.unite());
        Map<String, Integer> ou = new HashMap<>();
        for (int c = 0; c < colonnes.size(); c++) {
            ou.put(colonnes.get(c).genre() + " " + colonnes.get(c).de() + " " + colonnes.get(c).a(), FIXES + c);
        }
        for (int c = 0; c < colonnes.size(); c++) {
            Colonne col = colonnes.get(c);
            int x = FIXES + c;
            switch (col.genre()) {
                case NIVEAU -> cellule(f, r, x, l.niveau(), l.unite());
                case REALISE -> cellule(f, r, x, l.annees().get(col.de() - t.du()).realise(), l.unite());
                case CIBLE -> {
                    TableauContrat.CibleContrat cible = l.annees().get(col.de() - t.du()).cible();
                    Feuilles.valeur(f, r, x, cible.valeur(), cible.texte(), l.unite(), false);
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

    private int niveauOuRealise(Map<String, Integer> ou, int annee) {
        Integer x = ou.get(Genre.REALISE + " " + annee + " " + annee);
        return x == null ? ou.get(Genre.NIVEAU + " " + annee + " " + annee) : x;
    }

    private static void cellule(Worksheet f, int r, int x, CelluleContrat c, String unite) {
        Feuilles.valeur(f, r, x, c.valeur(), c.texte(), unite, !c.definitif());
        if (c.raison() != null) {
            f.comment(r, x, c.raison());
        }
    }

    /** Where it starts must be a number above zero, as in {@link Evolutions}. */
    private static void formule(Worksheet f, int r, int x, String de, String a, boolean taux) {
        String ecart = taux ? "ROUND(" + a + "-" + de + ",1)" : "IF(" + de + ">0,ROUND((" + a + "-" + de + ")/" + de + ",3),\"n.c.\")";
        f.formula(r, x, "IF(AND(ISNUMBER(" + de + "),ISNUMBER(" + a + "))," + ecart + ",\"n.c.\")");
        Feuilles.corps(f.style(r, x)).format(taux ? POINTS : POURCENT).horizontalAlignment("right").set();
    }

    private static String ref(int r, int x) {
        StringBuilder lettres = new StringBuilder();
        for (int n = x; n >= 0; n = n / 26 - 1) {
            lettres.insert(0, (char) ('A' + n % 26));
        }
        return lettres.toString() + (r + 1);
    }

    private void recits(Worksheet f) {
        f.value(0, 0, "Fiche");
        f.value(0, 1, "Récit");
        Feuilles.entete(f.range(0, 0, 0, 1).style()).set();
        f.width(0, 12);
        f.width(1, 85);
        int r = 1;
        for (Recits.RecitFiche recit : recits.values()) {
            Feuilles.mots(f, r, 0, recit.fiche());
            Feuilles.mots(f, r, 1, recit.texte());
            Feuilles.hauteur(f, r++, Feuilles.lignes(recit.texte(), 85));
        }
        Feuilles.enPage(f, t.titre() + " : récits", false, 0);
    }

    private void lecture(Worksheet f) {
        f.width(0, 24);
        f.width(1, 75);
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
        Feuilles.enPage(f, t.titre() + " : à lire", false, -1);
    }

    private static int deux(Worksheet f, int r, String a, String b) {
        f.value(r, 0, a);
        Feuilles.corps(f.style(r, 0)).bold().set();
        Feuilles.mots(f, r, 1, b);
        Feuilles.hauteur(f, r, Feuilles.lignes(b, 75));
        return r + 1;
    }

    private String etat() {
        return t.diffusion().libelle() + (t.connuLe() == null ? "" : "\u00a0; connu le " + t.connuLe()) + "\u00a0; les valeurs en italique sont provisoires.";
    }
}
