package fr.jalon.indicateur;

/** What a figure is split by. A file may be in two lines of a split and once in the whole: lines may not add up. */
public enum Decoupe {
    UNITE, MOIS, PRODUIT, SEXE, AGE
}
