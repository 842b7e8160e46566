package fr.jalon.echeance;

/** How the period of a rule is counted from its origin. */
public enum Calcul {
    /** Hours from an instant (72 hours). */
    INSTANT,
    /** Whole days after the day of the origin. */
    JOURS,
    /** Date to date from the day of the origin, clamped to the end of the month; never chained. */
    MOIS,
    /** An age reached: the origin is a birth, the due date a birthday, and reminders count backwards from it. */
    ANNIVERSAIRE,
    /** Backwards, days or date to date, from a day that is known to come (a month before a term). */
    AVANT
}
