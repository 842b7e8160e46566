/**
 * The legal clock: rules as dated rows, due dates that keep the rule used, holds, reminders, and the explanation of each date. Whoever
 * owns a file says what is expected ({@link fr.jalon.echeance.Attendue}); {@link fr.jalon.echeance.Echeances} makes the due dates equal
 * to it. Calls {@code tache} (which asks it back through {@code EcheancesDesTaches}), {@code processus} (through {@code Veille}),
 * {@code courrier}, {@code evenement}, {@code departement}, {@code acces}, {@code commun}; knows no file but by its subject.
 */
package fr.jalon.echeance;
