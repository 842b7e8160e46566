package fr.jalon.ip.evaluation;

/** What an evaluation is made of. Each kind says whether it reaches the family: those a request of the parquet may forbid. */
public enum GenreActe {
    VISITE("Visite à domicile", Portee.CONTACT),
    ENTRETIEN("Entretien", Portee.CONTACT),
    RENDEZ_VOUS("Rendez-vous proposé", Portee.CONTACT),
    COURRIER("Courrier adressé", Portee.COURRIER),
    APPEL("Appel téléphonique", Portee.CONTACT),
    ABSENCE("Absence au rendez-vous ou porte close", Portee.AUCUNE),
    INFORMATION("Titulaire informé de l’évaluation", Portee.COURRIER),
    OBSERVATIONS("Observations écrites reçues", Portee.AUCUNE);

    /** What of the family the act reaches. */
    enum Portee {
        CONTACT, COURRIER, AUCUNE
    }

    private final String libelle;
    private final Portee portee;

    GenreActe(String libelle, Portee portee) {
        this.libelle = libelle;
        this.portee = portee;
    }

    public String libelle() {
        return libelle;
    }

    Portee portee() {
        return portee;
    }

    /** Whether somebody present at such an act was met. */
    boolean rencontre() {
        return this == VISITE || this == ENTRETIEN;
    }

    /** Whether it belongs to the proof that everything was tried. */
    boolean demarche() {
        return this != OBSERVATIONS;
    }
}
