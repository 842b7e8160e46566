/** Texts that several people write at once. */
package fr.jalon.commun.texte;
