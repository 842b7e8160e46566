package fr.jalon.acces.web;

import java.util.Optional;
import java.util.UUID;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the acts already done, for 24 hours, with the answer each received. */
@Component
class CommandesRecues {

    /** @param reponse JSON of the first answer; null when it had none or was no JSON */
    record Recue(String chemin, String empreinte, int statut, String reponse, String emplacement) {
    }

    private final JdbcClient jdbc;

    CommandesRecues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for this transaction. Somebody sending the same at the same moment waits here for the end of the first: the key is
     * theirs if it rolls back, and refused if it commits.
     */
    boolean prendre(UUID utilisateur, String cle, String chemin, String empreinte) {
        jdbc.sql("delete from commande_recue where utilisateur_id = ? and cle = ? and recue_le < clock_timestamp() - interval '24 hours'")
                .params(utilisateur, cle).update();
        return jdbc.sql("insert into commande_recue(utilisateur_id, cle, chemin, empreinte) values (?, ?, ?, ?) on conflict do nothing")
                .params(utilisateur, cle, chemin, empreinte).update() == 1;
    }

    void repondre(UUID utilisateur, String cle, int statut, String reponse, String emplacement) {
        jdbc.sql("update commande_recue set statut = ?, reponse = ?, emplacement = ? where utilisateur_id = ? and cle = ?")
                .params(statut, reponse, emplacement, utilisateur, cle).update();
    }

    Optional<Recue> lire(UUID utilisateur, String cle) {
        return jdbc.sql("select chemin, empreinte, statut, reponse, emplacement from commande_recue where utilisateur_id = ? and cle = ?")
                .params(utilisateur, cle).query(Recue.class).optional();
    }

    @Scheduled(cron = "0 40 * * * *")
    @SchedulerLock(name = "commandes-recues")
    @Transactional
    void purger() {
        jdbc.sql("delete from commande_recue where recue_le < clock_timestamp() - interval '24 hours'").update();
    }
}
