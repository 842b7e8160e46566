/** Endpoints of light records. */
package fr.jalon.releve.web;
