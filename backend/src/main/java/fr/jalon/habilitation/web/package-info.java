/** The screens of the functional administrator about people. */
package fr.jalon.habilitation.web;
