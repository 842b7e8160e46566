package fr.jalon.dossier;

/** What an attached file is to the case. */
public enum GenreDocument {
    COURRIER("Courrier"), RAPPORT("Rapport ou compte rendu"), SIGNALEMENT("Signalement"), SOIT_TRANSMIS("Soit-transmis du parquet"),
    CERTIFICAT("Certificat médical"), DECISION_JUSTICE("Décision de justice"), ECRIT_PERSONNE("Écrit de l’enfant ou d’un titulaire"),
    PIECE_IDENTITE("Pièce d’identité ou d’état civil"), PHOTO("Photographie"), AUTRE("Autre");

    private final String libelle;

    GenreDocument(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
