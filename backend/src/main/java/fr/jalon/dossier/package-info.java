/**
 * Children, adults, homes and the ties between them; search before create, duplicates and merge; documents. {@link
 * fr.jalon.dossier.Dossiers} is the way in for other capabilities. Calls {@code acces}, {@code evenement}, {@code departement} and
 * {@code commun}; what is under way for a child comes in through {@link fr.jalon.dossier.EnCours}, which others implement.
 */
package fr.jalon.dossier;
