package fr.jalon.processus;

import java.time.Instant;
import java.util.Optional;

import fr.jalon.commun.Sujet;

/** What the one watch timer of a process asks: when to wake, and what to say then. Implemented by the legal clock. */
public interface Veille {

    /** Next alert of the subject, in business time; empty when nothing is watched. */
    Optional<Instant> prochaineAlerte(Sujet sujet);

    /** Records all that is due and tells the strongest only. Decides and closes nothing. */
    void rappeler(Sujet sujet);
}
