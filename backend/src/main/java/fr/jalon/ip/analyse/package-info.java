/**
 * The first analysis: what becomes of an information. It ends here (oriented, transmitted, joined to an evaluation under way) or opens
 * an IP with its minors. Also the fiche navette, asked before the mandate. Calls {@code reception}, {@code ip.evaluation} for a
 * signalement at once, {@code ip.consigne} (requests of the parquet follow the information), {@code dossier}, {@code processus}.
 */
@org.springframework.modulith.NamedInterface("analyse")
package fr.jalon.ip.analyse;
