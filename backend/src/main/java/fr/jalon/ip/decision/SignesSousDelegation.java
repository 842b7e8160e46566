package fr.jalon.ip.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Papers other capabilities have signed under a délégation: it cannot end before the last of them. */
public interface SignesSousDelegation {

    /** « Un projet pour l’enfant ». */
    String libelle();

    Optional<LocalDate> dernier(UUID delegation);
}
