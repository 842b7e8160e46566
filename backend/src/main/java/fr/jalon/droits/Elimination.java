package fr.jalon.droits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Conflit;

/** A row of an elimination, and the acts it waits for. */
record Elimination(UUID id, String numero, Eliminations.Etat etat, Instant proposeeLe, UUID proposeePar, LocalDate visaLe, String visaPar, String visaReference, LocalDate versementLe,
        String versementReference, String refusMotif, String abandonMotif, Instant executeeLe, UUID executeePar, Map<String, Long> comptes, String releve, String certificat,
        long version) {

    /** @throws Conflit when it has changed since it was opened */
    void exigerVersion(long lue) {
        if (version != lue) {
            throw new Conflit(null, null, "Cette élimination a changé depuis que vous l’avez ouverte.");
        }
    }

    Conflit close() {
        return new Conflit(null, null, "Cette élimination n’attend pas cet acte\u00a0: " + etat.libelle().toLowerCase() + ".");
    }
}
