package fr.jalon.mesure.accueil;

/** What an order grants or refuses to an adult (C. civ. 375-7). */
public enum GenreDroit {
    VISITE("Droit de visite"),
    HEBERGEMENT("Droit d’hébergement"),
    CORRESPONDANCE("Droit de correspondance");

    private final String libelle;

    GenreDroit(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
