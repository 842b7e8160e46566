package fr.jalon.acces;

import java.util.Locale;

/**
 * A duty in the path of a file. The model names the mission of each step ({@code candidateGroups}); the profile of the
 * département says which roles hold it. Nothing else decides who may do what.
 */
public enum Mission {
    RECUEIL("Recueillir et analyser"),
    MANDAT("Confier l’évaluation"),
    DESIGNATION("Désigner les évaluateurs"),
    EVALUATION("Évaluer"),
    DECISION("Décider"),
    INFORMATION("Informer les personnes"),
    MESURE("Conduire les mesures"),
    PARCOURS("Suivre le parcours de l’enfant"),
    EXERCICE("Exercer les mesures"),
    SUPERVISION("Suivre les délais et réaffecter"),
    COMPTAGE("Compter"),
    ADMINISTRATION("Administrer"),
    JOURNAL("Lire le journal des accès"),
    DROITS("Répondre aux personnes sur leur dossier"),
    CONSERVATION("Proposer et exécuter les éliminations");

    private final String libelle;

    Mission(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** The word written in {@code candidateGroups}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Mission deCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
