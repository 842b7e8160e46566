package fr.jalon.autonomie;

/** Where the path stands, and the step of the model {@code autonomie} that waits there. */
public enum EtatAutonomie {
    PREPARATION("Entretien à préparer", "preparer-entretien"),
    ENTRETIEN("Entretien à tenir", "tenir-entretien"),
    NOTIFICATION("Conditions à notifier", "notifier"),
    MAJORITE("Majorité à préparer", "preparer-majorite"),
    DECISION("Demande à décider", "decider-accompagnement"),
    ACCOMPAGNE("Jeune majeur accompagné", "accompagner"),
    SORTIE("Fiche de sortie à remplir", "remplir-sortie"),
    SIX_MOIS("Sorti, entretien des six mois attendu", "entretien-six-mois"),
    CLOSE("Parcours clos", null);

    private final String libelle;
    private final String etape;

    EtatAutonomie(String libelle, String etape) {
        this.libelle = libelle;
        this.etape = etape;
    }

    public String libelle() {
        return libelle;
    }

    /** Null once it is over. */
    public String etape() {
        return etape;
    }

    public boolean ouvert() {
        return this != CLOSE;
    }
}
