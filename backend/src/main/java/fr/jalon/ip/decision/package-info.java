/**
 * The decision for each minor of an IP, who signed it and under which délégation, the question sent back to the evaluators, and what a
 * commission said. Evaluation and decision stay two objects: conclusions are read from {@code ip.evaluation} and never written. Calls
 * {@code ip}, {@code ip.evaluation}, {@code dossier}, {@code evenement}, {@code acces}, {@code departement}; called by {@code ip.suites}
 * and {@code ip.correction} through {@link fr.jalon.ip.decision.DecisionsIp}.
 */
@org.springframework.modulith.NamedInterface("decision")
package fr.jalon.ip.decision;
