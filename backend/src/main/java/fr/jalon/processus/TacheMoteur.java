package fr.jalon.processus;

import java.time.Instant;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/**
 * A step somebody has to do, as the engine knows it: ids and codes only.
 *
 * @param id id of the task in the engine
 * @param cle key of the model
 * @param etape element id of the step in the model
 * @param mission code of the mission written in the model
 * @param objet the one thing within the file it is about, or null for a step of the path
 */
public record TacheMoteur(String id, Sujet sujet, String cle, String etape, String mission, Instant creeLe, UUID objet) {
}
