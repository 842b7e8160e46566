package fr.jalon.dossier;

/** What an adult is to a child. */
public enum QualiteAdulte {
    MERE("Mère"), PERE("Père"), PARENT("Parent"), BEAU_PARENT("Beau-parent"), GRAND_PARENT("Grand-parent"), TIERS("Tiers"),
    TUTEUR("Tuteur"), AUTRE("Autre");

    private final String libelle;

    QualiteAdulte(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
