package fr.jalon.statistique;

import java.time.LocalDate;
import java.time.YearMonth;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.TravailDuJour;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the report of each month that is over: soon after midnight of the first, and, where the server was stopped, soon after it starts, month after month.
 * One small query when there is none to make.
 */
@Component
class RattrapageOlinpe implements TravailDuJour {

    private static final Logger LOG = LoggerFactory.getLogger(RattrapageOlinpe.class);

    private final RapportsOlinpe rapports;
    private final Horloge horloge;
    private final boolean travaux;

    RattrapageOlinpe(RapportsOlinpe rapports, Horloge horloge, @Value("${jalon.travaux:true}") boolean travaux) {
        this.rapports = rapports;
        this.horloge = horloge;
        this.travaux = travaux;
    }

    @Scheduled(initialDelay = 40_000, fixedDelay = 3_600_000)
    @SchedulerLock(name = "olinpe-completude", lockAtMostFor = "PT1H", lockAtLeastFor = "PT10S")
    public void chaqueHeure() {
        if (!travaux) {
            // The store of sessions turns scheduling on too: a node that must only serve pages says so here.
            return;
        }
        int faits = rattraper(horloge.aujourdhui());
        if (faits > 0) {
            LOG.info("Complétude OLINPE : {} rapports de mois établis", faits);
        }
    }

    @Override
    public void faire() {
        rattraper(horloge.aujourdhui());
    }

    /** @return reports made; each month commits by itself, so that what stops on the way is taken up again */
    int rattraper(LocalDate jour) {
        return IdentiteCourante.en(Identite.systeme("olinpe"), () -> (int) rapports.dus(YearMonth.from(jour)).stream().filter(rapports::etablir).count());
    }
}
