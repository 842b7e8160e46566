package fr.jalon.ip.decision;

/** What is decided for one minor. {@link #AUTORITE_JUDICIAIRE} needs a criterion of L226-4; an aid needs its kind. */
public enum Issue {
    CLASSEMENT("Classement"),
    DROIT_COMMUN("Accompagnement de droit commun"),
    AIDE_ADMINISTRATIVE("Aide ou mesure administrative"),
    AUTORITE_JUDICIAIRE("Saisine de l’autorité judiciaire");

    private final String libelle;

    Issue(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
