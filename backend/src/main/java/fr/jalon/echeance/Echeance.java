package fr.jalon.echeance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/**
 * A due date as it stands.
 *
 * @param sujet the file it belongs to
 * @param objet what it is about within the file, or null
 * @param regleId version of the rule used
 * @param dateLegale never moved by a hold, a week-end or a holiday
 * @param instantLegal the hour, for a period in hours
 * @param dateOperationnelle last working day on or before the legal date
 * @param unite unit in charge of the file
 * @param satisfactionId event that says it was met, or null
 */
public record Echeance(UUID id, Sujet sujet, Sujet objet, String genre, String regle, UUID regleId, Origine origine, LocalDate dateLegale,
        Instant instantLegal, LocalDate dateOperationnelle, Etat etat, List<String> etapes, Instant satisfaiteLe, UUID satisfactionId,
        String motifAnnulation, String unite) {

    /** OUVERTE runs; SATISFAITE was met, on time or late; ANNULEE is no longer asked. */
    public enum Etat {
        OUVERTE, SATISFAITE, ANNULEE
    }

    UUID objetId() {
        return objet == null ? null : objet.id();
    }

    boolean ouverte() {
        return etat == Etat.OUVERTE;
    }
}
