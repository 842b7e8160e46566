/** Endpoints of measures. */
package fr.jalon.mesure.web;
