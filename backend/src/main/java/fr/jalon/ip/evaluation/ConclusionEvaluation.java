package fr.jalon.ip.evaluation;

/** The one conclusion the evaluators share for a minor (D226-2-7). */
public enum ConclusionEvaluation {
    DANGER("Danger", true),
    RISQUE("Risque de danger", true),
    NI_DANGER_NI_RISQUE("Ni danger ni risque de danger", false),
    IMPOSSIBLE("Évaluation impossible", false);

    private final String libelle;
    private final boolean natureAttendue;

    ConclusionEvaluation(String libelle, boolean natureAttendue) {
        this.libelle = libelle;
        this.natureAttendue = natureAttendue;
    }

    public String libelle() {
        return libelle;
    }

    boolean natureAttendue() {
        return natureAttendue;
    }
}
