package fr.jalon.processus;

import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;

import fr.jalon.commun.Sujet;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The one watch timer of a process: where it stands, and how it moves when a date moves. */
@Component
class Minuterie {

    /** Element id of the watch timer, the same in every model. */
    static final String ELEMENT = "veille-timer";

    /** Nothing to watch: the timer sleeps until a date is set. A timer without date would be an error of the engine. */
    static final Instant JAMAIS = Instant.parse("2999-12-31T00:00:00Z");

    private final ManagementService gestion;
    private final Supplier<Veille> veille;

    Minuterie(ManagementService gestion, ObjectProvider<Veille> veille) {
        this.gestion = gestion;
        this.veille = SingletonSupplier.of(veille::getIfAvailable);
    }

    Instant prochaine(Sujet sujet) {
        Veille presente = veille.get();
        return presente == null ? JAMAIS : presente.prochaineAlerte(sujet).orElse(JAMAIS);
    }

    void replanifier(String instanceId, Sujet sujet) {
        if (VeilleDuMoteur.enRappel()) {
            // The timer is firing: it re-arms by itself once the reminder is recorded.
            return;
        }
        Job minuterie = gestion.createJobQuery().processInstanceId(instanceId).activityId(ELEMENT).singleResult();
        if (minuterie == null) {
            return;
        }
        Date prochaine = Date.from(prochaine(sujet));
        if (!prochaine.equals(minuterie.getDuedate())) {
            gestion.setJobDuedate(minuterie.getId(), prochaine);
        }
    }
}
