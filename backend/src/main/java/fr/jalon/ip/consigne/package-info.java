/**
 * Requests of the parquet (no contact, no information of the holders, no hearing of the child): they hold the steps and the letters they
 * name and never move the legal date (D226-2-3 II: the evaluation is independent of judicial proceedings). One may come with an
 * information not yet qualified: it holds its first analysis, then follows it to its IP ({@link fr.jalon.ip.consigne.SuiteConsignes}).
 * {@link fr.jalon.ip.consigne.Consignes} answers the other parts of {@code ip}. Calls {@code ip}, {@code ip.reception}, {@code echeance},
 * {@code evenement}.
 */
@org.springframework.modulith.NamedInterface("consigne")
package fr.jalon.ip.consigne;
