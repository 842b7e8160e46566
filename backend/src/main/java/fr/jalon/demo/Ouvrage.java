package fr.jalon.demo;

import java.util.List;

/** A part of the synthetic département, cut in lots that are each written whole or not at all, in any order of starts and stops. */
interface Ouvrage {

    /**
     * @param nom stable: it says at the next start that this lot is done
     * @param ecrire runs in a transaction of its own as the house itself; gives back how many informations it wrote
     */
    record Lot(String nom, java.util.function.IntSupplier ecrire) {
    }

    /** Lower is written first: what people see on their first screens. */
    int rang();

    List<Lot> lots(Semis.Graine graine, List<Personnel.Agent> agents);
}
