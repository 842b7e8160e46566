package fr.jalon.indicateur;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From « as known when » to the fence below which to read, and the day that is today for it. */
@Component
class Clotures {

    /**
     * @param cloture transactions below it are known
     * @param aujourdhui day after which nothing happened yet
     */
    record Lecture(String cloture, LocalDate aujourdhui) {
    }

    /** Whatever was said after that moment begins at this transaction: every counted act appends an event in its own. */
    private static final String PREMIERE_APRES = """
            select cast(coalesce(min(transaction_id), cloture_des_lectures()) as text) from evenement where enregistre_le > :le""";

    private final JdbcClient jdbc;
    private final Exercices exercices;
    private final LectureFaits lecture;
    private final Horloge horloge;

    Clotures(JdbcClient jdbc, Exercices exercices, LectureFaits lecture, Horloge horloge) {
        this.jdbc = jdbc;
        this.exercices = exercices;
        this.lecture = lecture;
        this.horloge = horloge;
    }

    Lecture de(Connu connu) {
        LocalDate aujourdhui = horloge.aujourdhui();
        if (connu.arrete() != null) {
            Exercices.Arrete arrete = exercices.arretes().get(connu.arrete());
            return new Lecture(arrete == null ? lecture.cloture() : arrete.cloture(), aujourdhui);
        }
        if (connu.estMaintenant()) {
            return new Lecture(lecture.cloture(), aujourdhui);
        }
        Instant le = connu.le() != null ? connu.le() : connu.jour().plusDays(1).atStartOfDay(horloge.zone()).toInstant().minusNanos(1000);
        LocalDate jour = horloge.jour(le);
        return new Lecture(jdbc.sql(PREMIERE_APRES).param("le", Timestamp.from(le)).query(String.class).single(),
                jour.isAfter(aujourdhui) ? aujourdhui : jour);
    }
}
