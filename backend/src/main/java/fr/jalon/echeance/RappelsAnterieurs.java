package fr.jalon.echeance;

import java.time.Duration;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For files that come in with their past: people are not reminded on the first day of all they were reminded of elsewhere. */
@Component
public class RappelsAnterieurs {

    private static final Duration RECENT = Duration.ofHours(36);

    /** Asked when needed: whoever puts another watch in place of ours has no reminders to silence. */
    private final ObjectProvider<Veilleur> veilleur;
    private final Horloge horloge;

    RappelsAnterieurs(ObjectProvider<Veilleur> veilleur, Horloge horloge) {
        this.veilleur = veilleur;
        this.horloge = horloge;
    }

    /** Called once the due dates are set and before the watch is. What was due in the last day and a half is still told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taire(Sujet sujet) {
        veilleur.getObject().taire(sujet, horloge.maintenant().minus(RECENT));
    }
}
