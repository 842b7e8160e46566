package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is under way for children, told by whoever owns it ({@code ip} today). Implementations answer for a whole page at once and
 * apply no right of their own: {@code dossier} shows the answer only for files the person may see.
 */
public interface EnCours {

    /**
     * @param enfantId as asked
     * @param reference « IP-2026-0412 »
     * @param libelle « En évaluation »
     * @param lien address in the application, ids only
     * @param unite id of the unit in charge, or null
     */
    record Element(UUID enfantId, String genre, UUID id, String reference, String libelle, String lien, String unite, LocalDate depuis,
            LocalDate prochaineEcheance, boolean ouvert) {
    }

    /** Open things only, most recent first. */
    List<Element> enCours(Set<UUID> enfants);

    /** Everything ever opened, most recent first: for the page of one child. */
    default List<Element> tout(Set<UUID> enfants) {
        return enCours(enfants);
    }

    /** Open or closed things whose readable number holds this text and that the person may see; {@code enfantId} is null. At most {@code limite}. */
    default List<Element> parReference(String texte, int limite) {
        return List.of();
    }
}
