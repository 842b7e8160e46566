package fr.jalon.projet;

import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.tache.Taches;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Each morning, the actions whose first day has come become tasks, those of days the house was down included. Done twice it does nothing. */
@Component
class RattrapageActions {

    private final JdbcClient jdbc;
    private final Projets projets;
    private final TachesDesActions actions;
    private final Taches taches;
    private final Horloge horloge;
    private final TransactionTemplate transaction;

    RattrapageActions(JdbcClient jdbc, Projets projets, TachesDesActions actions, Taches taches, Horloge horloge, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.projets = projets;
        this.actions = actions;
        this.taches = taches;
        this.horloge = horloge;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${jalon.projets.actions:0 50 6 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "actions-des-projets", lockAtMostFor = "PT1H")
    public void rattraper() {
        IdentiteCourante.en(Identite.systeme("horloge"), () -> {
            aLancer().forEach(id -> transaction.executeWithoutResult(s -> projets.findById(id).ifPresent(p -> {
                actions.accorder(p);
                taches.suivre(Sujet.projet(id));
            })));
            return null;
        });
    }

    /** Open projets an action of whose version in force has begun, is not finished, and is nobody's task. */
    private List<UUID> aLancer() {
        return jdbc.sql("""
                select distinct p.id from projet p join projet_version v on v.projet_id = p.id and v.etat <> 'EN_COURS'
                join projet_action a on a.version_id = v.id
                where p.etat not in ('CLOS', 'ANNULE') and a.faite_le is null and a.abandonnee_le is null and (a.debut is null or a.debut <= :jour)
                    and v.numero = (select max(w.numero) from projet_version w where w.projet_id = p.id and w.etat <> 'EN_COURS')
                    and not exists (select 1 from tache t where t.sujet_type = 'PROJET' and t.sujet_id = p.id and t.objet_id = a.lignee)""")
                .param("jour", horloge.aujourdhui()).query(UUID.class).list();
    }
}
