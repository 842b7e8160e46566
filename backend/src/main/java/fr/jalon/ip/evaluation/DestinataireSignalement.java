package fr.jalon.ip.evaluation;

/** Whom a signalement is sent to: the word is kept for the judicial authority. */
public enum DestinataireSignalement {
    PARQUET("Procureur de la République"),
    PARQUET_ASTREINTE("Parquet, permanence"),
    JUGE_DES_ENFANTS("Juge des enfants, déjà saisi");

    private final String libelle;

    DestinataireSignalement(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
