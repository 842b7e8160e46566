/**
 * Drafts of every form: who, which form, about what, from which version. Encrypted, no event, one journal line a sitting; gone when the
 * act is done, with the file, or after ninety days. Calls {@code acces} and {@code commun}; knows nothing of what a form says.
 */
package fr.jalon.brouillon;
