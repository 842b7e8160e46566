package fr.jalon.ip;

/** Where an IP stands; each open state is a step of the model {@code information-preoccupante}. */
public enum EtatIp {
    A_CONFIER("confier", "À confier"),
    A_DESIGNER("designer", "En attente d’évaluateurs"),
    EN_EVALUATION("evaluer", "En évaluation"),
    A_DECIDER("decider", "À décider"),
    PRECISION_DEMANDEE("preciser", "Précisions demandées"),
    A_INFORMER("informer", "Décidée, personnes à informer"),
    SUITES_JUDICIAIRES("suivre-justice", "Suites judiciaires attendues"),
    TRAITEE(null, "Traitée"),
    CLOSE_SANS_DECISION(null, "Close sans décision"),
    /** It should not have been an IP: counted nowhere, kept readable; what was received waits for its first analysis again. */
    ANNULEE(null, "Annulée : ce n’était pas une information préoccupante");

    private final String etape;
    private final String libelle;

    EtatIp(String etape, String libelle) {
        this.etape = etape;
        this.libelle = libelle;
    }

    /** Element id of the step in the model, or null when the IP is closed. */
    public String etape() {
        return etape;
    }

    public String libelle() {
        return libelle;
    }

    public boolean ouverte() {
        return etape != null;
    }

    /** Whether the report was handed in: the evaluation clock has stopped. */
    public boolean evaluee() {
        return ordinal() >= A_DECIDER.ordinal() && this != CLOSE_SANS_DECISION && this != ANNULEE;
    }
}
