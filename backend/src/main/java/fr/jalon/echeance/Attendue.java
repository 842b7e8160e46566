package fr.jalon.echeance;

import java.time.Instant;

import fr.jalon.commun.Sujet;

/**
 * A due date a file asks for in its present state.
 *
 * @param regle code of the rule that counts it
 * @param objet what it is about within the file (one minor, one information), or null for the file itself
 * @param satisfaiteLe when it was met, or null while it runs
 */
public record Attendue(String regle, Sujet objet, Origine origine, Instant satisfaiteLe) {
}
