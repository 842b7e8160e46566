package fr.jalon.contrat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.contrat.TableauContrat.AnneeContrat;
import fr.jalon.contrat.TableauContrat.CelluleContrat;
import fr.jalon.contrat.TableauContrat.EvolutionContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import org.dhatim.fastexcel.Worksheet;

/**
 * What is counted, typed and printed side by side, a line a figure of which anything is known; then what the document prints under no year,
 * and the changes and gaps it prints that its own figures do not give. Never leaves the house.
 */
final class FeuilleComparee {

    private static final String[] TITRES = {"Code", "Indicateur", "Année", "Retenu", "D’où", "Compté par Jalon", "Saisi", "Imprimé", "Différence avec l’imprimé",
        "Explication", "Autres valeurs imprimées", "Commentaire", "À vérifier", "Révision depuis l’arrêté"};
    private static final int[] LARGEURS = {12, 40, 10, 14, 10, 12, 12, 20, 12, 34, 30, 26, 34, 24};

    private final Worksheet f;
    private int r;

    private FeuilleComparee(Worksheet f) {
        this.f = f;
    }

    static void ecrire(Worksheet f, TableauContrat t) {
        FeuilleComparee feuille = new FeuilleComparee(f);
        feuille.entete();
        t.lignes().forEach(l -> feuille.ligne(l, t));
        f.freezePane(2, 1);
        f.setAutoFilter(0, 0, Math.max(0, feuille.r - 1), TITRES.length - 1);
        Feuilles.enPage(f, t.titre() + " : imprimé et calculé", true, 0);
    }

    private void entete() {
        for (int c = 0; c < TITRES.length; c++) {
            f.value(0, c, TITRES[c]);
            f.width(c, LARGEURS[c]);
        }
        Feuilles.entete(f.range(0, 0, 0, TITRES.length - 1).style()).set();
        f.rowHeight(0, 40);
        r = 1;
    }

    private void ligne(LigneContrat l, TableauContrat t) {
        cellule(l, l.niveau(), null);
        for (int n = 0; n < l.annees().size(); n++) {
            AnneeContrat a = l.annees().get(n);
            cellule(l, a.realise(), n == l.annees().size() - 1 ? l.alerte() : null);
        }
        for (String s : l.sansAnnee()) {
            autre(l, "sans année", null, s, null);
        }
        Stream.of(l.evolutions().stream(), Stream.ofNullable(l.periode()), Stream.of(l.depuisReference())).flatMap(x -> x).filter(EvolutionContrat::fausse)
                .forEach(e -> autre(l, e.de() + "-" + e.a(), e.texte(), e.imprimee(), "L’évolution imprimée n’est pas celle que donnent les chiffres imprimés."));
        l.annees().stream().filter(a -> a.ecart().fausse()).forEach(a -> autre(l, "écart " + a.annee(), a.ecart().texte(), a.ecart().imprimee(),
                "L’écart imprimé n’est pas celui que donnent les chiffres imprimés."));
    }

    private void cellule(LigneContrat l, CelluleContrat c, String alerteDeLaLigne) {
        if (c.compte() == null && c.saisie() == null && c.imprime() == null && c.commentaire() == null && c.revision() == null && alerteDeLaLigne == null) {
            return;
        }
        nommer(l);
        f.value(r, 2, c.annee());
        Feuilles.corps(f.style(r, 2)).horizontalAlignment("left").set();
        valeur(3, c.valeur(), c.texte(), l);
        Feuilles.mots(f, r, 4, switch (c.origine()) {
            case COMPTE -> "compté";
            case SAISI -> "saisi";
            case IMPRIME -> "imprimé";
            case AUCUNE -> "";
        });
        if (c.compte() != null) {
            valeur(5, c.compte().valeur(), c.compte().texte(), l);
        }
        if (c.saisie() != null) {
            valeur(6, c.saisie().valeur(), c.saisie().texte() == null ? c.saisie().sorte().libelle() : c.saisie().texte(), l);
        }
        if (c.imprime() != null) {
            // As it is printed: « 480 en mars 2020 » says more than 480.
            boolean nu = c.imprime().valeur() != null && c.imprime().texte() != null && c.imprime().texte().matches("[-\\d\\s\\u00a0\\u202f.,]*%?");
            valeur(7, nu ? c.imprime().valeur() : null, c.imprime().texte(), l);
        }
        if (c.difference() != null) {
            valeur(8, c.difference().ecart(), null, l);
        }
        String[] mots = {c.difference() == null ? c.raison() : Stream.concat(Stream.ofNullable(c.difference().explication()), c.difference().connues().stream())
                .collect(Collectors.joining(" ")), c.imprime() == null ? null : String.join(" ; ", c.imprime().autres()), c.commentaire(),
            Stream.of(c.alerte(), alerteDeLaLigne).filter(java.util.Objects::nonNull).collect(Collectors.joining(" ")),
            c.revision() == null ? null : c.revision().avant() + " → " + c.revision().apres() + (c.revision().pourquoi() == null ? "" : " : " + c.revision().pourquoi())};
        int lignes = Math.max(Feuilles.lignes(l.libelle(), LARGEURS[1]), Feuilles.lignesPetites(c.imprime() == null ? null : c.imprime().texte(), LARGEURS[7]));
        lignes = Math.max(lignes, Feuilles.lignesPetites(c.valeur() == null ? c.texte() : null, LARGEURS[3]));
        for (int n = 0; n < mots.length; n++) {
            Feuilles.mots(f, r, 9 + n, mots[n]);
            lignes = Math.max(lignes, Feuilles.lignes(mots[n], LARGEURS[9 + n]));
        }
        Feuilles.hauteur(f, r++, lignes);
    }

    private void autre(LigneContrat l, String quand, String retenu, String imprime, String aVerifier) {
        nommer(l);
        Feuilles.mots(f, r, 2, quand);
        valeur(3, null, retenu, l);
        valeur(7, null, imprime, l);
        Feuilles.mots(f, r, 12, aVerifier);
        Feuilles.hauteur(f, r++, Math.max(Math.max(Feuilles.lignes(l.libelle(), LARGEURS[1]), Feuilles.lignesPetites(imprime, LARGEURS[7])), Feuilles.lignes(aVerifier, LARGEURS[12])));
    }

    private void nommer(LigneContrat l) {
        Feuilles.mots(f, r, 0, l.code());
        Feuilles.mots(f, r, 1, l.libelle());
    }

    private void valeur(int x, BigDecimal valeur, String texte, LigneContrat l) {
        Feuilles.valeur(f, r, x, valeur, texte, l.unite(), false);
    }
}
