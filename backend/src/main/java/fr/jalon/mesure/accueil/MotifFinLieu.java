package fr.jalon.mesure.accueil;

/** Why a child leaves a place. */
public enum MotifFinLieu {
    PREVUE("Fin prévue"),
    CHANGEMENT("Changement de lieu"),
    RETOUR("Retour chez un parent"),
    RUPTURE("Rupture de l’accueil"),
    URGENCE("Départ en urgence"),
    FERMETURE("Fin d’activité du lieu"),
    MAJORITE("Majorité"),
    AUTRE("Autre motif");

    private final String libelle;

    MotifFinLieu(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
