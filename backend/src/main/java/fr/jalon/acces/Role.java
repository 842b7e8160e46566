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
    OBSERVATOIRE("Observatoire", false),
    ADMINISTRATEUR("Administrateur fonctionnel", false),
    DELEGUE("Délégué à la protection des données", false);

    private final String libelle;
    private final boolean dossiers;

    Role(String libelle) {
        this(libelle, true);
    }

    Role(String libelle, boolean dossiers) {
        this.libelle = libelle;
        this.dossiers = dossiers;
    }

    /** Whether the role opens any file at all: whoever counts or administers sees figures and settings, never a child. */
    public boolean dossiers() {
        return dossiers;
    }

    public String libelle() {
        return libelle;
    }
}
