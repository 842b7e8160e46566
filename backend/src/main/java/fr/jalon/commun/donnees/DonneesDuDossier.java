package fr.jalon.commun.donnees;

import java.util.List;
import java.util.Map;

/** One bean a package that owns tables: what they hold about children, how it is given back, how it is erased. */
public interface DonneesDuDossier {

    /** Every table of the package; those that hold nothing about a child say so ({@link TableDuDossier#horsDossier}). */
    List<TableDuDossier> tables();

    /** The files of these children that the retention table knows, open or closed. */
    default List<DossierTenu> dossiers(Cles cles) {
        return List.of();
    }

    /**
     * Erases what stands outside the declared tables (the engine's own), in the transaction of the purge.
     *
     * @return lines erased by table
     */
    default Map<String, Long> effacerAilleurs(Cles cles) {
        return Map.of();
    }

    /** Tables of somebody else's schema that {@link #effacerAilleurs} answers for, by the beginning of their name. */
    default List<String> prefixesAilleurs() {
        return List.of();
    }
}
