package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One timeline of everything that happened to a child. No words of agents, no name.
 *
 * @param voies lanes that hold something, from top to bottom
 * @param tronquee older events than these exist and are not drawn
 */
public record Frise(List<VoieVue> voies, List<PeriodeFrise> periodes, List<FaitFrise> faits, boolean tronquee) {

    public record VoieVue(String code, String libelle) {
    }

    /**
     * @param id of the period: several segments of one share it
     * @param reference « MES-2026-0412 », empty when it is not that of a file
     * @param lien address in the application, null when the person may not open it
     * @param au null as long as it lasts
     */
    public record PeriodeFrise(UUID id, String voie, String libelle, String reference, String lien, LocalDate du, LocalDate au) {
    }

    public record FaitFrise(UUID id, LocalDate le, String libelle, String voie, boolean annule) {
    }
}
