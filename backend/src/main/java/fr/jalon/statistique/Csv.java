package fr.jalon.statistique;

import java.util.List;
import java.util.stream.Collectors;

/** A spreadsheet a French office opens by a double click; a cell that would run as a formula is written as text (CWE-1236). */
final class Csv {

    private final StringBuilder texte = new StringBuilder("\ufeff");

    Csv ligne(List<String> cellules) {
        texte.append(cellules.stream().map(Csv::cellule).collect(Collectors.joining(";"))).append("\r\n");
        return this;
    }

    static String cellule(String valeur) {
        if (valeur == null) {
            return "";
        }
        String sure = !valeur.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(valeur.charAt(0)) >= 0 ? "'" + valeur : valeur;
        return sure.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\'') ? "\"" + sure.replace("\"", "\"\"") + "\"" : sure;
    }

    @Override
    public String toString() {
        return texte.toString();
    }
}
