package fr.jalon.dossier;

/** A link between two children is a fact, never an alert. */
public enum GenreLien {
    FRATRIE("Frère ou sœur"), DEMI_FRATRIE("Demi-frère ou demi-sœur"), MEME_DOMICILE("Vit au même domicile"), AUTRE("Autre lien");

    private final String libelle;

    GenreLien(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
