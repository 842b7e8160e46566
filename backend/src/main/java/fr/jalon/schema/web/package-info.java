/** Endpoints of the follow-up of a schéma. */
package fr.jalon.schema.web;
