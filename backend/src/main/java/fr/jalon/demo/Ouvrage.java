package fr.jalon.demo;

import java.util.List;

/** A part of the synthetic département, cut in lots that are each written whole or not at all, in any order of starts and stops. */
interface Ouvrage {

    /**
     * @param nom stable: it says at the next start that this lot is done
     * @param ecrire writes it and says so ({@link Semis#fait}) in its own transactions
     * @param facultatif one file among hundreds: when it cannot be written it is left out and told, and the others go on
     */
    record Lot(String nom, Runnable ecrire, boolean facultatif) {

        Lot(String nom, Runnable ecrire) {
            this(nom, ecrire, false);
        }
    }

    /** Works of one rank go on side by side; the next rank waits for them. */
    int rang();

    /** By which a setting leaves it out, and its time is told. */
    default String nom() {
        return getClass().getSimpleName();
    }

    /** How many of its lots are written at once. */
    default int fils() {
        return 1;
    }

    List<Lot> lots(Chronique chronique, Semis.Graine graine);
}
