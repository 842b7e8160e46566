package fr.jalon.ip.reception;

/** What became of an information. */
public enum EtatInformation {
    A_ANALYSER("À analyser"),
    NON_QUALIFIEE("Non qualifiée, orientée"),
    TRANSMISE("Transmise"),
    JOINTE("Jointe à une évaluation en cours"),
    QUALIFIEE("Information préoccupante");

    private final String libelle;

    EtatInformation(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
