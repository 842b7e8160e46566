package fr.jalon.ip.correction;

import java.time.Duration;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets the rows kept for undo once no undo can reach them: what was done is told by the events. */
@Component
class MenageAvantActe {

    /** Real time: the rows are dated by the database, whatever the business clock says. */
    static final Duration GARDE = Duration.ofDays(7);

    private static final Identite MAISON = Identite.systeme("menage");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MenageAvantActe(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 40 3 * * *")
    @SchedulerLock(name = "menage-avant-acte")
    public void oublier() {
        IdentiteCourante.en(MAISON, () -> transaction.execute(s -> jdbc.sql("delete from avant_acte where note_le < clock_timestamp() - make_interval(days => ?)")
                .param((int) GARDE.toDays()).update()));
    }
}
