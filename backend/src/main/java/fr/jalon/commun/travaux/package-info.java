/** Scheduled work: on, and one at a time however many nodes there are. Each job says who it acts as. */
package fr.jalon.commun.travaux;
