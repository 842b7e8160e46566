package fr.jalon.mesure.accueil;

/** What a sitting says of the child's status. */
public enum AvisRevue {
    MAINTIEN("Statut maintenu"),
    DELEGATION("Délégation de l’autorité parentale"),
    DELAISSEMENT("Délaissement parental à demander"),
    RETRAIT("Retrait de l’autorité parentale à demander"),
    TUTELLE("Tutelle"),
    PUPILLE("Admission comme pupille de l’État"),
    AUTRE("Autre avis");

    private final String libelle;

    AvisRevue(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
