/**
 * What the supervisor watches: delays, waits, holds and loads of the files under way, each figure with the list behind it. Owns no table;
 * reads {@code tache}, and for the page shown reception dates and overrun reasons of {@code ip}. Calls {@code tache} (to reassign),
 * {@code processus} for the words of steps, {@code dossier} for names, {@code departement}, {@code acces}, {@code commun}.
 */
package fr.jalon.pilotage;
