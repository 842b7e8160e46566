/**
 * To whom the evaluation is entrusted and by which track: the mandate, and its later changes. Reception keeps counting: neither another
 * track nor another unit moves a legal date. Calls {@code dossier}, {@code evenement}, {@code processus} through {@code ActesIp}.
 */
@org.springframework.modulith.NamedInterface("mandat")
package fr.jalon.ip.mandat;
