package fr.jalon.releve;

import java.util.List;
import java.util.Map;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;

/** The period of a record that lasts, equal to its line: called after every act, it writes what changed alone. */
@Component
class PeriodesReleve {

    private final Periodes periodes;

    PeriodesReleve(Periodes periodes) {
        this.periodes = periodes;
    }

    /** @return how many versions were closed or written */
    int suivre(GenreReleve genre, Releve r) {
        return genre.dure() ? periodes.accorder(genre.genre(), Sujet.releve(r.id()), r.enfantId(), attendues(genre, r)) : 0;
    }

    static List<List<Periodes.Segment>> attendues(GenreReleve genre, Releve r) {
        return !genre.dure() || !r.vivant() ? List.of()
                : List.of(List.of(new Periodes.Segment(r.uniteId(), Map.copyOf(r.champs()), r.du(), r.au())));
    }
}
