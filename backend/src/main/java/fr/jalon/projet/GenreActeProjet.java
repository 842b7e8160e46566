package fr.jalon.projet;

/** What may happen to a projet; each has its type of event. Dates, codes and ids of an act stand in its {@code details}. */
public enum GenreActeProjet {
    /** Made by a measure: {@code mesure}, {@code produit}. */
    OUVERTURE("projet.ouvert", "Ouverture"),
    /** Made by a measure that starts after all had ended: {@code mesure}, {@code produit}. */
    REPRISE("projet.repris", "Reprise : l’enfant revient"),
    /** {@code utilisateur} or the name in words. */
    REFERENT("projet.referent", "Référent nommé"),
    /** {@code rencontre}. */
    INVITATION("projet.invitation", "Invitation à la rencontre partagée"),
    /** {@code rencontre}, {@code statut} TENUE or NON_TENUE, {@code parents} PRESENTS, ABSENTS or SANS_OBJET. */
    RENCONTRE("projet.rencontre", "Rencontre partagée"),
    /** A view told outside a meeting: {@code adulte} or ENFANT, {@code sens} ACCORD, DESACCORD or RESERVE. */
    AVIS_FAMILLE("projet.avis", "Avis de la famille"),
    /** Written: ready to be signed for the président. */
    PROPOSITION("projet.propose", "Proposé à la signature"),
    /** Not ready: back to writing, with what is missing in words. */
    RETOUR("projet.retour", "Renvoyé à l’écriture"),
    /** {@code version}, {@code signataire}, {@code delegation}, {@code aTemps}, {@code mep}. */
    ETABLISSEMENT("projet.etabli", "Établissement"),
    /** {@code signature}, {@code qualite}, {@code statut} SIGNEE, REFUSEE, ABSENTE or SANS_OBJET. */
    SIGNATURE("projet.signe", "Signature"),
    /** {@code remise}, {@code destinataire}, {@code moyen}. */
    REMISE("projet.remis", "Remise"),
    /** {@code motif} MESURE (made by one), RAPPORT, ECHEANCE, SITUATION or DEMANDE. */
    REVISION("projet.revise", "Révision ouverte"),
    /** What becomes of an objective: {@code objectif} (its lignee), {@code sens} MAINTENU, AJUSTE or FINI, {@code rapport}. */
    BILAN_OBJECTIF("projet.bilan", "Bilan d’un objectif"),
    /** {@code action} (its lignee), {@code issue} FAITE or ABANDONNEE. */
    ACTION_FAITE("projet.action-faite", "Action finie"),
    /** Made by the measures: none is exercised any more. {@code motif} of the last one's end. */
    CLOTURE("projet.clos", "Clôture");

    private final String evenement;
    private final String libelle;

    GenreActeProjet(String evenement, String libelle) {
        this.evenement = evenement;
        this.libelle = libelle.replace(" :", "\u00a0:");
    }

    /** Type of the event appended with the act. */
    public String evenement() {
        return evenement;
    }

    public String libelle() {
        return libelle;
    }

    /** On one day: the path begins before anything is done in it, and ends after all. */
    int rang() {
        return switch (this) {
            case OUVERTURE, REPRISE -> 0;
            case CLOTURE -> 2;
            default -> 1;
        };
    }
}
