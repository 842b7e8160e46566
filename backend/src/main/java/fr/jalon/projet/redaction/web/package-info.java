/** Endpoints of the writing of a projet and of its papers. */
package fr.jalon.projet.redaction.web;
