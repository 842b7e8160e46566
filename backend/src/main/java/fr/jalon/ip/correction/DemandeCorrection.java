package fr.jalon.ip.correction;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The form of a correction; each kind reads the fields it needs.
 *
 * @param recueLe true date and hour of reception, in the département's zone
 * @param mineurs whose decision falls; empty for all
 * @param etape element id of the step to come back to
 */
public record DemandeCorrection(Long version, String motif, LocalDateTime recueLe, Boolean urgence, String unite, UUID mineurId,
        List<UUID> mineurs, String etape) {
}
