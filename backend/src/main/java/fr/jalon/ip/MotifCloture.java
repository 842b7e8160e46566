package fr.jalon.ip;

/** Endings that are not decisions. */
public enum MotifCloture {
    TRANSFEREE("Transférée à un autre département"),
    INTROUVABLE("Famille introuvable"),
    DEVENU_MAJEUR("Devenu majeur"),
    DECEDE("Décédé"),
    DOUBLON("Doublon");

    private final String libelle;

    MotifCloture(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
