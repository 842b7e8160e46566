package fr.jalon.commun.donnees;

/** How a part of the file is treated when somebody asks for it, before a person looks at each (CRPA L311-6, RGPD 15; metier.md §10). */
public enum Nature {
    /** About the child alone: given, unless somebody decides otherwise. */
    ORDINAIRE(false),
    /** What came in: not given when it tells who spoke or when justice has it. */
    INFORMATION(true),
    /** The report and what the evaluators wrote: read and masked by hand. */
    RAPPORT(true),
    /** Says things about other people: looked at before it is given. */
    TIERS(true),
    /** Held by the court: to be asked of it. */
    JUSTICE(true),
    /** An attached file, given whole, in a masked copy, or not. */
    DOCUMENT(true);

    private final boolean aExaminer;

    Nature(boolean aExaminer) {
        this.aExaminer = aExaminer;
    }

    /** Nothing comes out until somebody has said what becomes of it. */
    public boolean aExaminer() {
        return aExaminer;
    }
}
