/**
 * Counts. The catalogue is data ({@code indicateurs/*.yaml}), formulas run over {@code evenement} and {@code periode} below the fence,
 * and over the dated places of services ({@code capacite}) for occupancy alone; the list behind a figure is the very set that was
 * counted. Owns {@code indicateur_exercice}. Calls {@code evenement}, {@code departement}, {@code acces} and {@code commun}; the number
 * of a file is read by its id, for the page shown only.
 */
package fr.jalon.indicateur;
