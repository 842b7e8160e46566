/**
 * What référents and supervisors follow of projets: coverage, late, never started, by unit and product, and the list behind each figure, which
 * is read by the very conditions that count it. Reads the rows that the acts keep ({@code projet}); calls {@code acces}, {@code dossier}.
 */
package fr.jalon.projet.suivi;
