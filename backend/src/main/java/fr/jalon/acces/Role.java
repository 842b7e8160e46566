package fr.jalon.acces;

/** Who somebody is, as the directory says it (realm roles of Keycloak). What a role may do is the profile's: see {@link Mission}. */
public enum Role {
    AGENT_CRIP("Agent de la CRIP"),
    ASSISTANTE_IP("Assistante IP"),
    EVALUATEUR("Évaluateur"),
    RESPONSABLE_CDAS("Responsable d’unité"),
    REF("Responsable enfance famille"),
    REFERENT_PPEF("Référent de parcours"),
    SERVICE_HABILITE("Service habilité"),
    SUPERVISEUR("Superviseur"),
    OBSERVATOIRE("Observatoire"),
    ADMINISTRATEUR("Administrateur fonctionnel");

    private final String libelle;

    Role(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
