package fr.jalon.schema;

/** Where a fiche stands since its last step. */
public enum EtatFiche {
    A_LANCER("À lancer"), EN_COURS("En cours"), FAITE("Faite"), REPORTEE("Reportée"), ABANDONNEE("Abandonnée");

    private final String libelle;

    EtatFiche(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    boolean finie() {
        return this == FAITE || this == ABANDONNEE;
    }
}
