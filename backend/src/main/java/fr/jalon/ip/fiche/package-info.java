/**
 * The page of an IP that everyone shares: what it is, where it stands, its clocks, its path on the drawing and its timeline. Reads only;
 * writes the line of the journal that says who opened it. Calls {@code echeance}, {@code tache}, {@code processus}, {@code evenement},
 * {@code dossier}, {@code acces} and its neighbours of {@code ip}.
 */
package fr.jalon.ip.fiche;
