/** Endpoints of what comes in: the form is checked here, the rest is decided behind. */
package fr.jalon.ip.reception.web;
