/**
 * The task list people work from. Owns {@code tache} (written with the engine, rebuildable), the human facts beside it (who holds,
 * who has read) and saved filters. Listens to {@code processus}; asks files and the legal clock through {@link
 * fr.jalon.tache.SujetsDesTaches} and {@link fr.jalon.tache.EcheancesDesTaches}. Calls {@code processus}, {@code dossier} for names,
 * {@code acces}, {@code departement}, {@code commun}.
 */
package fr.jalon.tache;
