package fr.jalon.echeance;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mur;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes open due dates follow the version of their rule that is in force for their origin, a batch a transaction: an edition that
 * touches a hundred thousand of them locks none for long, and one that is cut goes on at the next minute.
 */
@Component
class SuiteDesRegles {

    private static final Logger LOG = LoggerFactory.getLogger(SuiteDesRegles.class);
    private static final int LOT = 200;

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Echeances echeances;
    private final Regles regles;
    private final TransactionTemplate transaction;

    SuiteDesRegles(JdbcClient jdbc, Mur mur, Echeances echeances, Regles regles, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.echeances = echeances;
        this.regles = regles;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    @SchedulerLock(name = "suite-des-regles", lockAtMostFor = "PT10M")
    public void poursuivre() {
        IdentiteCourante.en(Identite.systeme("horloge"), () -> {
            regles.oublier();
            return suivre(Duration.ofMinutes(5));
        });
    }

    /** Whoever edited the rule, the files that follow are everybody’s. @return how many due dates followed in the time given */
    int suivre(Duration temps) {
        long fin = System.nanoTime() + temps.toNanos();
        int suivies = 0;
        while (System.nanoTime() < fin) {
            int lot;
            try {
                lot = transaction.execute(statut -> mur.parLaMaison(this::suivreUnLot));
            } catch (TransientDataAccessException e) {
                // Somebody acts on one of these files at this moment: the next round takes them.
                LOG.info("Une règle modifiée n’a pas encore été suivie partout : reprise dans une minute");
                return suivies;
            }
            suivies += lot;
            if (lot == 0) {
                return suivies;
            }
        }
        return suivies;
    }

    private int suivreUnLot() {
        List<UUID> ids = jdbc.sql("""
                select e.id from echeance e
                join echeance_regle r on r.code = e.regle and r.remplacee_le is null and e.origine_jour >= r.du
                    and (r.au is null or e.origine_jour < r.au)
                where e.etat = 'OUVERTE' and e.regle_id <> r.id
                    and e.regle in (select code from echeance_regle group by code having count(*) > 1) order by e.id limit :lot for update of e skip locked""")
                .param("lot", LOT).query(UUID.class).list();
        echeances.suivreRegle(ids);
        return ids.size();
    }
}
