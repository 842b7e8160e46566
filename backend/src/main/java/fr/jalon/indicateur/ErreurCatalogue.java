package fr.jalon.indicateur;

/** What is wrong with a text of indicators, and where; lines and columns count from 1. */
public record ErreurCatalogue(int ligne, int colonne, String message) {

    public String phrase() {
        return "Ligne " + ligne + ", colonne " + colonne + "\u00a0: " + message;
    }
}
