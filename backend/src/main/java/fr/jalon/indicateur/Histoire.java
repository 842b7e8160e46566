package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of one child, or of one file that is no child's: what it adds to a count depends on nothing else.
 *
 * @param racine the child that stands since merges, or the file
 * @param enfant null for such a file
 * @param naissance known to the day, or null
 * @param faits the facts of this history alone
 * @param venues IPs the child is or was a minor of
 */
record Histoire(UUID racine, UUID enfant, LocalDate naissance, String sexe, Faits faits, List<Venue> venues) {

    record Venue(Faits.Ip ip, Faits.Mineur mineur) {
    }

    FaitsMesures mesures() {
        return faits.mesures();
    }
}
