package fr.jalon.ip.evaluation;

/** What the evaluators propose for a minor (D226-2-7). The decision is another object and another person's. */
public enum PropositionEvaluation {
    CLASSEMENT("Classement"),
    DROIT_COMMUN("Accompagnement de droit commun"),
    AIDE_ADMINISTRATIVE("Aide ou mesure administrative"),
    SAISINE_JUDICIAIRE("Saisine de l’autorité judiciaire");

    private final String libelle;

    PropositionEvaluation(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
