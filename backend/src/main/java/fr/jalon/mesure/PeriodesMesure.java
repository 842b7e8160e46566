package fr.jalon.mesure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Periodes.Segment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the periods of a measure equal to what its acts say: every act calls it, and it writes what changed alone. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PeriodesMesure {

    private final Periodes periodes;
    private final ActesEnBase actes;

    PeriodesMesure(Periodes periodes, ActesEnBase actes) {
        this.periodes = periodes;
        this.actes = actes;
    }

    /** @return how many versions were closed or written */
    public int suivre(Mesure m) {
        return suivre(m, actes.de(m.id()));
    }

    int suivre(Mesure m, List<Acte> sesActes) {
        Sujet sujet = Sujet.mesure(m.id());
        int ecrites = 0;
        for (Map.Entry<String, List<List<Segment>>> e : Deroule.periodes(Situation.toutes(sesActes)).entrySet()) {
            ecrites += periodes.accorder(e.getKey(), sujet, m.enfantId(), e.getValue());
        }
        return ecrites;
    }

    /** Kinds whose periods are not what the acts say; writes nothing. */
    List<String> ecarts(Mesure m, List<Acte> sesActes, List<Periodes.Periode> connues) {
        List<String> differents = new ArrayList<>();
        Deroule.periodes(Situation.toutes(sesActes)).forEach((genre, attendues) -> {
            Map<UUID, List<Segment>> ecrites = new LinkedHashMap<>();
            connues.stream().filter(p -> p.genre().equals(genre)).forEach(p -> ecrites.computeIfAbsent(p.periodeId(), k -> new ArrayList<>())
                    .add(new Segment(p.uniteId(), p.dimensions(), p.debut(), p.fin())));
            boolean memeEnfant = connues.stream().filter(p -> p.genre().equals(genre)).allMatch(p -> m.enfantId().equals(p.enfantId()));
            if (!memeEnfant || !List.copyOf(ecrites.values()).equals(attendues)) {
                differents.add(genre);
            }
        });
        return differents;
    }
}
