package fr.jalon.projet;

import java.util.List;
import java.util.UUID;

/** The copies of a version, made by whoever prints ({@code projet.redaction}). */
public interface PapierDeRemise {

    /** What will be hidden from this recipient: what nobody may show them, and what was chosen among what can be hidden. */
    List<String> masques(UUID projetId, UUID versionId, String destinataire, UUID adulteId, List<String> choisis);

    /** Prints the copy handed over and keeps its bytes. Called in the transaction of the act. */
    void garder(UUID projetId, UUID remiseId);
}
