/**
 * Disclosure control: which cells of a table may leave the département. Pure: knows cells, sums and shares, no database and no screen;
 * what a screen previews and what a file holds are decided by the same call. Calls nothing.
 */
package fr.jalon.diffusion;
