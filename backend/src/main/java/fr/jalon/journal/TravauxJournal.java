package fr.jalon.journal;

import java.io.IOException;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals each second, anchors each hour, verifies each night; says « ALERTE » when lines wait for a seal or a verification found something. */
@Component("journal")
@ConditionalOnProperty(name = "jalon.travaux", matchIfMissing = true)
class TravauxJournal implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TravauxJournal.class);
    private static final Identite MAISON = Identite.systeme("sceau");
    private static final Status ALERTE = new Status("ALERTE", "À regarder par l’administrateur");
    /** Lots sealed before the next second is waited for: an outage is caught up without holding the scheduler. */
    private static final int LOTS = 50;

    private final Scellement scellement;
    private final Ancres ancres;
    private final VerificationJournal verification;

    TravauxJournal(Scellement scellement, Ancres ancres, VerificationJournal verification) {
        this.scellement = scellement;
        this.ancres = ancres;
        this.verification = verification;
    }

    @Scheduled(fixedDelayString = "${jalon.journal.sceau:PT1S}")
    public void sceller() {
        IdentiteCourante.en(MAISON, () -> {
            for (int i = 0; i < LOTS && scellement.sceller() > 0; i++) {
                // Next lot.
            }
            return null;
        });
    }

    @Scheduled(cron = "${jalon.journal.ancre:0 0 * * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "ancre-journal", lockAtMostFor = "PT5M", lockAtLeastFor = "PT30S")
    public void ancrer() {
        IdentiteCourante.en(MAISON, () -> {
            try {
                ancres.poser(scellement.tete());
            } catch (IOException e) {
                LOG.error("L’ancre du journal n’a pu être écrite", e);
            }
            return null;
        });
    }

    @Scheduled(cron = "${jalon.journal.verification:0 15 3 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "verification-journal", lockAtMostFor = "PT2H", lockAtLeastFor = "PT1M")
    public void verifier() {
        VerificationJournal.Resultat resultat = IdentiteCourante.en(MAISON, verification::verifier);
        if (!resultat.intact()) {
            LOG.error("Le journal ne concorde plus avec ses sceaux : {} anomalies sur {} lignes", resultat.nombre(), resultat.lignes());
        }
    }

    @Override
    public Health health() {
        long retard = IdentiteCourante.en(MAISON, scellement::enRetard);
        long anomalies = IdentiteCourante.en(MAISON, verification::dernieresAnomalies);
        return (retard == 0 && anomalies == 0 ? Health.up() : Health.status(ALERTE)).withDetail("lignesSansSceau", retard)
                .withDetail("anomalies", anomalies).build();
    }
}
