package fr.jalon.essai;

import java.util.List;
import java.util.concurrent.Callable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Statements a piece of work sends to the database, as the two ways of sending them log them. */
public final class Requetes {

    private Requetes() {
    }

    public static int de(Callable<?> travail) throws Exception {
        return textes(travail).size();
    }

    public static List<String> textes(Callable<?> travail) throws Exception {
        List<Logger> journaux = List.of((Logger) LoggerFactory.getLogger("org.hibernate.SQL"),
                (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate"), (Logger) LoggerFactory.getLogger("fr.jalon.acces.JdbcIdentifie"));
        ListAppender<ILoggingEvent> recueil = new ListAppender<>();
        recueil.start();
        journaux.forEach(j -> {
            j.setLevel(Level.DEBUG);
            j.setAdditive(false);
            j.addAppender(recueil);
        });
        try {
            travail.call();
            return recueil.list.stream().filter(e -> e.getLoggerName().endsWith("SQL") || e.getFormattedMessage().contains("Executing prepared SQL statement"))
                    .map(ILoggingEvent::getFormattedMessage).toList();
        } finally {
            journaux.forEach(j -> {
                j.detachAppender(recueil);
                j.setLevel(null);
                j.setAdditive(true);
            });
        }
    }
}
