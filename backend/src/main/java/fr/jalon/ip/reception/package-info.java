/**
 * What comes in: who told it, when, about which minors. One transaction opens the children's files, the information, its process, its
 * event and its task. An information is never an IP: {@code analyse} says what becomes of it. Calls {@code dossier}, {@code
 * processus}, {@code tache}, {@code evenement}, {@code acces}.
 */
@org.springframework.modulith.NamedInterface("reception")
package fr.jalon.ip.reception;
