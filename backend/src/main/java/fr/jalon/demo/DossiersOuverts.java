package fr.jalon.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The living present: open files run in the engine, act after act through the live services, each at its own instant and by its own
 * person. An act and its mark are one transaction, so that a run killed in the middle of a file goes on with it.
 */
@Component
class DossiersOuverts implements Ouvrage {

    private final Semis semis;
    private final Gestes gestes;
    private final Acteurs acteurs;
    private final Horloge horloge;
    private final TransactionTemplate transaction;

    DossiersOuverts(Semis semis, Gestes gestes, Acteurs acteurs, Horloge horloge, PlatformTransactionManager transactions) {
        this.semis = semis;
        this.gestes = gestes;
        this.acteurs = acteurs;
        this.horloge = horloge;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int rang() {
        return 1;
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        List<Chronique.Rang> ouvertes = chronique.ouvertes();
        List<Lot> lots = new ArrayList<>();
        for (int n = 0; n < ouvertes.size(); n++) {
            Chronique.Rang rang = ouvertes.get(n);
            Particularite particularite = Particularite.de(n);
            String nom = "ouvert-" + rang.amorce().annee() + "-" + rang.amorce().rang();
            lots.add(new Lot(nom, () -> jouer(nom, chronique.histoire(rang), particularite, graine)));
        }
        // The latest first: what waits for its first analysis is what people open first.
        java.util.Collections.reverse(lots);
        return lots;
    }

    private void jouer(String nom, Histoire imaginee, Particularite particularite, Semis.Graine graine) {
        ZoneId zone = horloge.zone();
        Histoire h = particularite.familiale() ? imaginee.avec(particularite.appliquer(imaginee.famille(),
                Hasard.de(graine.graine(), "particularite", nom), imaginee.reception().le(), imaginee.reception().le().atZone(zone).toLocalDate())) : imaginee;
        Instant limite = min(horloge.maintenant(), graine.ancre().plusDays(1).atStartOfDay(zone).toInstant());
        List<Recit.Acte> actes = new Recit(h, particularite, gestes, zone).jusqua(limite);
        Semis.Marque marque = semis.marque(nom);
        UUID information = marque.informationId();
        for (int n = marque.etape(); n < actes.size(); n++) {
            information = jouer(nom, n, actes.get(n), information);
        }
        transaction.executeWithoutResult(s -> semis.fait(nom, 1));
    }

    private UUID jouer(String nom, int rang, Recit.Acte acte, UUID avant) {
        try {
            return acteurs.comme(acte.par(), acte.le(), () -> transaction.execute(s -> {
                UUID information = acte.geste().apply(avant);
                semis.marquer(nom, rang + 1, information);
                return information;
            }));
        } catch (RuntimeException e) {
            throw new IllegalStateException("Dossier fictif " + nom + ", acte « " + acte.nom() + " » refusé", e);
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
