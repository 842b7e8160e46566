package fr.jalon.demo;

import java.util.List;

/** A part of the synthetic département, cut in lots that are each written whole or not at all, in any order of starts and stops. */
interface Ouvrage {

    /**
     * @param nom stable: it says at the next start that this lot is done
     * @param ecrire writes it and says so ({@link Semis#fait}) in its own transactions
     */
    record Lot(String nom, Runnable ecrire) {
    }

    /** Works of one rank go on side by side; the next rank waits for them. */
    int rang();

    List<Lot> lots(Chronique chronique, Semis.Graine graine);
}
