/**
 * The evaluation of an IP: evaluators, acts with the family, opinions asked, report, conclusion for each minor, and the signalement that
 * may leave at any step. Owns the tables of {@code V25} and {@code V26}. Calls the aggregate and acts of {@code ip}, {@code ip.consigne},
 * {@code echeance}, {@code dossier}, {@code evenement}, {@code acces}; reception and decision call {@link
 * fr.jalon.ip.evaluation.Signalements}, decision and correction {@link fr.jalon.ip.evaluation.Remises}.
 */
@org.springframework.modulith.NamedInterface("evaluation")
package fr.jalon.ip.evaluation;
