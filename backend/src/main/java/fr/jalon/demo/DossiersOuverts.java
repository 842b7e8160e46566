package fr.jalon.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The living present: open files run in the engine, act after act through the live services, each at its own instant and by its own
 * person. What is done and its mark are one transaction, so that a run killed in the middle of a file goes on with it.
 */
@Component
class DossiersOuverts implements Ouvrage {

    private static final int EN_ATTENTE = 4;
    private static final Duration RECENT = Duration.ofHours(36);

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

    /** Each file goes act by act, and waits for the database in between; what is numbered is numbered in the order it is played. */
    @Override
    public int fils() {
        return 2;
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        List<Chronique.Rang> ouvertes = chronique.ouvertes();
        List<Lot> lots = new ArrayList<>();
        for (int n = 0; n < ouvertes.size(); n++) {
            Chronique.Rang rang = ouvertes.get(n);
            Particularite particularite = Particularite.de(n);
            String nom = "ouvert-" + rang.amorce().annee() + "-" + rang.amorce().rang();
            // The last that came in wait: somebody has to have something to analyse, to entrust and to name evaluators for.
            int restantes = ouvertes.size() - n;
            int actes = restantes <= EN_ATTENTE ? 1 : restantes <= 2 * EN_ATTENTE ? 2 : restantes <= 3 * EN_ATTENTE ? 3 : Integer.MAX_VALUE;
            lots.add(new Lot(nom, () -> jouer(nom, chronique.histoire(rang), particularite, actes, graine), true));
        }
        // The latest first: what waits for its first analysis is what people open first.
        java.util.Collections.reverse(lots);
        return lots;
    }

    private void jouer(String nom, Histoire imaginee, Particularite particularite, int auPlus, Semis.Graine graine) {
        ZoneId zone = horloge.zone();
        Histoire h = particularite.familiale() ? imaginee.avec(particularite.appliquer(imaginee.famille(),
                Hasard.de(graine.graine(), "particularite", nom), imaginee.reception().le(), imaginee.reception().le().atZone(zone).toLocalDate())) : imaginee;
        Instant limite = min(horloge.maintenant(), graine.ancre().plusDays(1).atStartOfDay(zone).toInstant());
        List<Recit.Acte> tous = new Recit(h, particularite, gestes, zone).jusqua(limite);
        List<Recit.Acte> actes = tous.subList(0, Math.min(auPlus, tous.size()));
        Semis.Marque marque = semis.marque(nom);
        long anciens = actes.stream().filter(a -> a.le().isBefore(limite.minus(RECENT))).count();
        UUID information = marque.informationId();
        int etape = marque.etape();
        if (etape < anciens) {
            information = jouerAnciens(nom, actes.subList(etape, (int) anciens), information, (int) anciens);
            etape = (int) anciens;
        }
        for (; etape < actes.size(); etape++) {
            information = jouerSeul(nom, actes.get(etape), information, etape + 1);
        }
        transaction.executeWithoutResult(s -> semis.fait(nom, 1));
    }

    /**
     * What is old enough not to be undone in one click goes in one transaction: the engine's timers, all of them in the past, see the
     * file where it stands today and remind of what is due now, not of each step on the way.
     */
    private UUID jouerAnciens(String nom, List<Recit.Acte> actes, UUID depuis, int etape) {
        return IdentiteCourante.en(Identite.systeme("demonstration"), () -> transaction.execute(s -> {
            UUID information = depuis;
            for (Recit.Acte acte : actes) {
                information = jouer(nom, acte, information);
            }
            semis.marquer(nom, etape, information);
            return information;
        }));
    }

    private UUID jouerSeul(String nom, Recit.Acte acte, UUID avant, int etape) {
        return acteurs.comme(acte.par(), acte.le(), () -> transaction.execute(s -> {
            UUID information = jouer(nom, acte, avant);
            semis.marquer(nom, etape, information);
            return information;
        }));
    }

    private UUID jouer(String nom, Recit.Acte acte, UUID information) {
        try {
            return acteurs.comme(acte.par(), acte.le(), () -> acte.geste().apply(information));
        } catch (Refus e) {
            throw new IllegalStateException("Dossier fictif " + nom + ", acte «\u00a0" + acte.nom() + "\u00a0» refusé\u00a0: " + e.erreurs(), e);
        } catch (Avertissements e) {
            throw new IllegalStateException("Dossier fictif " + nom + ", acte «\u00a0" + acte.nom() + "\u00a0» sans motif\u00a0: " + e.avertissements(), e);
        } catch (RuntimeException e) {
            throw new IllegalStateException("Dossier fictif " + nom + ", acte «\u00a0" + acte.nom() + "\u00a0» en échec", e);
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
