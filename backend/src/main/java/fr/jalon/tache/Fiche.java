package fr.jalon.tache;

import java.util.UUID;

/**
 * What a task needs of the file it belongs to.
 *
 * @param ipId the IP of the subject, or null before qualification
 * @param reference readable number (IP-2026-0412)
 * @param unitePilote unit that leads the evaluation, or null before the mandate
 * @param uniteRecueil unit that received
 */
public record Fiche(UUID ipId, String reference, String unitePilote, String uniteRecueil, boolean urgence) {
}
