/** Endpoints of the first analysis, of the fiche navette and of the minors added meanwhile. */
package fr.jalon.ip.analyse.web;
