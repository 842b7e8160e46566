/**
 * The waiting list of measures decided and not started, the order people propose on it, the dated places of each service, and giving a
 * place to a measure. Owns {@code attente_rang}, {@code capacite} and {@code place_verrou}; acts on a measure go through {@code
 * fr.jalon.mesure}. Calls {@code dossier} for names, {@code evenement}, {@code acces}, {@code departement}, {@code commun}.
 */
package fr.jalon.mesure.attente;
