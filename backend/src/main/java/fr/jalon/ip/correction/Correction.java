package fr.jalon.ip.correction;

import fr.jalon.ip.InformationPreoccupante;

/** One kind of correction: does it on the IP, held open, or refuses. Due dates, tasks and the record of it are the caller's. */
interface Correction {

    GenreCorrection genre();

    /** Whether it makes sense where the IP stands. */
    boolean possible(InformationPreoccupante ip);

    /**
     * @return what is said of the correction, before and after, in codes or dates (never a name)
     * @throws fr.jalon.commun.Refus the impossible, at its field
     */
    Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif);

    /** Before and after, for the record. */
    record Trace(String avant, String apres) {
    }
}
