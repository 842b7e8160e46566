package fr.jalon.indicateur;

import java.util.ArrayList;
import java.util.List;

/** Reads comma or semicolon separated text (RFC 4180, a byte order mark allowed) and keeps where each cell began, so that a refusal can point to it. */
public final class LectureCsv {

    /** @param colonne from 1, in cells */
    public record Cellule(String texte, int ligne, int colonne) {
    }

    /** What makes a text no table, and where. */
    public static final class Illisible extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int ligne;
        private final int colonne;

        public Illisible(int ligne, int colonne, String message) {
            super("Ligne " + ligne + ", colonne " + colonne + "\u00a0: " + message);
            this.ligne = ligne;
            this.colonne = colonne;
        }

        public int ligne() {
            return ligne;
        }

        public int colonne() {
            return colonne;
        }
    }

    private final String texte;
    private final char separateur;
    private final List<List<Cellule>> lignes = new ArrayList<>();
    private List<Cellule> cellules = new ArrayList<>();
    private int position;
    private int ligne = 1;

    private LectureCsv(String texte, char separateur) {
        this.texte = texte;
        this.separateur = separateur;
    }

    /** Rows in order, blank ones left out. @throws Illisible on an unclosed quote or text after a closing one */
    public static List<List<Cellule>> lire(String texte, char separateur) {
        LectureCsv lecture = new LectureCsv(texte.startsWith("\ufeff") ? texte.substring(1) : texte, separateur);
        lecture.toutes();
        return lecture.lignes;
    }

    private void toutes() {
        while (position < texte.length()) {
            int debut = ligne;
            String cellule = position < texte.length() && texte.charAt(position) == '"' ? entreGuillemets() : nue();
            cellules.add(new Cellule(cellule, debut, cellules.size() + 1));
            boolean derniere = position >= texte.length();
            char suivant = derniere ? '\n' : texte.charAt(position);
            if (!derniere) {
                position++;
            }
            if (suivant == separateur) {
                if (position == texte.length()) {
                    cellules.add(new Cellule("", ligne, cellules.size() + 1));
                    finirLigne();
                }
                continue;
            }
            if (suivant == '\r' && position < texte.length() && texte.charAt(position) == '\n') {
                position++;
            }
            finirLigne();
            ligne++;
        }
    }

    private void finirLigne() {
        if (cellules.size() > 1 || !cellules.get(0).texte().isBlank()) {
            lignes.add(cellules);
        }
        cellules = new ArrayList<>();
    }

    private String nue() {
        int debut = position;
        while (position < texte.length() && texte.charAt(position) != separateur && texte.charAt(position) != '\n' && texte.charAt(position) != '\r') {
            position++;
        }
        return texte.substring(debut, position);
    }

    private String entreGuillemets() {
        int ouverte = ligne;
        StringBuilder lue = new StringBuilder();
        position++;
        while (true) {
            if (position >= texte.length()) {
                throw new Illisible(ouverte, cellules.size() + 1, "un guillemet n’est pas refermé.");
            }
            char c = texte.charAt(position++);
            if (c == '"' && position < texte.length() && texte.charAt(position) == '"') {
                lue.append('"');
                position++;
            } else if (c == '"') {
                break;
            } else {
                ligne += c == '\n' ? 1 : 0;
                lue.append(c);
            }
        }
        if (position < texte.length() && texte.charAt(position) != separateur && texte.charAt(position) != '\n' && texte.charAt(position) != '\r') {
            throw new Illisible(ligne, cellules.size() + 1, "du texte suit un guillemet refermé.");
        }
        return lue.toString();
    }
}
