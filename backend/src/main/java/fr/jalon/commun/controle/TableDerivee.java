package fr.jalon.commun.controle;

import java.util.List;

/**
 * A table whose rows follow from others. Each has one implementation, a bean of the package that owns the table; the nightly check and
 * the rebuild command find them by this type. Both methods run in a transaction of the caller, as the house itself.
 */
public interface TableDerivee {

    /** Enough to see what is wrong; past this many differences the table is to be rebuilt anyway. */
    int ECARTS_MAX = 200;

    /**
     * A row that is not what its source says.
     *
     * @param cle id of the row or of its subject, never a name
     * @param quoi short French sentence, codes and dates only
     */
    record Ecart(String cle, String quoi) {
    }

    /** Stable code, as the rebuild command takes it: {@code taches}. */
    String nom();

    /** As the administrator reads it: « Liste des tâches ». */
    String libelle();

    /** Differences with the source, {@link #ECARTS_MAX} at most; changes nothing. */
    List<Ecart> ecarts();

    /** Makes the table equal to its source. @return how many rows were written */
    long reconstruire();
}
