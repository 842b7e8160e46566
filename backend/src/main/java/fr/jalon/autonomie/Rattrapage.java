package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.TravailDuJour;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds every young person whose path is not where the facts say, whatever happened to the timers: never opened (a stopped server, a file
 * brought in at seventeen and a half, a person admitted as a minor), a birth date corrected, a measure ended in bulk, a birthday or a landmark
 * whose day came, a process, a due date or a task that was lost. One query a cause over whole tables, then one transaction a child. Run as
 * often as one likes: what is right is not touched.
 */
@Component
public class Rattrapage implements TravailDuJour {

    /** @param trouves children to look at; {@code suivis} those that were, {@code echecs} those left for the next time */
    public record Bilan(int trouves, int suivis, int echecs) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rattrapage.class);

    private static final String PLACES = """
            m.etat in ('EXERCEE', 'SUSPENDUE') and m.accueil and m.base_legale = any(:mineurs)""";
    private static final String SOUTENUS = """
            m.etat in ('ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE') and m.produit = any(:majeurs)""";

    /** In care at sixteen or more, admitted as a minor, alive, and without an open path. The path of a united child is under either file. */
    private static final String A_OUVRIR = """
            select coalesce(e.fusionne_vers, e.id) from mesure m join enfant e on e.id = m.enfant_id
                left join autonomie a on a.enfant_id = coalesce(e.fusionne_vers, e.id)
            where %s and e.naissance_le <= :seize and (e.naissance_le + interval '16 years')::date <= :jour
            and not e.personne_se_declarant_mineure and e.deces_le is null and (a.id is null or a.etat = 'CLOSE')
            and not exists (select 1 from autonomie autre where autre.enfant_id = e.id and autre.etat <> 'CLOSE')
            and not exists (select 1 from enfant uni join autonomie autre on autre.enfant_id = uni.id
                where uni.fusionne_vers = coalesce(e.fusionne_vers, e.id) and autre.etat <> 'CLOSE')""";

    /** The row says something that the child, the measures or the day no longer say. */
    private static final String A_SUIVRE = """
            select a.enfant_id from autonomie a join enfant sien on sien.id = a.enfant_id join enfant e on e.id = coalesce(sien.fusionne_vers, sien.id)
            where e.naissance_le is not null and a.motif_fin is distinct from 'REUNI' and (a.naissance <> e.naissance_le or a.naissance_exacte <> (e.naissance_precision = 'EXACTE'))
            union all
            select a.enfant_id from autonomie a join enfant sien on sien.id = a.enfant_id join enfant e on e.id = coalesce(sien.fusionne_vers, sien.id)
            where a.etat <> 'CLOSE' and e.deces_le is not null
            union all
            select a.enfant_id from autonomie a where a.etat in ('PREPARATION', 'ENTRETIEN', 'NOTIFICATION') and a.dix_huit_le <= :jour
            union all
            select a.enfant_id from autonomie_repere r join autonomie a on a.id = r.autonomie_id where r.etat = 'A_VENIR' and r.le <= :jour
            union all
            select a.enfant_id from autonomie a left join processus_instance p on p.sujet_type = 'AUTONOMIE' and p.sujet_id = a.id and p.actif
            where a.etat <> 'CLOSE' and p.instance_id is null
            union all
            select a.enfant_id from echeance x join autonomie a on a.id = x.sujet_id
            where x.sujet_type = 'AUTONOMIE' and x.genre = 'SUIVI_SORTIE' and x.etat = 'OUVERTE' and x.date_legale < :jour
            union all
            select a.enfant_id from autonomie_repere r join autonomie a on a.id = r.autonomie_id
                left join tache t on t.sujet_type = 'AUTONOMIE' and t.sujet_id = a.id and t.objet_id = r.id
            where r.etat = 'A_FAIRE' and a.etat <> 'CLOSE' and t.id is null
            union all
            select a.enfant_id from autonomie a left join echeance x on x.sujet_type = 'AUTONOMIE' and x.sujet_id = a.id and x.genre = 'ENTRETIEN_17'
                and x.etat = 'OUVERTE'
            where a.etat in ('PREPARATION', 'ENTRETIEN') and a.entretien_du_le is not null and x.id is null""";

    /** In care on the row and in no measure, or the reverse. */
    private static final String CHARGE_PERDUE = """
            select a.enfant_id from autonomie a where a.etat <> 'CLOSE' and a.en_charge
            and not exists (select 1 from mesure m where m.enfant_id = a.enfant_id and (%1$s or %2$s))
            and not exists (select 1 from enfant e join mesure m on m.enfant_id = e.id where e.fusionne_vers = a.enfant_id and (%1$s or %2$s))""";
    private static final String CHARGE_TROUVEE = """
            select a.enfant_id from autonomie a join mesure m on m.enfant_id = a.enfant_id where a.etat <> 'CLOSE' and not a.en_charge and (%s or %s)""";

    private static final Identite MAISON = Identite.systeme("horloge");

    private final JdbcClient jdbc;
    private final SejoursEnBase sejours;
    private final OuvertureAutonomie ouverture;
    private final TransactionTemplate transaction;
    private final Horloge horloge;
    private final boolean travaux;

    Rattrapage(JdbcClient jdbc, SejoursEnBase sejours, OuvertureAutonomie ouverture, TransactionTemplate transaction, Horloge horloge,
            @Value("${jalon.travaux:true}") boolean travaux) {
        this.jdbc = jdbc;
        this.sejours = sejours;
        this.ouverture = ouverture;
        this.transaction = transaction;
        this.horloge = horloge;
        this.travaux = travaux;
    }

    /** Soon after a start, so that a week of downtime is made up for at once; then each hour, which costs nothing when nothing is due. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 3_600_000)
    @SchedulerLock(name = "rattrapage-autonomie", lockAtMostFor = "PT2H")
    public void chaqueHeure() {
        if (!travaux) {
            // The store of sessions turns scheduling on too: a node that must only serve pages says so here.
            return;
        }
        Bilan bilan = rattraper();
        if (bilan.trouves() > 0) {
            LOG.info("Parcours vers l’autonomie : {} à suivre, {} suivis, {} laissés au prochain passage", bilan.trouves(), bilan.suivis(), bilan.echecs());
        }
    }

    @Override
    public void faire() {
        rattraper();
    }

    /** Not in a transaction: each child commits alone, and what fails for one waits for nobody. */
    public Bilan rattraper() {
        return IdentiteCourante.en(MAISON, () -> {
            Set<UUID> enfants = chercher();
            int echecs = 0;
            for (UUID enfant : enfants) {
                try {
                    transaction.executeWithoutResult(statut -> ouverture.suivreEnfant(enfant));
                } catch (RuntimeException e) {
                    // Somebody acts on this file at this moment, or it holds something nobody foresaw: the others go on.
                    LOG.warn("Le parcours d’un jeune n’a pas pu être suivi : {}", e.getClass().getSimpleName());
                    echecs++;
                }
            }
            return new Bilan(enfants.size(), enfants.size() - echecs, echecs);
        });
    }

    /** Children to look at, each once; reads only. */
    Set<UUID> chercher() {
        return IdentiteCourante.en(MAISON, () -> transaction.execute(statut -> lire()));
    }

    private Set<UUID> lire() {
        LocalDate jour = horloge.aujourdhui();
        Set<UUID> enfants = new LinkedHashSet<>();
        for (String sql : List.of(A_OUVRIR.formatted(PLACES), A_OUVRIR.formatted(SOUTENUS), A_SUIVRE, CHARGE_PERDUE.formatted(PLACES, SOUTENUS),
                CHARGE_TROUVEE.formatted(PLACES, SOUTENUS))) {
            enfants.addAll(jdbc.sql(sql).param("jour", jour).param("seize", jour.minusYears(OuvertureAutonomie.AGE_OUVERTURE).plusDays(1))
                    .param("mineurs", sejours.basesMineur()).param("majeurs", sejours.produitsMajeur()).query(UUID.class).list());
        }
        return enfants;
    }
}
