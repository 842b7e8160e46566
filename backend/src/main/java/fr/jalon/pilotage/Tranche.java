package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * How far the legal date is, in days left, both ends included. The one division of time of this page: figures are made of slices, the
 * picture draws them, and the list of a figure is filtered by the same bounds.
 */
public enum Tranche {
    RETARD_PLUS_90(null, -91, "plus de 90 j de retard"),
    RETARD_90(-90, -61, "61 à 90 j de retard"),
    RETARD_60(-60, -31, "31 à 60 j de retard"),
    RETARD_30(-30, -1, "1 à 30 j de retard"),
    J15(0, 15, "dans les 15 jours"),
    J30(16, 30, "de 16 à 30 jours"),
    J60(31, 60, "de 31 à 60 jours"),
    PLUS_TARD(61, null, "dans plus de 60 jours"),
    SANS_DATE(null, null, "sans date légale");

    /** How {@code tache} writes the absence of a legal date. */
    static final LocalDate JAMAIS = LocalDate.of(9999, 12, 31);

    private final Integer de;
    private final Integer a;
    private final String libelle;

    Tranche(Integer de, Integer a, String libelle) {
        this.de = de;
        this.a = a;
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    public boolean enRetard() {
        return ordinal() <= RETARD_30.ordinal();
    }

    /** First day of each slice but the first, ascending: what {@code width_bucket} takes; its answer is the ordinal. */
    static LocalDate[] bornes(LocalDate jour) {
        return Arrays.stream(values()).skip(1).map(t -> t.debut(jour)).toArray(LocalDate[]::new);
    }

    /** First legal date of the slice; null for the first, which has no beginning. */
    LocalDate debut(LocalDate jour) {
        return this == SANS_DATE ? JAMAIS : de == null ? null : jour.plusDays(de);
    }

    /** First legal date after the slice; null for the last. */
    LocalDate suivante(LocalDate jour) {
        return this == SANS_DATE ? null : a == null ? JAMAIS : jour.plusDays(a + 1L);
    }
}
