package fr.jalon.acces;

import java.util.UUID;

/** What a capability gives back when an account is withdrawn: nothing must wait for somebody who will not come back. */
public interface DepartDePersonne {

    /** In the transaction of the withdrawal. */
    void partie(UUID utilisateur);
}
