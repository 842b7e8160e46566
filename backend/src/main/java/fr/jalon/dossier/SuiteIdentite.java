package fr.jalon.dossier;

import java.util.UUID;

/** What another capability keeps equal to a child's identity: told after a correction, a birth or a death, in its transaction. */
public interface SuiteIdentite {

    /** Called twice it changes nothing the second time. */
    void suivre(UUID enfantId);
}
