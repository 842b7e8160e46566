/**
 * Words every capability shares: identifiers, the subject a fact is about, and the six ways a request can be turned down.
 * Calls nobody.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.jalon.commun;
