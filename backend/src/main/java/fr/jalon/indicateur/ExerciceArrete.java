package fr.jalon.indicateur;

/** A year has just been declared final, in this transaction: whoever freezes what it showed does it now. */
public record ExerciceArrete(int annee) {
}
