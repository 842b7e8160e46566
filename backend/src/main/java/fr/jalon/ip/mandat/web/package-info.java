/** Endpoints of the mandate. */
package fr.jalon.ip.mandat.web;
