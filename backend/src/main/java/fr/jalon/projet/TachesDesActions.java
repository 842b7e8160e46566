package fr.jalon.projet;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The actions of the version established last, as tasks of the engine from the day each begins until it is finished. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TachesDesActions {

    static final String ETAPE = "faire-action";

    /** Starts what has begun and is not finished, withdraws what the projet no longer asks. */
    void accorder(Projet p) {
        // Filled with the mechanism of tasks about one thing within a file.
    }
}
