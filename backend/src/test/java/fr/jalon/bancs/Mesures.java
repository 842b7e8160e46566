package fr.jalon.bancs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the benchmarks share: rates by several threads, medians, and one line of figures kept in {@code target/bancs.txt}. */
public final class Mesures {

    private static final Path RESULTATS = Path.of("target", "bancs.txt");

    private Mesures() {
    }

    /** Acts a second, {@code fils} threads doing {@code acte} for {@code duree}. */
    public static double debit(int fils, long secondes, Callable<?> acte) throws Exception {
        ExecutorService executeur = Executors.newFixedThreadPool(fils);
        AtomicLong faits = new AtomicLong();
        long debut = System.nanoTime();
        long fin = debut + TimeUnit.SECONDS.toNanos(secondes);
        try {
            List<Future<Object>> attentes = executeur.invokeAll(java.util.Collections.nCopies(fils, () -> {
                while (System.nanoTime() < fin) {
                    acte.call();
                    faits.incrementAndGet();
                }
                return null;
            }));
            for (Future<Object> attente : attentes) {
                attente.get();
            }
        } finally {
            executeur.shutdown();
        }
        return faits.get() * 1e9 / (System.nanoTime() - debut);
    }

    /** Milliseconds of one call, the median of {@code fois}, after three calls for nothing. */
    public static double duree(int fois, Callable<?> acte) throws Exception {
        double[] durees = new double[fois];
        for (int i = -3; i < fois; i++) {
            long debut = System.nanoTime();
            acte.call();
            if (i >= 0) {
                durees[i] = (System.nanoTime() - debut) / 1e6;
            }
        }
        return mediane(durees);
    }

    /**
     * Milliseconds of processor used so far by this thread and by the database's processes, where the system tells (Linux, embedded server):
     * what a busy machine does not change.
     */
    public static double processeur(JdbcClient jdbc) {
        double somme = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
        for (Long pid : jdbc.sql("select pid from pg_stat_activity where datname = current_database()").query(Long.class).list()) {
            somme += ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).map(d -> d.toNanos() / 1e6).orElse(0.0);
        }
        return somme;
    }

    public static double mediane(double... valeurs) {
        double[] triees = valeurs.clone();
        Arrays.sort(triees);
        return triees.length % 2 == 1 ? triees[triees.length / 2] : (triees[triees.length / 2 - 1] + triees[triees.length / 2]) / 2;
    }

    public static void noter(String format, Object... valeurs) throws IOException {
        String ligne = String.format(Locale.ROOT, format, valeurs);
        System.out.println(ligne);
        Files.createDirectories(RESULTATS.getParent());
        Files.writeString(RESULTATS, ligne + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }
}
