/** The evaluation over HTTP: checks the form, calls one service, answers with what changed. */
package fr.jalon.ip.evaluation.web;
