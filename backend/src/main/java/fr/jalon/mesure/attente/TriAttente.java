package fr.jalon.mesure.attente;

/** What comes first on the waiting list. */
public enum TriAttente {
    /** Who has waited longest, but where somebody proposed otherwise. */
    ORDRE,
    /** Whose term comes first. */
    TERME,
    /** Whose decision is oldest. */
    DECISION
}
