package fr.jalon.projet;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A stretch of the exercise of one measure of the child, in one unit, under one product, as the periods of the measure say it.
 *
 * @param service the service habilité that exercises it, or null
 * @param fin first day it no longer was, null while it runs
 */
record TrancheExercee(UUID mesure, String unite, String produit, String service, boolean accueil, LocalDate debut, LocalDate fin) {

    boolean le(LocalDate jour) {
        return !debut.isAfter(jour) && (fin == null || fin.isAfter(jour));
    }
}
