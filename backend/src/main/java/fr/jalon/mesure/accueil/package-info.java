/**
 * Where an entrusted child lives and with whom: dated places, visiting and lodging rights as ordered, brothers and sisters together or apart,
 * sittings that examine the child's status, foster families. Facts go through the acts of the measure ({@link fr.jalon.mesure.ActesMesure}),
 * so that cancelling an act takes them back; the periods {@code LIEU_ACCUEIL} and the due dates follow. Calls {@code mesure}, {@code dossier},
 * {@code evenement}, {@code echeance}, {@code acces}, {@code departement}.
 */
@org.springframework.modulith.NamedInterface("accueil")
package fr.jalon.mesure.accueil;
