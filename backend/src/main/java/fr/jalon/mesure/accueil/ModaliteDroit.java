package fr.jalon.mesure.accueil;

/** How a right is exercised. */
public enum ModaliteDroit {
    LIBRE("Libre"),
    EN_PRESENCE_D_UN_TIERS("En présence d’un tiers"),
    ENCADRE("Encadré par l’ordonnance"),
    SUSPENDU("Suspendu"),
    REFUSE("Refusé");

    private final String libelle;

    ModaliteDroit(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
