package fr.jalon.acces;

/** What a piece of a file holds. Who reads each inside a file in sight is told by {@link RegardDonnees}. */
public enum NatureDonnee {
    FAITS("Faits et suivi"), MEDICAL("Santé"), JUDICIAIRE("Justice");

    private final String libelle;

    NatureDonnee(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
