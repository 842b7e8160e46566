package fr.jalon.autonomie;

import java.util.Collection;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.echeance.RappelsAnterieurs;
import fr.jalon.tache.Taches;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings to life paths whose rows, acts, events, periods, calendar and sight were written in bulk: due dates, an instance of the model at the
 * step where the facts leave them, its tasks and its watch.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RepriseAutonomies {

    private final Autonomies autonomies;
    private final ActesAutonomie actes;
    private final HorlogeAutonomie dates;
    private final RappelsAnterieurs rappels;
    private final CheminAutonomie chemin;
    private final CalendrierAutonomie calendrier;
    private final Taches taches;
    private final EntityManager entites;

    RepriseAutonomies(Autonomies autonomies, ActesAutonomie actes, HorlogeAutonomie dates, RappelsAnterieurs rappels, CheminAutonomie chemin,
            CalendrierAutonomie calendrier, Taches taches, EntityManager entites) {
        this.entites = entites;
        this.autonomies = autonomies;
        this.actes = actes;
        this.dates = dates;
        this.rappels = rappels;
        this.chemin = chemin;
        this.calendrier = calendrier;
        this.taches = taches;
    }

    public void reprendre(Collection<UUID> ids) {
        for (Autonomie a : autonomies.findAllById(ids)) {
            Situation s = actes.situation(a);
            // Written for a day that may be past: the row and the calendar are those of today.
            a.adopter(s);
            entites.flush();
            calendrier.suivre(a, s);
            Sujet sujet = Sujet.autonomie(a.id());
            // Before the engine moves: the tasks it opens then know their dates, and the watch when to wake.
            dates.suivre(a, s);
            rappels.taire(sujet);
            chemin.suivre(a, sujet, null, s);
            calendrier.lancer(a, sujet);
            taches.suivre(sujet);
        }
    }
}
