/**
 * Counts. The catalogue is data ({@code indicateurs/*.yaml}, and what a département adds), formulas run over {@code evenement} and
 * {@code periode} below the fence, and over the dated places of services ({@code capacite}) for occupancy alone; the list behind a figure is the
 * very set that was counted. Figures are read from sums of what each history adds, rolled up every night, with what was said since
 * ({@code Comptage}); {@code Formule.calculer} counts again what they must equal. Owns the tables
 * {@code indicateur_*} and {@code enfant_trait}. Calls {@code evenement}, {@code departement}, {@code acces}, {@code diffusion} and {@code commun}; the number of a
 * file is read by its id, for the page shown only.
 */
package fr.jalon.indicateur;
