/** The doors of rights of people and of retention. */
package fr.jalon.droits.web;
