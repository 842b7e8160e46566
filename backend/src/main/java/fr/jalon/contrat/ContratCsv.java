package fr.jalon.contrat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fr.jalon.contrat.Colonnes.Colonne;
import fr.jalon.contrat.TableauContrat.EvolutionContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;

/** The same columns for a spreadsheet by a double click: byte order mark, semicolons, decimal commas; what would run as a formula is text. */
final class ContratCsv {

    private ContratCsv() {
    }

    static String ecrire(TableauContrat t) {
        List<Colonne> colonnes = Colonnes.de(t);
        StringBuilder texte = new StringBuilder("\ufeff");
        List<String> entete = new ArrayList<>(List.of("Fiche", "Code", "Indicateur", "Unité"));
        colonnes.forEach(c -> entete.add(c.titre()));
        entete.add("État");
        texte.append(ligne(entete));
        String etat = t.annees().stream().map(e -> e.annee() + " " + (e.definitif() ? "définitif" : "provisoire")).collect(Collectors.joining(", "));
        for (LigneContrat l : t.lignes()) {
            List<String> cellules = new ArrayList<>();
            cellules.addAll(java.util.Arrays.asList(l.fiche(), l.code(), l.libelle(), l.unite()));
            for (Colonne c : colonnes) {
                cellules.add(switch (c.genre()) {
                    case NIVEAU -> nombre(l.niveau().valeur(), l.niveau().texte());
                    case CIBLE -> nombre(l.annees().get(c.de() - t.du()).cible().valeur(), l.annees().get(c.de() - t.du()).cible().texte());
                    case REALISE -> nombre(l.annees().get(c.de() - t.du()).realise().valeur(), l.annees().get(c.de() - t.du()).realise().texte());
                    case EVOLUTION, ECART -> {
                        EvolutionContrat e = Colonnes.evolution(l, t, c);
                        yield nombre(e.valeur(), e.texte()) + (e.valeur() == null ? "" : e.points() ? " points" : " %");
                    }
                });
            }
            cellules.add(etat);
            texte.append(ligne(cellules));
        }
        return texte.toString();
    }

    /** The form an import reads back: what may be typed, as it stands. */
    static String modele(TableauContrat t) {
        StringBuilder texte = new StringBuilder("\ufeff");
        texte.append(ligne(List.of("fiche", "libelle", "unite", "code", "annee", "type", "valeur", "base", "source", "arrete_au", "commentaire", "motif")));
        for (LigneContrat l : t.lignes()) {
            if (!l.saisissable()) {
                continue;
            }
            l.annees().forEach(a -> {
                if (a.realise().origine() != TableauContrat.Origine.COMPTE) {
                    TableauContrat.SaisieContrat s = a.realise().saisie();
                    texte.append(ligne(java.util.Arrays.asList(l.fiche(), l.libelle(), l.unite(), l.code(), String.valueOf(a.annee()), "réalisé", saisie(s),
                            s == null || s.base() == null ? "" : s.base().toString(), s == null ? "" : s.source(),
                            s == null || s.arreteAu() == null ? "" : s.arreteAu().toString(), s == null ? "" : s.commentaire(), "")));
                }
            });
        }
        return texte.toString();
    }

    private static String saisie(TableauContrat.SaisieContrat s) {
        return s == null ? "" : switch (s.sorte()) {
            case CHIFFRE -> s.valeur().stripTrailingZeros().toPlainString().replace('.', ',');
            case NR, ND -> s.sorte().name();
            case SANS_OBJET -> "sans objet";
            case RETIREE -> "";
            default -> s.texte();
        };
    }

    private static String nombre(BigDecimal valeur, String texte) {
        return valeur == null ? texte : valeur.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static String ligne(List<String> cellules) {
        return cellules.stream().map(c -> cellule(c == null ? "" : c)).collect(Collectors.joining(";")) + "\r\n";
    }

    static String cellule(String valeur) {
        String sure = valeur;
        // «=», «+», «-», «@», a tab or a return at the head would run in a spreadsheet (CWE-1236); a number may be negative.
        if (!valeur.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(valeur.charAt(0)) >= 0 && !valeur.matches("-\\d+(,\\d+)?( (%|points))?")) {
            sure = "'" + valeur;
        }
        return sure.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\'') ? "\"" + sure.replace("\"", "\"\"") + "\"" : sure;
    }
}
