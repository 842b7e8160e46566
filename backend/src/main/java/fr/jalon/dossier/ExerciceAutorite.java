package fr.jalon.dossier;

/** How an adult stands to the parental authority over one child. Each child has their own holders. */
public enum ExerciceAutorite {
    CONJOINT("Exercice conjoint", true),
    EXCLUSIF("Exercice exclusif", true),
    RETRAIT("Autorité retirée", false),
    DELEGATION("Délégation", true),
    TUTELLE("Tutelle", true),
    AUCUN("N’exerce pas l’autorité parentale", false),
    INCONNU("Exercice inconnu", true);

    private final String libelle;
    private final boolean titulaire;

    ExerciceAutorite(String libelle, boolean titulaire) {
        this.libelle = libelle;
        this.titulaire = titulaire;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether letters and opinions are owed; unknown counts as yes until somebody finds out. */
    public boolean titulaire() {
        return titulaire;
    }
}
