package fr.jalon.contrat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.indicateur.LigneDocument;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fiches of the documents: who types in each, and what it tells of a year. */
@Service
public class FichesContrat {

    /** @param saisissable the person types in it @param recit null while nothing is told */
    public record FicheContrat(String fiche, String intitule, int lignes, boolean saisissable, List<DroitsContrat.Responsable> responsables, Recits.RecitFiche recit) {
    }

    private final LecturesContrat lectures;
    private final DroitsContrat droits;
    private final Recits recits;

    FichesContrat(LecturesContrat lectures, DroitsContrat droits, Recits recits) {
        this.lectures = lectures;
        this.droits = droits;
        this.recits = recits;
    }

    @Transactional(readOnly = true)
    public List<FicheContrat> de(int annee) {
        Set<String> lisibles = droits.lisibles();
        Map<String, List<LigneDocument>> parFiche = parFiche();
        Set<String> miennes = droits.saisissables(parFiche.keySet());
        Map<String, List<DroitsContrat.Responsable>> responsables = droits.responsables();
        Map<String, Recits.RecitFiche> contes = recits.de(annee);
        return parFiche.entrySet().stream().filter(e -> lisibles == null || lisibles.contains(e.getKey())).map(e -> new FicheContrat(e.getKey(),
                e.getValue().get(0).intituleFiche(), e.getValue().size(), miennes.contains(e.getKey()), responsables.getOrDefault(e.getKey(), List.of()),
                contes.get(e.getKey()))).toList();
    }

    @Transactional
    public void confier(String fiche, Set<UUID> personnes) {
        droits.confier(fiche, personnes, parFiche().keySet());
    }

    private Map<String, List<LigneDocument>> parFiche() {
        Map<String, List<LigneDocument>> parFiche = new LinkedHashMap<>();
        lectures.lignes().forEach(l -> parFiche.computeIfAbsent(l.fiche(), f -> new java.util.ArrayList<>()).add(l));
        return parFiche;
    }
}
