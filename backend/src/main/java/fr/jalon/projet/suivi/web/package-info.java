/** Endpoints of the follow-up of projets. */
package fr.jalon.projet.suivi.web;
