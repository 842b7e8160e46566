package fr.jalon.ip.decision;

/** What the judicial authority did; {@link #definitive()} ends the wait for this minor. */
public enum SuiteJustice {
    CLASSEMENT("Classement sans suite", true),
    ENQUETE("Enquête en cours", false),
    OPP("Ordonnance provisoire de placement", false),
    JUGE_SAISI("Juge des enfants saisi", false),
    MJIE("MJIE ordonnée", false),
    MESURE("Mesure ordonnée", true),
    NON_LIEU("Non-lieu à assistance éducative", true),
    SANS_REPONSE("Sans réponse malgré les relances", true);

    private final String libelle;
    private final boolean definitive;

    SuiteJustice(String libelle, boolean definitive) {
        this.libelle = libelle;
        this.definitive = definitive;
    }

    public String libelle() {
        return libelle;
    }

    public boolean definitive() {
        return definitive;
    }
}
