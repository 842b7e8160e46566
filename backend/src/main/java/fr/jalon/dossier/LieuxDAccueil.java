package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where children entrusted to the département live now, told by whoever keeps it, for what the person may see alone. */
public interface LieuxDAccueil {

    /**
     * A place as the child's page names it: never whose home it is.
     *
     * @param nature « Lieu principal »
     * @param type « Famille d’accueil »
     * @param lien address in the application of what entrusts the child there, ids only
     */
    record LieuActuel(UUID id, String nature, String type, LocalDate depuis, String lien) {
    }

    /** The main one first; under every identity of the child. */
    List<LieuActuel> actuels(Set<UUID> identites);
}
