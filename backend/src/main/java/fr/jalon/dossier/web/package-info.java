/** The web face of the children's files: forms checked, then one call to {@code dossier}. */
package fr.jalon.dossier.web;
