package fr.jalon.mesure;

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
 * Brings measures to life whose rows, acts, events, periods and sight were written in bulk: due dates, an instance of the model at the step
 * where their acts leave them, its task and its watch.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RepriseMesures {

    private final Mesures mesures;
    private final HorlogeMesure dates;
    private final RappelsAnterieurs rappels;
    private final Processus processus;

    RepriseMesures(Mesures mesures, HorlogeMesure dates, RappelsAnterieurs rappels, Processus processus) {
        this.mesures = mesures;
        this.dates = dates;
        this.rappels = rappels;
        this.processus = processus;
    }

    public void reprendre(Collection<UUID> ids) {
        for (Mesure m : mesures.findAllByIdIn(ids)) {
            if (m.etape() != null) {
                // Before the engine moves: the task it opens then knows its date, and the watch when to wake.
                dates.suivre(m);
                rappels.taire(Sujet.mesure(m.id()));
                processus.ouvrirA(Sujet.mesure(m.id()), ActesMesure.CLE, m.etape(), Map.of("exercice", m.exercice(), "demarree",
                        m.demarreeLe() == null ? "NON" : "OUI"));
            }
        }
    }
}
