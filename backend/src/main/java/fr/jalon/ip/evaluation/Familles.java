package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;

import org.springframework.stereotype.Component;

/** Reads the family of an evaluation in a fixed number of queries. */
@Component("famillesEvaluees")
class Familles {

    private final MineursConcernes mineurs;
    private final Dossiers dossiers;
    private final Horloge horloge;

    Familles(MineursConcernes mineurs, Dossiers dossiers, Horloge horloge) {
        this.mineurs = mineurs;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    FamilleEvaluee de(UUID ipId) {
        LocalDate aujourdhui = horloge.aujourdhui();
        List<MineurConcerne> presents = mineurs.findByIpIdOrderByOrdre(ipId).stream().filter(m -> !m.retire()).toList();
        List<UUID> enfants = presents.stream().map(MineurConcerne::enfantId).toList();
        if (enfants.isEmpty()) {
            return new FamilleEvaluee(List.of(), java.util.Map.of(), List.of(), List.of());
        }
        Set<UUID> identites = new LinkedHashSet<>(enfants);
        identites.addAll(dossiers.canoniques(enfants).values());
        return new FamilleEvaluee(presents, dossiers.nomsDe(enfants),
                dossiers.titulaires(identites).stream().filter(t -> t.au() == null || !t.au().isBefore(aujourdhui)).toList(),
                new ArrayList<>(dossiers.foyers(identites).stream().filter(f -> f.actuel(aujourdhui)).toList()));
    }
}
