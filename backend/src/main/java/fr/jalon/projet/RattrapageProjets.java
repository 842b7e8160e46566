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

/**
 * What no act brings: each morning, the actions whose first day has come become tasks, dates follow a birth that was corrected, and a measure
 * that was exercised before this house knew of projets gets its own. What has nothing to do is found by one query; done twice it does nothing.
 */
@Component
class RattrapageProjets {

    private static final String NAISSANCES = """
            select p.enfant_id from projet p join enfant e on e.id = p.enfant_id
            where p.etat not in ('CLOS', 'ANNULE') and p.majeur_le is distinct from
                (case when e.naissance_precision = 'EXACTE' then cast(e.naissance_le + interval '18 years' as date) end)""";

    private final JdbcClient jdbc;
    private final Projets projets;
    private final LectureEnLot lots;
    private final SuiteProjet suite;
    private final TachesDesActions actions;
    private final Taches taches;
    private final Horloge horloge;
    private final TransactionTemplate transaction;

    RattrapageProjets(JdbcClient jdbc, Projets projets, LectureEnLot lots, SuiteProjet suite, TachesDesActions actions, Taches taches, Horloge horloge,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.projets = projets;
        this.lots = lots;
        this.suite = suite;
        this.actions = actions;
        this.taches = taches;
        this.horloge = horloge;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${jalon.projets.rattrapage:0 50 6 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "projets-rattrapage", lockAtMostFor = "PT2H")
    public void rattraper() {
        IdentiteCourante.en(Identite.systeme("horloge"), () -> {
            transaction.execute(s -> aLancer()).forEach(id -> transaction.executeWithoutResult(s -> projets.findById(id).ifPresent(p -> {
                actions.accorder(p);
                taches.suivre(Sujet.projet(id));
            })));
            transaction.execute(s -> jdbc.sql(NAISSANCES).query(UUID.class).list()).forEach(this::suivre);
            lots.sansProjet(enfants -> {
                enDefaut(enfants).forEach(this::suivre);
                return true;
            });
            return null;
        });
    }

    private List<UUID> enDefaut(List<UUID> enfants) {
        return transaction.execute(s -> lots.cours(enfants).entrySet().stream().filter(e -> !e.getValue().enCours().isEmpty()).map(e -> e.getKey()).toList());
    }

    private void suivre(UUID enfant) {
        transaction.executeWithoutResult(s -> suite.suivre(enfant));
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
