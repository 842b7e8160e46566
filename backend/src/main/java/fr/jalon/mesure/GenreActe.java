package fr.jalon.mesure;

/** What may happen to a measure; each has its type of event. Dates, codes and ids of an act stand in its {@code details}. */
public enum GenreActe {
    DECISION("mesure.decidee", "Décision"),
    ACCORD("mesure.accord", "Accord d’un titulaire"),
    ACCORD_REVOQUE("mesure.accord-revoque", "Accord retiré par un titulaire"),
    AUDIENCE("mesure.audience", "Audience"),
    ORDONNANCE("mesure.ordonnance", "Ordonnance rendue"),
    ORDONNANCE_RECUE("mesure.ordonnance-recue", "Ordonnance reçue par le département"),
    DATE_FIXEE("mesure.date-fixee", "Date fixée par l’ordonnance"),
    SAISINE_JUGE("mesure.juge-saisi", "Juge des enfants saisi"),
    AFFECTATION("mesure.affectee", "Affectation à un service"),
    AFFECTATION_RETIREE("mesure.affectation-retiree", "Affectation retirée"),
    RANG("mesure.rang-propose", "Ordre proposé dans la liste d’attente"),
    DEMARRAGE("mesure.demarree", "Première intervention"),
    REFERENT("mesure.referent", "Référent nommé"),
    MODULATION("mesure.modulee", "Modulation"),
    SUSPENSION("mesure.suspendue", "Suspension"),
    REPRISE("mesure.reprise", "Reprise"),
    REQUALIFICATION("mesure.requalifiee", "Requalification"),
    RENOUVELLEMENT("mesure.renouvelee", "Renouvellement"),
    CADRE("mesure.cadre-change", "Changement de cadre"),
    TRANSFERT("mesure.transferee", "Transfert"),
    ACCUSE_TRANSFERT("mesure.transfert-accuse", "Réception du dossier par l’autre département"),
    RAPPORT("mesure.rapport", "Rapport"),
    FIN("mesure.terminee", "Fin de la mesure"),
    CADUCITE("mesure.caduque", "Échue sans avoir été exercée"),
    ANNULATION("mesure.annulee", "Annulation : saisie par erreur"),
    LIEU("mesure.lieu", "Lieu d’accueil"),
    LIEU_FINI("mesure.lieu-fini", "Fin d’un lieu d’accueil"),
    DROIT("mesure.droit", "Droit de visite ou d’hébergement"),
    FRATRIE("mesure.fratrie", "Fratrie"),
    JUGE_AVISE("mesure.juge-avise", "Juge avisé"),
    REVUE("mesure.revue", "Examen du statut de l’enfant");

    private static final java.util.Set<GenreActe> LIEUX = java.util.Set.of(LIEU, LIEU_FINI, DROIT, FRATRIE, JUGE_AVISE, REVUE);

    private final String evenement;
    private final String libelle;

    GenreActe(String evenement, String libelle) {
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

    /** Facts of a placement, which have their own rows: they are cancelled where they are kept. */
    boolean duLieu() {
        return LIEUX.contains(this);
    }
}
