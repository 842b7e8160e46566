package fr.jalon.indicateur.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.diffusion.Public;
import fr.jalon.indicateur.Tableaux;

/**
 * A spreadsheet a French office opens by a double click: byte order mark, semicolons, decimal commas. A cell that a spreadsheet would
 * run as a formula is written as text.
 */
final class Csv {

    private static final String FIN = "\r\n";

    private Csv() {
    }

    static String ecrire(Tableaux.TableauAnnees tableau, String unite) {
        StringBuilder texte = new StringBuilder("\ufeff");
        texte.append(ligne(List.of("code", "reference", "indicateur", "unite comptee", "perimetre", "annee", "valeur", "effectif", "base",
                "etat", "raison", "ce qui est compte", "date de rattachement", "inclus", "exclus")));
        for (Tableaux.LigneAnnees l : tableau.lignes()) {
            Tableaux.Definition d = l.indicateur();
            for (Tableaux.Valeur v : l.valeurs()) {
                texte.append(ligne(Stream.of(d.code(), d.reference(), d.libelle(), d.unite(), unite == null ? "ensemble" : unite,
                        String.valueOf(v.annee()), v.masquee() ? v.texte() : v.valeur() == null ? "n.c." : v.valeur().toPlainString().replace('.', ','),
                        v.valeur() == null || tableau.diffusion() != Public.INTERNE ? "" : String.valueOf(v.effectif()), v.base() == null ? "" : String.valueOf(v.base()),
                        v.definitif() ? "définitif" : "provisoire", v.raison(), d.compte(), d.date(), String.join(" ; ", d.inclus()),
                        String.join(" ; ", d.exclus())).map(s -> s == null ? "" : s).toList()));
            }
        }
        return texte.toString();
    }

    private static String ligne(List<String> cellules) {
        return cellules.stream().map(Csv::cellule).collect(Collectors.joining(";")) + FIN;
    }

    static String cellule(String valeur) {
        String sure = valeur;
        // «=», «+», «-», «@», a tab or a return at the head would run in a spreadsheet (CWE-1236).
        if (!valeur.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(valeur.charAt(0)) >= 0) {
            sure = "'" + valeur;
        }
        return sure.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\'')
                ? "\"" + sure.replace("\"", "\"\"") + "\"" : sure;
    }
}
