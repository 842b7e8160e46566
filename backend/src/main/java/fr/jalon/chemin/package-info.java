/**
 * The path of a file on the model it runs on: where it stands comes from the engine, where it passed from the events, which outlive the engine's
 * history. Owns nothing; asks the capability that owns the file through {@link fr.jalon.chemin.SujetDessine}. Calls {@code processus},
 * {@code evenement}, {@code tache} and {@code acces}.
 */
package fr.jalon.chemin;
