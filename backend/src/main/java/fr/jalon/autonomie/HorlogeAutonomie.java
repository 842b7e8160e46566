package fr.jalon.autonomie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Echeances;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the due dates of a path equal to what its facts ask for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HorlogeAutonomie {

    private final Echeances echeances;
    private final CalendrierAutonomie calendrier;
    private final Horloge horloge;

    HorlogeAutonomie(Echeances echeances, CalendrierAutonomie calendrier, Horloge horloge) {
        this.echeances = echeances;
        this.calendrier = calendrier;
        this.horloge = horloge;
    }

    /** Sets, moves, meets or cancels what must be; called twice it changes nothing the second time. */
    void suivre(Autonomie a, Situation s) {
        echeances.accorder(Sujet.autonomie(a.id()), a.uniteId(), attendues(a, s), s.etat.ouvert() ? "ACTE" : "CLOTURE");
    }

    /** What {@link #suivre} would change; writes nothing. */
    List<Echeances.Ecart> verifier(Autonomie a, Situation s) {
        return echeances.verifier(Sujet.autonomie(a.id()), attendues(a, s));
    }

    private List<Attendue> attendues(Autonomie a, Situation s) {
        return DatesAutonomie.de(s, calendrier.de(a.id()), horloge.aujourdhui(), this::midi);
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(horloge.zone()).toInstant();
    }
}
