/**
 * What follows a decision: who was told, by what means, or why not; the letters; what justice did, minor by minor; and the endings that
 * are not decisions. Calls {@code ip}, {@code ip.decision}, {@code ip.evaluation} (its signalements), {@code ip.consigne} (what the
 * parquet forbids), {@code ip.reception} (who may know who transmitted), {@code dossier}, {@code evenement}, {@code acces}; {@code
 * ip.correction} cancels what is written here through {@link fr.jalon.ip.suites.Suites}.
 */
@org.springframework.modulith.NamedInterface("suites")
package fr.jalon.ip.suites;
