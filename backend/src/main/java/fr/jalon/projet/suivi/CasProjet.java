package fr.jalon.projet.suivi;

/** Where the projet of a child stands on a day, each child in one case. */
public enum CasProjet {
    /** Established, and not past its revision. */
    VALIDE("En vigueur"),
    /** Established, past its revision. */
    REVISION_DEPASSEE("Révision dépassée"),
    /** Not established, its three months not over. */
    DANS_LES_DELAIS("Dans les trois mois"),
    /** Not established, its three months over, something was done. */
    RETARD("En retard, commencé"),
    /** Not established, its three months over, nothing was done. */
    JAMAIS_COMMENCE("En retard, jamais commencé");

    private final String libelle;

    CasProjet(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    public boolean enRetard() {
        return this == REVISION_DEPASSEE || this == RETARD || this == JAMAIS_COMMENCE;
    }
}
