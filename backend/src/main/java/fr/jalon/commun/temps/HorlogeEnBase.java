package fr.jalon.commun.temps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the offset from the one row of {@code horloge}; a node that did not travel itself notices within a second. */
@Component
class HorlogeEnBase implements Horloge, VoyageDansLeTemps {

    private static final Duration FRAICHEUR = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final boolean voyage;
    private final ZoneId zone;
    private final Clock reelle = Clock.systemUTC();
    private final ThreadLocal<Duration> reculs = new ThreadLocal<>();
    private volatile int jours;
    private volatile Instant lueLe = Instant.EPOCH;

    HorlogeEnBase(JdbcClient jdbc, @Value("${jalon.horloge.voyage:false}") boolean voyage, ZoneDepartement zone) {
        this.jdbc = jdbc;
        this.voyage = voyage;
        this.zone = zone.zone();
    }

    @Override
    public Instant maintenant() {
        Duration recul = reculs.get();
        if (recul != null) {
            return reelle.instant().minus(recul).truncatedTo(ChronoUnit.MICROS);
        }
        // The database keeps microseconds and rounds: an instant is the same in memory and once read again.
        return reelle.instant().plus(Duration.ofDays(decalage())).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public int decalage() {
        if (!voyage) {
            return 0;
        }
        Instant instant = reelle.instant();
        if (lueLe.plus(FRAICHEUR).isBefore(instant)) {
            jours = jdbc.sql("select jours from horloge").query(Integer.class).single();
            lueLe = instant;
        }
        return jours;
    }

    @Override
    public int avancer(int deJours) {
        if (!voyage) {
            throw new IllegalStateException("Le temps ne voyage qu’en démonstration et en test");
        }
        jdbc.sql("update horloge set jours = jours + :n").param("n", deJours).update();
        lueLe = Instant.EPOCH;
        return decalage();
    }

    @Override
    public <T> T enCeTemps(Instant instant, Callable<T> travail) {
        if (!voyage) {
            throw new IllegalStateException("Le temps ne voyage qu’en démonstration et en test");
        }
        Duration avant = reculs.get();
        reculs.set(Duration.between(instant, reelle.instant()));
        try {
            return travail.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (avant == null) {
                reculs.remove();
            } else {
                reculs.set(avant);
            }
        }
    }
}
