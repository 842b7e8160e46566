/**
 * Measures: one child, one decision, then its life until its end. What the law calls a measure and what the département calls it are two
 * axes that are never merged. The acts ({@code mesure_acte}) are the truth: the row of the measure, its periods, its step in the process and
 * its due dates follow from them, in one transaction, whoever writes the act through {@link fr.jalon.mesure.ActesMesure}. A correction cancels
 * the last act, and all of these follow again. Calls {@code dossier}, {@code ip} for the decision a measure comes from, {@code echeance},
 * {@code processus}, {@code tache}, {@code evenement}, {@code acces}, {@code departement}; nothing calls it back but screens and counts.
 */
package fr.jalon.mesure;
