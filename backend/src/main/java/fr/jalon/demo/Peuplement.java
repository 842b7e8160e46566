package fr.jalon.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.indicateur.Comptage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes what is not yet written, lot after lot. A lock of the database session lets one node only write, and lets another go on at once
 * when that one dies.
 */
@Component
class Peuplement {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Peuplement.class);
    private static final long VERROU = 7_061_080;
    private static final int ESSAIS = 4;
    private static final Duration ATTENTE = Duration.ofSeconds(3);

    private final Personnel personnel;
    private final Semis semis;
    private final List<Ouvrage> ouvrages;
    private final Departement departement;
    private final Volumes volumes;
    private final Horloge horloge;
    private final DataSource source;
    private final Comptage comptage;
    private volatile boolean arret;

    Peuplement(Personnel personnel, Semis semis, List<Ouvrage> ouvrages, Departement departement, Volumes volumes, Horloge horloge,
            DataSource source, Comptage comptage) {
        this.personnel = personnel;
        this.semis = semis;
        this.ouvrages = ouvrages;
        this.horloge = horloge;
        this.source = source;
        this.comptage = comptage;
        this.departement = departement;
        this.volumes = volumes;
    }

    /** Returns when everything is written, by this node or another, or when asked to stop. */
    void remplir(Reglages reglages) {
        try (Connection session = source.getConnection()) {
            while (!arret && !verrou(session, "pg_try_advisory_lock")) {
                if (semis.avance().map(Semis.Avance::complet).orElse(false)) {
                    return;
                }
                Thread.sleep(ATTENTE.toMillis());
            }
            try {
                ecrire(reglages);
                if (!arret) {
                    // Years written in minutes: nobody who opens a figure waits for their sum.
                    comptage.additionner();
                }
            } finally {
                verrou(session, "pg_advisory_unlock");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void arreter() {
        arret = true;
    }

    private void ecrire(Reglages reglages) throws InterruptedException {
        Instant debut = Instant.now();
        Semis.Graine graine = semis.semer(new Semis.Graine(reglages.graine(),
                reglages.ancre() == null ? horloge.aujourdhui() : reglages.ancre(), reglages.echelle()), 0);
        if (semis.avance().orElseThrow().complet()) {
            return;
        }
        Chronique chronique = new Chronique(graine, departement, volumes, personnel.composer());
        Map<Ouvrage, List<Ouvrage.Lot>> lots = new LinkedHashMap<>();
        ouvrages.stream().filter(o -> !reglages.sans().contains(o.nom())).forEach(o -> lots.put(o, o.lots(chronique, graine)));
        semis.prevoir(lots.values().stream().mapToInt(List::size).sum());
        Set<String> faits = semis.faits();
        for (int rang : lots.keySet().stream().mapToInt(Ouvrage::rang).distinct().sorted().toArray()) {
            cote(lots.entrySet().stream().filter(e -> e.getKey().rang() == rang).toList(), faits);
        }
        if (!arret) {
            semis.complet();
            JOURNAL.info("Démonstration complète en {} s.", Duration.between(debut, Instant.now()).toSeconds());
        }
    }

    /** One thread a work, or as many as it asks for; the first failure stops all and is told. */
    private void cote(List<Map.Entry<Ouvrage, List<Ouvrage.Lot>>> cotes, Set<String> faits) throws InterruptedException {
        ExecutorService fils = Executors.newCachedThreadPool(travail -> {
            Thread fil = new Thread(travail, "demonstration-lots");
            fil.setDaemon(true);
            return fil;
        });
        try {
            List<Future<?>> travaux = new ArrayList<>();
            cotes.forEach(ouvrage -> {
                Instant debut = Instant.now();
                Queue<Ouvrage.Lot> lots = new ConcurrentLinkedQueue<>(ouvrage.getValue());
                AtomicInteger restants = new AtomicInteger(ouvrage.getKey().fils());
                for (int i = 0; i < ouvrage.getKey().fils(); i++) {
                    travaux.add(fils.submit(() -> {
                        enchainer(lots, faits);
                        if (restants.decrementAndGet() == 0) {
                            JOURNAL.info("Démonstration : {} en {} s.", ouvrage.getKey().nom(), Duration.between(debut, Instant.now()).toSeconds());
                        }
                    }));
                }
            });
            for (Future<?> travail : travaux) {
                travail.get();
            }
        } catch (ExecutionException e) {
            arret = true;
            throw new IllegalStateException(e.getCause());
        } finally {
            fils.shutdown();
            fils.awaitTermination(30, TimeUnit.SECONDS);
        }
    }

    private void enchainer(Queue<Ouvrage.Lot> lots, Set<String> faits) {
        for (Ouvrage.Lot lot = lots.poll(); lot != null && !arret; lot = lots.poll()) {
            if (!faits.contains(lot.nom())) {
                ecrire(lot);
            }
        }
    }

    /** Somebody at work, or the engine, may hold for a moment what a lot needs: what was rolled back is written again. */
    private void ecrire(Ouvrage.Lot lot) {
        for (int essai = 1;; essai++) {
            try {
                lot.ecrire().run();
                return;
            } catch (RuntimeException e) {
                if (arret || essai == ESSAIS && !lot.facultatif()) {
                    throw e;
                }
                if (essai == ESSAIS) {
                    JOURNAL.warn("Un dossier fictif est laissé de côté : {}", lot.nom(), e);
                    semis.abandonner(lot.nom());
                    return;
                }
                LockSupport.parkNanos(essai * 200_000_000L);
            }
        }
    }

    private static boolean verrou(Connection session, String fonction) throws SQLException {
        try (Statement ordre = session.createStatement(); ResultSet lu = ordre.executeQuery("select " + fonction + "(" + VERROU + ")")) {
            return lu.next() && lu.getBoolean(1);
        }
    }
}
