package fr.jalon.diffusion;

/** For whom a table is made, and under how many children a cell is hidden. 11 has a precedent (DREES); both are the département's choice. */
public enum Public {

    /** Inside, for those entitled: true figures. */
    INTERNE(0, "Chiffres exacts, à usage interne"),
    PARTENAIRES(5, "Partenaires : moins de 5 enfants, non communiqué"),
    PUBLIC(11, "Public : moins de 11 enfants, non communiqué");

    private final int seuil;
    private final String libelle;

    Public(int seuil, String libelle) {
        this.seuil = seuil;
        this.libelle = libelle;
    }

    /** From 1 to this number less one, a number of children is hidden; zero tells nothing of anybody. */
    public int seuil() {
        return seuil;
    }

    public String libelle() {
        return libelle;
    }
}
