/** The waiting board and the places, over HTTP. */
package fr.jalon.mesure.attente.web;
