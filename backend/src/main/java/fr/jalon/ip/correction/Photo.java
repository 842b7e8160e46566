package fr.jalon.ip.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.evenement.Retours;

/** How a file looks to those who count and wait: compared before and after a correction. */
record Photo(String etat, List<Due> dues, List<Attente> attentes, List<Duree> durees, List<Retours.Fait> faits) {

    /** A live due date; {@code cle} says which one it is across the two pictures. */
    record Due(String cle, String libelle, LocalDate date, boolean satisfaite) {
    }

    /** A task that waits. */
    record Attente(String etape, String libelle, String unite) {
    }

    record Duree(UUID id, String genre, String unite, LocalDate debut, LocalDate fin) {
    }
}
