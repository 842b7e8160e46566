/**
 * Requests of the parquet on an IP (no contact, no information of the holders, no hearing of the child): they hold the steps and the
 * letters they name and never move the legal date (D226-2-3 II: the evaluation is independent of judicial proceedings). {@link
 * fr.jalon.ip.consigne.Consignes} answers the other parts of {@code ip}. Calls {@code ip}, {@code echeance}, {@code evenement}.
 */
@org.springframework.modulith.NamedInterface("consigne")
package fr.jalon.ip.consigne;
