/**
 * What the house holds about one child, told table by table by the packages that own the tables: what an access request gives back, and
 * what a purge erases. {@code droits} reads it; a test compares it with the database, so that no table and no column is forgotten.
 */
package fr.jalon.commun.donnees;
