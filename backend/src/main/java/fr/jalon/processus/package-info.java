/**
 * The engine, and the only package that imports it. Owns {@code processus_instance}: which instance carries which subject. Opens,
 * completes, brings back, cancels, reschedules, migrates; tells {@link fr.jalon.processus.EcouteTaches} and asks
 * {@link fr.jalon.processus.Veille}. Calls {@code commun}, {@code acces} and, for the drawn path, {@code evenement}.
 */
package fr.jalon.processus;
