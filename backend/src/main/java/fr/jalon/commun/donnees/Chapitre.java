package fr.jalon.commun.donnees;

/** Chapters of what is given to somebody who asks for their file, in their order. */
public enum Chapitre {
    IDENTITE("Identité et entourage"),
    INFORMATION("Informations reçues"),
    IP("Informations préoccupantes"),
    MESURE("Mesures"),
    PROJET("Projet pour l’enfant"),
    AUTONOMIE("Vers l’autonomie"),
    DOCUMENT("Documents joints"),
    DEMANDE("Demandes faites au titre des droits des personnes"),
    CHRONOLOGIE("Chronologie");

    private final String libelle;

    Chapitre(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
