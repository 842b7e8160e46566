package fr.jalon.echeance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.Processus;
import fr.jalon.processus.Veille;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Wakes, each morning, the files that still have a due date and no running process to watch it (somebody asks what followed afterwards). */
@Component
public class RattrapageRappels {

    private final JdbcClient jdbc;
    private final Veille veille;
    private final Processus processus;
    private final Horloge horloge;
    private final TransactionTemplate transaction;

    RattrapageRappels(JdbcClient jdbc, Veille veille, Processus processus, Horloge horloge, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.veille = veille;
        this.processus = processus;
        this.horloge = horloge;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${jalon.rappels.rattrapage:0 15 7 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "rattrapage-rappels", lockAtMostFor = "PT1H")
    public void rattraper() {
        IdentiteCourante.en(Identite.systeme("horloge"), () -> {
            Set<Sujet> sansVeille = sansVeille();
            sansVeille.forEach(s -> transaction.executeWithoutResult(statut -> veille.rappeler(s)));
            return null;
        });
    }

    private Set<Sujet> sansVeille() {
        List<Sujet> ouverts = jdbc.sql("""
                select distinct sujet_type, sujet_id from echeance where etat = 'OUVERTE' and date_legale <= ? order by sujet_id""")
                .param(horloge.aujourdhui().plusDays(31))
                .query((l, n) -> new Sujet(TypeSujet.valueOf(l.getString(1)), l.getObject(2, UUID.class))).list();
        Set<Sujet> sansVeille = new LinkedHashSet<>(ouverts);
        sansVeille.removeAll(processus.actifs(ouverts));
        return sansVeille;
    }
}
