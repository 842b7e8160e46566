package fr.jalon.projet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.dossier.Naissance;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Periodes.Segment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the periods of a projet equal to what its acts and the measures say; writes what changed alone. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeriodesProjet {

    private final Periodes periodes;
    private final HorlogeProjet dates;

    PeriodesProjet(Periodes periodes, HorlogeProjet dates) {
        this.periodes = periodes;
        this.dates = dates;
    }

    /** @return how many versions were closed or written */
    int suivre(Projet p, List<ActeProjet> actes, CoursDesMesures cours, Naissance naissance) {
        int ecrites = 0;
        for (Map.Entry<String, List<List<Segment>>> e : attendues(p, actes, cours, naissance).entrySet()) {
            ecrites += periodes.accorder(e.getKey(), Sujet.projet(p.id()), p.enfantId(), e.getValue());
        }
        return ecrites;
    }

    /** Kinds whose periods are not what the acts say; writes nothing. */
    List<String> ecarts(Projet p, List<ActeProjet> actes, CoursDesMesures cours, Naissance naissance, List<Periodes.Periode> connues) {
        List<String> differents = new ArrayList<>();
        attendues(p, actes, cours, naissance).forEach((genre, attendues) -> {
            Map<UUID, List<Segment>> ecrites = new LinkedHashMap<>();
            connues.stream().filter(x -> x.genre().equals(genre)).forEach(x -> ecrites.computeIfAbsent(x.periodeId(), k -> new ArrayList<>())
                    .add(new Segment(x.uniteId(), x.dimensions(), x.debut(), x.fin())));
            if (!List.copyOf(ecrites.values()).equals(attendues)) {
                differents.add(genre);
            }
        });
        return differents;
    }

    private Map<String, List<List<Segment>>> attendues(Projet p, List<ActeProjet> actes, CoursDesMesures cours, Naissance naissance) {
        return DerouleProjet.periodes(actes, cours, p.uniteId(), le -> dates.revisionLe(naissance, le));
    }
}
