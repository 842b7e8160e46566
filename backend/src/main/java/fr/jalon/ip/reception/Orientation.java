package fr.jalon.ip.reception;

/** The answer of the first analysis; the codes are those the model's gateway reads. */
public enum Orientation {
    NON_QUALIFIEE("Non qualifiée, orientée vers…", "non-qualifiee", EtatInformation.NON_QUALIFIEE),
    COMPLEMENT("Complément d’une évaluation en cours", "jointe", EtatInformation.JOINTE),
    TRANSMISE_SERVICE("Transmise au service en charge", "transmise", EtatInformation.TRANSMISE),
    TRANSMISE_JUGE("Transmise au juge des enfants", "transmise", EtatInformation.TRANSMISE),
    IP("Information préoccupante", "premiere-analyse", EtatInformation.QUALIFIEE);

    private final String libelle;
    private final String element;
    private final EtatInformation etat;

    Orientation(String libelle, String element, EtatInformation etat) {
        this.libelle = libelle;
        this.element = element;
        this.etat = etat;
    }

    public String libelle() {
        return libelle;
    }

    /** Element of the model where the information ends, or the step itself when the path goes on. */
    public String element() {
        return element;
    }

    public EtatInformation etat() {
        return etat;
    }
}
