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

    /**
     * Whatever was said after that moment begins at this transaction: every counted act appends an event in its own. Looked for from the
     * fence of the last roll-up before it, below which all was said before.
     */
    private static final String PREMIERE_APRES = """
            select cast(coalesce((select e.transaction_id from evenement e where e.transaction_id >= coalesce((select max(c.cloture) from indicateur_cloture c
                where c.le <= :le), '0'::xid8) and e.enregistre_le > :le order by e.transaction_id limit 1), cloture_des_lectures()) as text)""";

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
