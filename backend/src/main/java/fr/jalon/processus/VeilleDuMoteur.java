package fr.jalon.processus;

import java.util.Date;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The bean the models call by the name {@code veille}; it reads the subject of the execution and nothing else. */
@Component("veille")
public class VeilleDuMoteur {

    static final Identite MOTEUR = Identite.systeme("moteur");

    private static final ThreadLocal<Boolean> EN_RAPPEL = ThreadLocal.withInitial(() -> false);

    private final Minuterie minuterie;
    private final ObjectProvider<Veille> veille;

    VeilleDuMoteur(Minuterie minuterie, ObjectProvider<Veille> veille) {
        this.minuterie = minuterie;
        this.veille = veille;
    }

    /** Date of the next alert, for the timer of the model. */
    public Date prochaine(DelegateExecution execution) {
        return Date.from(minuterie.prochaine(sujet(execution)));
    }

    /** What is due is recorded and told, as the engine and not as whoever's act made the thread run. */
    public void rappeler(DelegateExecution execution) {
        Veille presente = veille.getIfAvailable();
        if (presente == null) {
            return;
        }
        Sujet sujet = sujet(execution);
        EN_RAPPEL.set(true);
        try {
            IdentiteCourante.en(MOTEUR, () -> {
                presente.rappeler(sujet);
                return null;
            });
        } finally {
            EN_RAPPEL.remove();
        }
    }

    static boolean enRappel() {
        return EN_RAPPEL.get();
    }

    static Sujet sujet(DelegateExecution execution) {
        return new Sujet(TypeSujet.valueOf((String) execution.getVariable(Processus.SUJET_TYPE)),
                UUID.fromString((String) execution.getVariable(Processus.SUJET_ID)));
    }
}
