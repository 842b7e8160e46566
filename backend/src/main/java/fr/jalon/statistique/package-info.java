/**
 * What national statistics ask for: the stock of the DREES survey at 31 December, by legal category and age, and the OLINPE extract, an event list by
 * measure with month precision, driven by a dictionary loaded as data ({@code statistiques/*.yaml}); what is not known of either is said there. Reads
 * the log and the rows of measures below nothing but the present: neither is a closed figure. Each month that is over gets its report of how complete the
 * extract was ({@code olinpe_rapport}), once. Owns {@code olinpe_*}. Calls {@code evenement}'s tables, {@code departement}, {@code acces}, {@code courrier},
 * {@code processus} (a day's work, when time travels) and {@code commun}; nothing calls it.
 */
package fr.jalon.statistique;
