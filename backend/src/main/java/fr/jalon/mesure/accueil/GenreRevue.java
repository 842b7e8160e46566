package fr.jalon.mesure.accueil;

/** A sitting that examines a child's situation. */
public enum GenreRevue {
    CESSEC("Commission d’examen de la situation et du statut (CESSEC)"),
    STATUT("Examen du statut juridique");

    private final String libelle;

    GenreRevue(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
