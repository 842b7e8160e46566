package fr.jalon.projet;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What another capability knows that belongs in the projet: shown beside the part it serves, copied only by whoever writes. */
public interface ConnuAilleurs {

    /** @param identites ids the child has had; called for whoever may open the child's file */
    List<Fait> de(Set<UUID> identites);

    /**
     * @param source code a form model names in {@code prerempli}
     * @param texte what is known, one fact a line
     * @param provenance where it comes from, in words
     * @param lien address in the application
     */
    record Fait(String source, String titre, String texte, String provenance, String lien) {
    }
}
