package fr.jalon.contrat;

import java.util.List;

/** A figure split, as a file: the same cells as the screen, hidden ones included. */
public final class VentilationCsv {

    private VentilationCsv() {
    }

    public static String ecrire(Pourquoi.VentilationContrat v) {
        StringBuilder texte = new StringBuilder("\ufeff");
        texte.append(ContratCsv.ligne(List.of("Code", "Indicateur", "Unité", "Année", "Détail", "Valeur", "Diffusion")));
        texte.append(ligne(v, v.total()));
        v.parts().forEach(p -> texte.append(ligne(v, p)));
        return texte.toString();
    }

    private static String ligne(Pourquoi.VentilationContrat v, Pourquoi.PartContrat p) {
        return ContratCsv.ligne(java.util.Arrays.asList(v.code(), v.libelle(), v.unite(), String.valueOf(v.annee()), p.libelle(),
                p.valeur() == null ? p.texte() : p.valeur().stripTrailingZeros().toPlainString().replace('.', ','), v.diffusion().libelle()));
    }
}
