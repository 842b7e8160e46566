package fr.jalon.contrat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Courriels;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds whoever counts of the report not yet sent: sixty, thirty, fifteen and seven days before 30 September, that day, then each week. */
@Component
class RappelsRapport {

    private static final Set<Long> AVANT = Set.of(60L, 30L, 15L, 7L, 0L);

    private final Rapports rapports;
    private final Utilisateurs utilisateurs;
    private final Courriels courriels;
    private final TransactionTemplate transaction;
    private final Horloge horloge;

    RappelsRapport(Rapports rapports, Utilisateurs utilisateurs, Courriels courriels, TransactionTemplate transaction, Horloge horloge) {
        this.rapports = rapports;
        this.utilisateurs = utilisateurs;
        this.courriels = courriels;
        this.transaction = transaction;
        this.horloge = horloge;
    }

    @Scheduled(cron = "${jalon.rapport.rappel:0 10 7 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "rappels-rapport")
    void rappeler() {
        IdentiteCourante.en(Identite.systeme("rappels-rapport"), () -> {
            transaction.executeWithoutResult(s -> dire(horloge.aujourdhui()));
            return null;
        });
    }

    /** @return people written to */
    int dire(LocalDate jour) {
        int annee = jour.getYear() - 1;
        if (!aDire(annee, jour) || rapports.lire(annee).transmis()) {
            return 0;
        }
        List<Utilisateurs.Personne> personnes = utilisateurs.tenant(Mission.COMPTAGE);
        String echeance = EnFrancais.jour(Rapports.echeance(annee));
        personnes.forEach(p -> courriels.deposer("rapport-" + annee + "-" + jour + "-" + p.id(), p.id(), "rapport-contrat",
                Map.of("annee", String.valueOf(annee), "echeance", echeance, "chemin", "/contrat/rapport?annee=" + annee)));
        return personnes.size();
    }

    static boolean aDire(int annee, LocalDate jour) {
        long reste = java.time.temporal.ChronoUnit.DAYS.between(jour, Rapports.echeance(annee));
        return AVANT.contains(reste) || reste < 0 && reste % 7 == 0;
    }
}
