package fr.jalon.commun;

/** What a fact, a due date, a task or a right can be about. */
public enum TypeSujet {
    ENFANT, ADULTE, FOYER, INFORMATION, NAVETTE, IP, MINEUR_CONCERNE, AVIS, DOCUMENT, MESURE, PROJET, AUTONOMIE, RELEVE
}
