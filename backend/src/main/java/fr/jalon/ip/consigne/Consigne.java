package fr.jalon.ip.consigne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One request of the parquet.
 *
 * @param ipId the IP it applies to; null as long as its information is not qualified
 * @param informationId the information it came with; null when it was recorded on the IP
 * @param du day it applies from, included
 * @param auteur who asked, as they sign (« substitut de permanence »)
 * @param leveeLe first day free again, or null while it lasts
 * @param leveeMotif null when the parquet lifted it
 * @param reprise how it came from its information to the IP; null when it did not
 * @param annuleeLe it was entered by mistake and never was
 */
public record Consigne(UUID id, UUID ipId, UUID informationId, LocalDate du, String auteur, String reference, Set<Portee> portees,
        String precisions, Instant saisieLe, UUID saisiePar, UUID evenementId, LocalDate leveeLe, String leveeReference, MotifLevee leveeMotif,
        UUID leveeEvenementId, Reprise reprise, Instant annuleeLe, String annuleeMotif) {

    /** It ended otherwise than by the parquet. */
    public enum MotifLevee {
        ORIENTEE("l’information a été orientée sans devenir une information préoccupante");

        private final String libelle;

        MotifLevee(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /**
     * From the information to its IP.
     *
     * @param le day of the analysis
     * @param du first day it applies to the IP: its own first day for the IP it opened with, the day of the analysis for one it joined
     * @param evenementId null when nothing was left to hold
     */
    public record Reprise(LocalDate le, LocalDate du, UUID evenementId) {
    }

    /** First day it applies to the file that carries it now. */
    public LocalDate debut() {
        return reprise == null ? du : reprise.du();
    }

    /** Whether it forbids something on a day, to the file that carries it now. */
    public boolean enVigueur(LocalDate jour) {
        return annuleeLe == null && !jour.isBefore(debut()) && (leveeLe == null || jour.isBefore(leveeLe));
    }

    boolean annulee() {
        return annuleeLe != null;
    }

    static String codes(Set<Portee> portees) {
        return portees.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
