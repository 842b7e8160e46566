package fr.jalon.ip.mandat;

import java.time.LocalDateTime;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The mandate as the form sends it.
 *
 * @param unite the unit that leads the evaluation
 * @param uniteAssociee a second unit when the minor's homes are on two territories; null for one unit
 * @param voie code of the track; null while a same-day levée de doutes is open
 * @param faitLe local date and hour; null means now
 * @param message what the unit should know first
 */
public record SaisieMandat(
        @NotNull(message = "Rouvrez le dossier : la version lue manque.") Long version,
        @NotBlank(message = "Choisissez l’équipe à qui confier l’évaluation.") String unite,
        String uniteAssociee,
        String voie,
        boolean leveeDeDoutes,
        LocalDateTime faitLe,
        @Size(max = 2000, message = "Deux mille caractères au plus.") String message,
        Map<String, String> motifs) {
}
