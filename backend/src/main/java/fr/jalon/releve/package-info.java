/**
 * Light records: what documents ask to count and no other page says (a sponsor, an assessment of health, a sitting…), noted in seconds where
 * people look. Kinds are data ({@code releves/genres.yaml}); a record is one line ({@code releve}), its event and, when it lasts, its period
 * {@code RELEVE_<CODE>}. Codes and whole numbers alone are counted; words stay in the line and the event's text. Owns {@code releve}. Calls
 * {@code dossier} for sight and merges, {@code evenement}, {@code departement}, {@code acces}, {@code commun}; nothing calls it back but screens and
 * counts, which read what it writes in the log.
 */
package fr.jalon.releve;
