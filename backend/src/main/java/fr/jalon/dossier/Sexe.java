package fr.jalon.dossier;

public enum Sexe {
    FILLE, GARCON, INCONNU
}
