/** Addresses of the page of an IP. */
package fr.jalon.ip.fiche.web;
