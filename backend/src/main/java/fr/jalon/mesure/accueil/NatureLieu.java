package fr.jalon.mesure.accueil;

/** What a place is for the child. They may overlap; two main ones at once are warned of. */
public enum NatureLieu {
    PRINCIPAL("Lieu principal"),
    RELAIS("Relais"),
    REPLI("Repli"),
    SEQUENTIEL("Accueil séquentiel");

    private final String libelle;

    NatureLieu(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
