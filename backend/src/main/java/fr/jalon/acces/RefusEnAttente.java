package fr.jalon.acces;

import java.util.ArrayList;
import java.util.List;

/**
 * Refusals of the running act, kept until its last transaction has given its connection back: a line written beside the act would need a second
 * connection while the act holds one, and as many refusals at once as the pool has connections would wait for each other. What is refused rolls
 * the act back and not its line; the answer leaves after both.
 */
final class RefusEnAttente {

    private static final class Fil {
        private int transactions;
        private List<Object[]> lignes = new ArrayList<>();
    }

    private static final ThreadLocal<Fil> FIL = new ThreadLocal<>();

    private RefusEnAttente() {
    }

    static void transactionOuverte() {
        Fil fil = FIL.get();
        if (fil == null) {
            fil = new Fil();
            FIL.set(fil);
        }
        fil.transactions++;
    }

    /** @return what is to be written now: nothing while a transaction around this one still holds its connection */
    static List<Object[]> transactionFermee() {
        Fil fil = FIL.get();
        if (fil == null || --fil.transactions > 0) {
            return List.of();
        }
        FIL.remove();
        return fil.lignes;
    }

    static int enAttente() {
        Fil fil = FIL.get();
        return fil == null ? 0 : fil.lignes.size();
    }

    /** @return whether the line waits; otherwise no transaction is open and it may be written at once */
    static boolean garder(Object[] ligne) {
        Fil fil = FIL.get();
        if (fil == null) {
            return false;
        }
        fil.lignes.add(ligne);
        return true;
    }
}
