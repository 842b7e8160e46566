package fr.jalon.ip.correction;

import java.time.Duration;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the rows kept for undo once no undo can reach them: what was done is told by the events. */
@Component
class MenageAvantActe {

    /** Real time: the rows are dated by the database, whatever the business clock says. */
    static final Duration GARDE = Duration.ofDays(7);

    private final JdbcClient jdbc;

    MenageAvantActe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(cron = "0 40 3 * * *")
    @SchedulerLock(name = "menage-avant-acte")
    public void oublier() {
        jdbc.sql("delete from avant_acte where note_le < clock_timestamp() - make_interval(days => ?)").param((int) GARDE.toDays()).update();
    }
}
