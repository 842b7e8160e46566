package fr.jalon.ip.consigne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * One request of the parquet.
 *
 * @param du day it applies from, included
 * @param auteur who asked, as they sign (« substitut de permanence »)
 * @param leveeLe first day free again, or null while it lasts
 * @param annuleeLe it was entered by mistake and never was
 */
public record Consigne(UUID id, UUID ipId, LocalDate du, String auteur, String reference, Set<Portee> portees, String precisions,
        Instant saisieLe, UUID saisiePar, UUID evenementId, LocalDate leveeLe, String leveeReference, Instant annuleeLe,
        String annuleeMotif) {

    /** Whether it forbids something on a day. */
    public boolean enVigueur(LocalDate jour) {
        return annuleeLe == null && !jour.isBefore(du) && (leveeLe == null || jour.isBefore(leveeLe));
    }
}
