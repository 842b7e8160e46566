package fr.jalon.commun.controle;

/** A number worth watching day and night, a bean of the package that knows it. One cheap query; no dimension that could name somebody. */
public interface Jauge {

    /** As the metrics call it: {@code jalon.taches.retard}. */
    String nom();

    /** As the administrator reads it. */
    String libelle();

    long valeur();
}
