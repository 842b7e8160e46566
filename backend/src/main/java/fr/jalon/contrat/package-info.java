/**
 * The document the département answers for, contract with the State or schéma: its table in the printed order, what is typed by hand beside
 * what {@code indicateur} counts, the differences explained, each year closed (frozen, signed) and revised in the open, the narrative of
 * each fiche, and the annual execution report with its circuit. Owns {@code contrat_*}, {@code indicateur_valeur}, {@code fiche_*}.
 * What leaves the département goes through {@code diffusion}. Calls {@code indicateur}, {@code diffusion}, {@code courrier},
 * {@code departement}, {@code acces}, {@code commun}; nothing calls it.
 */
package fr.jalon.contrat;
