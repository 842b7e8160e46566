package fr.jalon.commun.donnees;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/**
 * A file as the retention table reads it.
 *
 * @param enfants whose file it is, under the ids asked for
 * @param reference what people say of it: a number, never a name
 * @param genre kind of file: INFORMATION, IP, MESURE, PROJET, AUTONOMIE
 * @param issue how it ended, by code; null while it is open
 * @param finLe the day it ended; null while it is open
 */
public record DossierTenu(Sujet sujet, Set<UUID> enfants, String reference, String genre, String issue, boolean ouvert, LocalDate finLe) {
}
