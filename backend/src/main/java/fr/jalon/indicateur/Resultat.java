package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/**
 * A figure and the files it counts: the figure is computed from the lists, so that they agree.
 *
 * @param valeur null when it cannot be known, and {@code nonConnu} says why
 * @param comptes files counted: all of them for a count, those that meet the condition for a share
 * @param base files among which they are counted; equal to {@code comptes} for a count
 */
record Resultat(BigDecimal valeur, String nonConnu, TypeSujet type, List<UUID> comptes, List<UUID> base) {

    static Resultat nombre(TypeSujet type, List<UUID> comptes) {
        return new Resultat(BigDecimal.valueOf(comptes.size()), null, type, comptes, comptes);
    }

    /** A count of something else than the files it comes from. */
    static Resultat nombre(long valeur, TypeSujet type, List<UUID> fichiers) {
        return new Resultat(BigDecimal.valueOf(valeur), null, type, fichiers, fichiers);
    }

    /** A share in percent with one decimal. */
    static Resultat part(TypeSujet type, List<UUID> numerateur, List<UUID> denominateur, String siVide) {
        if (denominateur.isEmpty()) {
            return new Resultat(null, siVide, type, List.of(), List.of());
        }
        BigDecimal part = BigDecimal.valueOf(numerateur.size()).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominateur.size()), 1, RoundingMode.HALF_UP);
        return new Resultat(part, null, type, numerateur, denominateur);
    }

    static Resultat mesure(BigDecimal valeur, TypeSujet type, List<UUID> fichiers, String siVide) {
        return new Resultat(valeur, valeur == null ? siVide : null, type, fichiers, fichiers);
    }
}
