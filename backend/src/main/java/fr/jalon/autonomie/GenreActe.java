package fr.jalon.autonomie;

/** What may happen on the path of a young person; each has its type of event. Dates, codes and ids of an act stand in its {@code details}. */
public enum GenreActe {
    OUVERTURE("autonomie.ouverte", "Parcours ouvert"),
    SITUATION("autonomie.situation", "Situation précisée"),
    NAISSANCE("autonomie.naissance", "Date de naissance corrigée"),
    INVITATION("autonomie.invitation", "Invitation à l’entretien"),
    ENTRETIEN("autonomie.entretien", "Entretien des 17 ans"),
    NOTIFICATION("autonomie.notification", "Conditions d’accompagnement notifiées"),
    PROJET_ACCES("autonomie.projet-acces", "Projet d’accès à l’autonomie"),
    REPERE("autonomie.repere", "Repère du calendrier"),
    PERSONNE_REFERENCE("autonomie.personne-reference", "Personne de référence"),
    DEMANDE("autonomie.demande", "Demande d’accompagnement"),
    DECISION("autonomie.decision", "Décision sur l’accompagnement"),
    RENOUVELLEMENT("autonomie.renouvellement", "Accompagnement renouvelé"),
    SORTIE("autonomie.sortie", "Fiche de sortie"),
    SUIVI("autonomie.suivi", "Suivi après la sortie"),
    ENTRETIEN_SIX_MOIS("autonomie.entretien-six-mois", "Entretien des six mois"),
    ENTRETIEN_SUPPLEMENTAIRE("autonomie.entretien-supplementaire", "Entretien supplémentaire"),
    COORDONNEES("autonomie.coordonnees", "Coordonnées du jeune"),
    RETOUR("autonomie.retour", "Retour du jeune"),
    COMMISSION("autonomie.commission", "Commission d’accès à l’autonomie"),
    CLOTURE("autonomie.close", "Parcours clos");

    private final String evenement;
    private final String libelle;

    GenreActe(String evenement, String libelle) {
        this.evenement = evenement;
        this.libelle = libelle;
    }

    /** Type of the event appended with the act. */
    public String evenement() {
        return evenement;
    }

    public String libelle() {
        return libelle;
    }
}
