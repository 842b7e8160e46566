package fr.jalon.processus;

import fr.jalon.commun.Sujet;

/** Told of every task of the engine, in the engine's transaction: what it throws rolls the engine back too. */
public interface EcouteTaches {

    void creee(TacheMoteur tache);

    /** @param achevee true when somebody completed it, false when the path left it (way back, end without decision) */
    void finie(String tacheId, boolean achevee);

    /** The instance carries another subject from now on (an information became an IP); its open tasks follow. */
    void rattachees(Sujet ancien, Sujet nouveau);
}
