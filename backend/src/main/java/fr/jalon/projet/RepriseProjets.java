package fr.jalon.projet;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.echeance.RappelsAnterieurs;
import fr.jalon.processus.Processus;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings projets to life whose rows, acts, events, periods and sight were written in bulk: due dates, an instance of the model at the step
 * where their acts leave them, its task, those of its actions, and its watch.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RepriseProjets {

    private final Projets projets;
    private final LectureEnLot lots;
    private final HorlogeProjet dates;
    private final TachesDesActions actions;
    private final RappelsAnterieurs rappels;
    private final Processus processus;

    RepriseProjets(Projets projets, LectureEnLot lots, HorlogeProjet dates, TachesDesActions actions, RappelsAnterieurs rappels, Processus processus) {
        this.projets = projets;
        this.lots = lots;
        this.dates = dates;
        this.actions = actions;
        this.rappels = rappels;
        this.processus = processus;
    }

    public void reprendre(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (LectureEnLot.Lu lu : lots.lire(projets.findAllByIdIn(ids))) {
            Projet p = lu.projet();
            if (p.etape() != null) {
                // Before the engine moves: the task it opens then knows its date, and the watch when to wake.
                dates.suivre(lu);
                rappels.taire(Sujet.projet(p.id()));
                processus.ouvrirA(Sujet.projet(p.id()), ActesProjet.CLE, p.etape(), Map.of());
                if (lu.actions().stream().anyMatch(a -> a.finie() == null)) {
                    actions.accorder(p);
                }
            }
        }
    }
}
