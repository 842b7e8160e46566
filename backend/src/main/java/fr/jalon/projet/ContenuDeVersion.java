package fr.jalon.projet;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What the writing of a projet ({@code projet.redaction}) tells its life: the form model, and the content to freeze at the establishment. */
public interface ContenuDeVersion {

    /** Code of the form model a version opened that day is written with. */
    String modele(LocalDate jour);

    /** Domains of life of a form model, by code, in their order: an empty one is warned of. */
    Map<String, String> domaines(String modele);

    /**
     * An establishment.
     *
     * @param interimDe the absent decider stood in for, or null
     * @param revisionLe last day this version is not past its revision
     */
    record Etablissement(LocalDate le, UUID signataire, UUID delegation, UUID interimDe, LocalDate revisionLe) {
    }

    /**
     * The whole content of the version, as it will be printed for ever (a JSON object); the same tables give the same text, byte for byte.
     * Called in the transaction of the establishment.
     */
    String figer(Projet projet, UUID versionId, Etablissement etablissement);
}
