/** The task list for the browser. */
package fr.jalon.tache.web;
