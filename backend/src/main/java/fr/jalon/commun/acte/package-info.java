/** Dated acts, the truth of the files that are folded from them: how they are written, once, and read again. */
package fr.jalon.commun.acte;
