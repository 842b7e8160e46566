/**
 * The information préoccupante, from what came in to the decision for each minor. Owns what was received, the IP, the minors
 * concerned, the evaluation, the conclusions and the decisions. Calls {@code dossier}, {@code echeance}, {@code processus},
 * {@code evenement}, {@code acces}; nothing calls it back but screens.
 */
package fr.jalon.ip;
