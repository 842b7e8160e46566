/** Drafts for the browser. */
package fr.jalon.brouillon.web;
