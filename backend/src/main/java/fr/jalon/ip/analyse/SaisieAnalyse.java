package fr.jalon.ip.analyse;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.dossier.SaisieFamille;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.reception.Orientation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The first analysis as the form sends it.
 *
 * @param faiteLe local date and hour when it was made; null means now
 * @param urgence « urgence à la réception », looked at again on a complement
 * @param vers code of {@code suites-non-qualifiees} for an information not qualified; name of the service or of the court for one transmitted
 * @param ipId the IP a complement joins, or the earlier one a new IP is linked to
 * @param mineurs children of the information the IP is about; null means all of them
 * @param domicile other minors present at home (L226-3), with their holders when these are their own
 * @param signalements minors referred to the judicial authority at once; the evaluation goes on beside (D226-2-4)
 */
public record SaisieAnalyse(
        @NotNull(message = "Rouvrez l’information : la version lue manque.") Long version,
        @NotNull(message = "Choisissez une orientation.") Orientation orientation,
        LocalDateTime faiteLe,
        boolean urgence,
        @Size(max = 2000, message = "Deux mille caractères au plus.") String motif,
        @Size(max = 200, message = "Deux cents caractères au plus.") String vers,
        UUID ipId,
        List<UUID> mineurs,
        @Valid SaisieFamille domicile,
        List<@Valid SignalementImmediat> signalements,
        Map<String, String> motifs) {

    /** @param id key of the line in the form, so that a double click refers once */
    public record SignalementImmediat(UUID id, @NotNull(message = "Choisissez le mineur signalé.") UUID enfantId, LocalDateTime transmisLe,
            DestinataireSignalement destinataire, @Size(max = 200) String juridiction, CritereL2264 critere,
            @Size(max = 4000) String actionsTentees, @Size(max = 10000) String expose, @Size(max = 100) String reference) {
    }
}
