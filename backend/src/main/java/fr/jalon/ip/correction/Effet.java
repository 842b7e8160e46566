package fr.jalon.ip.correction;

/**
 * One consequence of a correction, as people read it.
 *
 * @param genre ETAT, ECHEANCE, TACHE, PERIODE, COMPTE or INFORME
 */
public record Effet(String genre, String libelle) {
}
