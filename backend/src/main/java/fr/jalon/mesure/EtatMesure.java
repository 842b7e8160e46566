package fr.jalon.mesure;

/** Where a measure stands. Waiting for the holders' agreement is not waiting for exercise, and never counts as such. */
public enum EtatMesure {
    ATTENTE_ACCORD("En attente de l’accord des titulaires"),
    ATTENTE_EXERCICE("En attente d’exercice"),
    EXERCEE("Exercée"),
    SUSPENDUE("Suspendue"),
    TERMINEE("Terminée"),
    CADUQUE("Échue sans avoir été exercée"),
    /** Entered by mistake: counted nowhere, kept readable. */
    ANNULEE("Annulée : saisie par erreur");

    private final String libelle;

    EtatMesure(String libelle) {
        this.libelle = libelle.replace(" :", "\u00a0:");
    }

    public String libelle() {
        return libelle;
    }

    public boolean ouverte() {
        return ordinal() <= SUSPENDUE.ordinal();
    }

    /** The first intervention took place and the end has not come. */
    public boolean enExercice() {
        return this == EXERCEE || this == SUSPENDUE;
    }

    public boolean enAttente() {
        return this == ATTENTE_ACCORD || this == ATTENTE_EXERCICE;
    }
}
