package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A home of one child, with the adults and the other children who live there.
 *
 * @param id of the dated membership; {@code foyerId} is the home's
 */
public record FoyerEnfant(UUID id, UUID foyerId, UUID enfantId, String libelle, String adresse, String codePostal, String commune,
        String uniteId, String telephone, boolean adresseProtegee, String protectionMotif, boolean principal, LocalDate du, LocalDate au,
        List<Habitant> habitants, long version) {

    /** @param adulte adult or child; {@code affiche} is the name shown */
    public record Habitant(UUID id, boolean adulte, String affiche) {
    }

    public boolean actuel(LocalDate date) {
        return (du == null || !du.isAfter(date)) && (au == null || !au.isBefore(date));
    }
}
