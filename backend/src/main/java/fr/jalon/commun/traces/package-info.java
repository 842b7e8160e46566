/** What the logs of production may say. */
package fr.jalon.commun.traces;
