package fr.jalon.tache;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/** The legal clock's answer to « by when is this step due? ». Implemented by {@code echeance}. */
public interface EcheancesDesTaches {

    /**
     * @param id the due date, to open its explanation
     * @param dateLegale never moved by a hold
     * @param enConsigne a request of the parquet holds this step
     */
    record EcheanceTache(UUID id, LocalDate dateLegale, boolean enConsigne) {
    }

    /** The due date that governs a step of a subject, the earliest when several do; empty when none does. */
    default Optional<EcheanceTache> pour(Sujet sujet, String etape) {
        return pour(sujet, etape, null);
    }

    /** @param objet the one thing within the file the task is about: its own due date governs it, no other; null for a step of the path */
    Optional<EcheanceTache> pour(Sujet sujet, String etape, UUID objet);

    /** Which of these files carry a request of the parquet in force that day, whatever it holds: one that forbids a single act holds no step. */
    Set<UUID> sousConsigne(Collection<UUID> sujets, LocalDate jour);
}
