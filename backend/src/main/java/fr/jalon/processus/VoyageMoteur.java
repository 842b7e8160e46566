package fr.jalon.processus;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.temps.VoyageDansLeTemps;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Business time travels forward day by day: the executor stops, each day's work is done before the next day comes, so that what
 * happens is what would have happened. For tests and the demonstration.
 */
@Component
public class VoyageMoteur {

    /** @param joursAvances offset from the real day after the journey; {@code travaux} done on the way, {@code echecs} left to retry */
    public record Voyage(int joursAvances, int travaux, int echecs) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(VoyageMoteur.class);
    private static final int PAR_LOT = 500;

    private final VoyageDansLeTemps voyage;
    private final HorlogeDuMoteur horloge;
    private final ManagementService gestion;
    private final ProcessEngine moteur;
    private final ObjectProvider<TravailDuJour> travaux;
    private final ReentrantLock seul = new ReentrantLock();

    VoyageMoteur(VoyageDansLeTemps voyage, HorlogeDuMoteur horloge, ManagementService gestion, ProcessEngine moteur,
            ObjectProvider<TravailDuJour> travaux) {
        this.voyage = voyage;
        this.horloge = horloge;
        this.gestion = gestion;
        this.moteur = moteur;
        this.travaux = travaux;
    }

    /** Not in a transaction: each day's work commits by itself. */
    public Voyage avancer(int jours) {
        if (!seul.tryLock()) {
            throw new Conflit(null, null, "Le temps avance déjà. Attendez qu’il s’arrête.");
        }
        JobExecutor executeur = ((ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration()).getJobExecutor();
        boolean actif = executeur.isActive();
        try {
            if (actif) {
                executeur.shutdown();
            }
            int decalage = 0;
            int faits = 0;
            Set<String> echecs = new HashSet<>();
            for (int jour = 0; jour < jours; jour++) {
                decalage = voyage.avancer(1);
                horloge.suivre();
                faits += vider(echecs);
                travaux.forEach(TravailDuJour::faire);
            }
            return new Voyage(decalage, faits, echecs.size());
        } finally {
            if (actif) {
                executeur.start();
            }
            seul.unlock();
        }
    }

    /** Does what is due now, and what that makes due, until nothing is left that did not fail. */
    private int vider(Set<String> echecs) {
        int faits = 0;
        while (true) {
            Date maintenant = ClockUtil.getCurrentTime();
            List<Job> dus = gestion.createJobQuery().active().withRetriesLeft().duedateLowerThan(maintenant).orderByJobDuedate().asc()
                    .listPage(0, PAR_LOT).stream().filter(j -> !echecs.contains(j.getId())).toList();
            if (dus.isEmpty()) {
                return faits;
            }
            for (Job job : dus) {
                try {
                    IdentiteCourante.en(VeilleDuMoteur.MOTEUR, () -> {
                        gestion.executeJob(job.getId());
                        return null;
                    });
                    faits++;
                } catch (RuntimeException e) {
                    LOG.warn("Un travail du moteur a échoué pendant le voyage : {}", e.getClass().getSimpleName());
                    echecs.add(job.getId());
                }
            }
        }
    }
}
