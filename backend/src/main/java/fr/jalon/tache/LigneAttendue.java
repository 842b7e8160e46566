package fr.jalon.tache;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/** A row of {@code tache} as its sources make it; the same record is written and checked against. */
record LigneAttendue(String id, Sujet sujet, UUID ipId, String cle, String etape, int rang, String mission, String unite, String reference,
        Instant creeLe, boolean urgence, UUID echeanceId, LocalDate dateLegale, boolean enConsigne, UUID objet) {
}
