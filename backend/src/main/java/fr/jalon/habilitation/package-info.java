/**
 * The people of the house as the functional administrator keeps them: who holds which duty where and since when, by the directory or by
 * hand; who is away and who stands in; the periodic review of accounts. Owns {@code habilitation_manuelle}, {@code absence} and {@code
 * revue_compte}. What the rule reads ({@code utilisateur_role}) stays {@code acces}'. Calls {@code acces}, {@code departement}, {@code
 * commun}; nothing calls it.
 */
package fr.jalon.habilitation;
