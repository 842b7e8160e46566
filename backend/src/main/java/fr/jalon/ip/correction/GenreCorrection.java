package fr.jalon.ip.correction;

import java.util.List;

import fr.jalon.acces.Mission;

/** What can be corrected on an IP, and whose duty it is. */
public enum GenreCorrection {
    RECEPTION("Date ou heure de réception", "Les échéances repartent de la bonne date.", Mission.RECUEIL),
    URGENCE("Urgence à la réception", "Le délai de chaque mineur est recalculé.", Mission.RECUEIL, Mission.MANDAT),
    UNITE("Évaluation confiée à la mauvaise unité", "Le dossier appartient à la bonne unité depuis le mandat.", Mission.MANDAT),
    QUALIFICATION("Ce n’était pas une information préoccupante", "L’information reçue attend de nouveau sa première analyse.",
            Mission.RECUEIL),
    DECISION("Décision prise pour le mauvais mineur, ou fausse", "Le dossier revient à la décision ; les personnes déjà informées le seront de nouveau.",
            Mission.DECISION),
    RETRAIT_MINEUR("Mineur qui ne devait pas être dans ce dossier", "Il n’est plus compté ; sa ligne reste lisible.", Mission.MANDAT,
            Mission.RECUEIL, Mission.DECISION),
    REINTEGRATION_MINEUR("Mineur retiré à tort", "Il revient dans le dossier et attend ce qui lui manque.", Mission.MANDAT, Mission.RECUEIL,
            Mission.DECISION),
    REOUVERTURE("Dossier clos par erreur", "Le dossier rouvre à l’étape choisie.", Mission.DECISION, Mission.MANDAT),
    RETOUR("Revenir à une étape antérieure", "Ce qui a été fait depuis est annulé et reste lisible.", Mission.DECISION, Mission.MANDAT,
            Mission.DESIGNATION);

    private final String libelle;
    private final String effet;
    private final List<Mission> missions;

    GenreCorrection(String libelle, String effet, Mission... missions) {
        this.libelle = libelle;
        this.effet = effet;
        this.missions = List.of(missions);
    }

    public String libelle() {
        return libelle;
    }

    public String effet() {
        return effet;
    }

    List<Mission> missions() {
        return missions;
    }
}
