package fr.jalon.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what is not yet written, lot after lot. A lock of the database session lets one node only write, and lets another go on at once
 * when that one dies.
 */
@Component
class Peuplement {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Peuplement.class);
    private static final long VERROU = 7_061_080;
    private static final Duration ATTENTE = Duration.ofSeconds(3);

    private final Personnel personnel;
    private final Semis semis;
    private final List<Ouvrage> ouvrages;
    private final Horloge horloge;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private volatile boolean arret;

    Peuplement(Personnel personnel, Semis semis, List<Ouvrage> ouvrages, Horloge horloge, DataSource source,
            PlatformTransactionManager transactions) {
        this.personnel = personnel;
        this.semis = semis;
        this.ouvrages = ouvrages.stream().sorted(Comparator.comparingInt(Ouvrage::rang)).toList();
        this.horloge = horloge;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
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

    private void ecrire(Reglages reglages) {
        Instant debut = Instant.now();
        Semis.Graine graine = semis.semer(new Semis.Graine(reglages.graine(),
                reglages.ancre() == null ? horloge.aujourdhui() : reglages.ancre(), reglages.echelle()), 0);
        List<Personnel.Agent> agents = personnel.composer();
        List<List<Ouvrage.Lot>> lots = ouvrages.stream().map(o -> o.lots(graine, agents)).toList();
        semis.prevoir(lots.stream().mapToInt(List::size).sum());
        Set<String> faits = semis.faits();
        int rang = 0;
        for (List<Ouvrage.Lot> partie : lots) {
            for (Ouvrage.Lot lot : partie) {
                if (arret) {
                    return;
                }
                if (!faits.contains(lot.nom())) {
                    ecrire(lot);
                }
            }
            if (rang++ == 0) {
                semis.utilisable();
            }
        }
        if (!semis.avance().orElseThrow().complet()) {
            semis.complet();
            JOURNAL.info("Démonstration complète en {} s.", Duration.between(debut, Instant.now()).toSeconds());
        }
    }

    private void ecrire(Ouvrage.Lot lot) {
        IdentiteCourante.en(Identite.systeme("demonstration"), () -> {
            transaction.executeWithoutResult(statut -> semis.fait(lot.nom(), lot.ecrire().getAsInt()));
            return null;
        });
    }

    private static boolean verrou(Connection session, String fonction) throws SQLException {
        try (Statement ordre = session.createStatement(); ResultSet lu = ordre.executeQuery("select " + fonction + "(" + VERROU + ")")) {
            return lu.next() && lu.getBoolean(1);
        }
    }
}
