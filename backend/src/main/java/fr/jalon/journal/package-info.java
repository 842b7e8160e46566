/**
 * The journal of accesses once written: its seals, its anchors outside the database, its verification, and who may read it. Owns {@code
 * journal_sceau} and {@code journal_verification}; the lines are written by {@code acces}. Calls {@code acces}, {@code dossier} for names,
 * {@code commun}; nothing calls it.
 */
package fr.jalon.journal;
