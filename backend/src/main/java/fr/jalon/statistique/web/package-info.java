/** Endpoints of national statistics. */
package fr.jalon.statistique.web;
