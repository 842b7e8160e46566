package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Echeances;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the due dates of a measure equal to what its acts ask for: the term and its evaluation, the situation reports, the hours or days of
 * an emergency reception, and the limits of the court, which are shown and are never the département's lateness.
 */
@Component
public class HorlogeMesure {

    private final Echeances echeances;
    private final ActesEnBase actes;
    private final Dossiers dossiers;
    private final ObjectProvider<AttentesMesure> attentes;
    private final Horloge horloge;

    HorlogeMesure(Echeances echeances, ActesEnBase actes, Dossiers dossiers, ObjectProvider<AttentesMesure> attentes, Horloge horloge) {
        this.echeances = echeances;
        this.actes = actes;
        this.dossiers = dossiers;
        this.attentes = attentes;
        this.horloge = horloge;
    }

    /** Sets, moves, meets or cancels what must be; called twice it changes nothing the second time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suivre(Mesure m) {
        echeances.accorder(Sujet.mesure(m.id()), m.uniteId(), attendues(m, actes.de(m.id())), m.etat().ouverte() ? "ACTE" : "FIN_" + m.etat());
    }

    /** What {@link #suivre} would change: empty when every due date equals its source. Writes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Echeances.Ecart> verifier(Mesure m) {
        return echeances.verifier(Sujet.mesure(m.id()), attendues(m, actes.de(m.id())));
    }

    private List<Attendue> attendues(Mesure m, List<Acte> sesActes) {
        NomEnfant enfant = dossiers.nomsDe(List.of(m.enfantId())).get(m.enfantId());
        List<Attendue> attendues = new ArrayList<>(DatesMesure.de(sesActes, enfant == null ? Naissance.inconnue() : enfant.naissance(),
                this::midi, horloge.zone()));
        if (m.etat() != EtatMesure.ANNULEE) {
            attentes.forEach(a -> attendues.addAll(a.de(m)));
        }
        return attendues;
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(horloge.zone()).toInstant();
    }
}
