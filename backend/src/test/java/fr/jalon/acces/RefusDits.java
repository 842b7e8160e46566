package fr.jalon.acces;

/** For tests that hold a transaction around what they ask: refusals told meanwhile are written at its end only. */
public final class RefusDits {

    private RefusDits() {
    }

    /** How many wait on this thread. */
    public static int enAttente() {
        return RefusEnAttente.enAttente();
    }
}
