/** Endpoints of the projet pour l'enfant. */
package fr.jalon.projet.web;
