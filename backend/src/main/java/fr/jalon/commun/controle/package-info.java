/** What a table computed from others owes: to say where it differs from its source, and to be made again from it. */
package fr.jalon.commun.controle;
