package fr.jalon.autonomie;

import java.util.List;

/**
 * What the lists of young people answer, each by one condition: the figure counts it and the list shows it. {@code jour} is the day each line
 * stands by.
 */
public enum VueJeunes {
    SEIZE("Auront 16 ans dans les douze mois", Source.CONFIES, "e.naissance_le + interval '16 years'", Bornes.A_VENIR, null),
    DIX_SEPT("Auront 17 ans dans les douze mois", Source.CONFIES, "e.naissance_le + interval '17 years'", Bornes.A_VENIR, null),
    DIX_HUIT("Auront 18 ans dans les douze mois", Source.CONFIES, "e.naissance_le + interval '18 years'", Bornes.A_VENIR, null),
    SANS_DATE("Entretien dû, sans date fixée", Source.PARCOURS, "a.entretien_du_le", Bornes.AUCUNE, "a.etat = 'PREPARATION' and a.entretien_du_le is not null"),
    EN_RETARD("Entretien en retard", Source.PARCOURS, "a.entretien_du_le", Bornes.AUCUNE, """
            a.etat in ('PREPARATION', 'ENTRETIEN') and not a.tardive and a.entretien_du_le < :jour"""),
    ENTRES_TARD("Entrés à 17 ans révolus, entretien à tenir dans les meilleurs délais", Source.PARCOURS, "a.entretien_du_le", Bornes.AUCUNE,
            "a.etat in ('PREPARATION', 'ENTRETIEN') and a.tardive"),
    TENUS_A_TEMPS("Entretien tenu au plus tard à 17 ans", Source.PARCOURS, "a.entretien_du_le", Bornes.ECOULES,
            "not a.tardive and a.entretien_issue = 'TENU' and a.entretien_le <= a.dix_sept_le"),
    TENUS_EN_RETARD("Entretien tenu après 17 ans", Source.PARCOURS, "a.entretien_du_le", Bornes.ECOULES,
            "not a.tardive and a.entretien_issue = 'TENU' and a.entretien_le > a.dix_sept_le"),
    DECLINES("Entretien décliné par le jeune", Source.PARCOURS, "a.entretien_du_le", Bornes.ECOULES, "not a.tardive and a.entretien_issue = 'DECLINE'"),
    NON_TENUS("Entretien non tenu", Source.PARCOURS, "a.entretien_du_le", Bornes.ECOULES,
            "not a.tardive and (a.entretien_issue is null or a.entretien_issue = 'NON_TENU')"),
    TENUS_ENTRES_TARD("Entretien tenu d’un jeune entré à 17 ans révolus", Source.PARCOURS, "a.entretien_du_le", Bornes.ECOULES,
            "a.tardive and a.entretien_issue = 'TENU'"),
    SORTIE_SECHE("Sortie proche, sans rien de prévu ensuite", Source.PARCOURS, "case when a.jeune_majeur then a.terme else a.dix_huit_le end", Bornes.AUCUNE, """
            a.en_charge and a.etat <> 'DECISION' and (case when a.jeune_majeur then a.terme <= a.vingt_et_un_le and a.terme <= :alerte
            else a.dix_huit_le <= :alerte and a.demande_le is null and a.decision_le is null end)"""),
    DEMANDES("Demande d’accompagnement à décider", Source.PARCOURS, "a.demande_le", Bornes.AUCUNE, "a.etat = 'DECISION'"),
    ACCOMPAGNES("Jeunes majeurs accompagnés", Source.PARCOURS, "a.vingt_et_un_le", Bornes.AUCUNE, "a.etat <> 'CLOSE' and a.jeune_majeur"),
    FICHES_A_REMPLIR("Sortis, fiche de sortie à remplir", Source.PARCOURS, "a.sortie_le", Bornes.AUCUNE, "a.etat = 'SORTIE'"),
    SORTIES("Sortis dans les douze derniers mois", Source.PARCOURS, "a.sortie_le", Bornes.ECOULES, "not a.en_charge"),
    SORTIES_LOGEMENT("Sortis avec un logement stable", Source.PARCOURS, "a.sortie_le", Bornes.ECOULES, "not a.en_charge and a.logement_stable"),
    SORTIES_RESSOURCES("Sortis avec des ressources", Source.PARCOURS, "a.sortie_le", Bornes.ECOULES, "not a.en_charge and a.ressources"),
    SORTIES_ACTIVITE("Sortis en scolarité, en formation ou au travail", Source.PARCOURS, "a.sortie_le", Bornes.ECOULES, "not a.en_charge and a.activite"),
    SIX_MOIS("Entretien des six mois à tenir", Source.PARCOURS, "a.six_mois_le", Bornes.AUCUNE, "a.etat = 'SIX_MOIS'"),
    CONFIES_DIRECTEMENT("À part\u00a0: 16 à 18 ans confiés directement à un proche ou à un établissement", Source.DIRECTS,
            "e.naissance_le + interval '18 years'", Bornes.MINEURS, null),
    MILIEU_OUVERT("À part\u00a0: 16 à 18 ans suivis à domicile seulement", Source.DOMICILE, "e.naissance_le + interval '18 years'", Bornes.MINEURS, null),
    SANS_NAISSANCE("Confiés sans date de naissance connue", Source.SANS_NAISSANCE, "m.demarree_le", Bornes.AUCUNE, null);

    /** Where the lines come from. */
    enum Source {
        CONFIES, DIRECTS, DOMICILE, SANS_NAISSANCE, PARCOURS
    }

    /** Which days are kept: the year to come, the year gone by, minors of sixteen and more, or all. */
    enum Bornes {
        A_VENIR, ECOULES, MINEURS, AUCUNE
    }

    private final String libelle;
    final Source source;
    final String jour;
    final Bornes bornes;
    final String condition;

    VueJeunes(String libelle, Source source, String jour, Bornes bornes, String condition) {
        this.libelle = libelle;
        this.source = source;
        this.jour = jour;
        this.bornes = bornes;
        this.condition = condition;
    }

    public String libelle() {
        return libelle;
    }

    /** Those of the page that opens first. */
    static List<VueJeunes> toutes() {
        return List.of(values());
    }
}
