package fr.jalon.commun.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A killed JVM leaves its postmaster running, and the next start of the folder fails on {@code postmaster.pid}. The orphan is asked to
 * stop cleanly; a file left by a machine that went down names a process that is something else, or nothing, and is removed.
 */
final class Orphelin {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphelin() {
    }

    static void arreter(Path donnees) throws IOException {
        Path fichier = donnees.resolve("postmaster.pid");
        if (!Files.exists(fichier)) {
            return;
        }
        List<String> lignes = Files.readAllLines(fichier);
        Optional<ProcessHandle> processus = lignes.isEmpty() ? Optional.empty() : trouver(lignes.get(0).strip());
        if (processus.isPresent() && estPostgres(processus.get())) {
            processus.get().destroy();
            Instant limite = Instant.now().plus(PATIENCE);
            while (processus.get().isAlive() && Instant.now().isBefore(limite)) {
                attendre();
            }
            if (processus.get().isAlive()) {
                throw new IOException("un PostgreSQL tient encore ce dossier (processus " + lignes.get(0) + ")");
            }
        }
        Files.deleteIfExists(fichier);
    }

    private static Optional<ProcessHandle> trouver(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean estPostgres(ProcessHandle processus) {
        return processus.info().command().map(commande -> commande.contains("postgres")).orElse(false);
    }

    private static void attendre() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
