package fr.jalon.projet.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.ip.decision.Delegations.Signataire;
import fr.jalon.projet.EtablissementProjet;
import fr.jalon.projet.EtablissementProjet.PointAVoir;
import fr.jalon.projet.EtatProjet;
import fr.jalon.projet.LectureProjet;
import fr.jalon.projet.ListeProjets;
import fr.jalon.projet.ListeProjets.PageDeProjets;
import fr.jalon.projet.PageProjet;
import fr.jalon.projet.PreparationProjet;
import fr.jalon.projet.PreparationProjet.ReferentNommable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projets: the list, the page, and what its forms propose. */
@RestController
@RequestMapping("/api/projets")
class ProjetController {

    /** @param id of the projet of a child, or null when none is open to whoever reads */
    record ProjetDeLEnfant(UUID id) {
    }

    private final LectureProjet lecture;
    private final ListeProjets liste;
    private final PreparationProjet preparation;
    private final EtablissementProjet etablissement;

    ProjetController(LectureProjet lecture, ListeProjets liste, PreparationProjet preparation, EtablissementProjet etablissement) {
        this.lecture = lecture;
        this.liste = liste;
        this.preparation = preparation;
        this.etablissement = etablissement;
    }

    @GetMapping
    PageDeProjets listerProjets(@RequestParam(required = false) String numero, @RequestParam(required = false) EtatProjet etat,
            @RequestParam(required = false) String unite, @RequestParam(required = false) UUID referent, @RequestParam(required = false) UUID enfant,
            @RequestParam(defaultValue = "false") boolean ouverts, @RequestParam(required = false) String apres,
            @RequestParam(defaultValue = "50") int taille) {
        return liste.page(new ListeProjets.CriteresProjets(numero, etat, unite, referent, enfant, ouverts), apres, taille);
    }

    @GetMapping("/de-l-enfant/{enfant}")
    ProjetDeLEnfant projetDeLEnfant(@PathVariable UUID enfant) {
        return new ProjetDeLEnfant(lecture.deLEnfant(enfant).orElse(null));
    }

    @GetMapping("/{id}")
    PageProjet projet(@PathVariable UUID id) {
        return lecture.ouvrir(id);
    }

    @GetMapping("/{id}/referents")
    List<ReferentNommable> referentsNommables(@PathVariable UUID id) {
        return preparation.referents(id);
    }

    @GetMapping("/{id}/signataires")
    List<Signataire> signatairesDuProjet(@PathVariable UUID id, @RequestParam(required = false) LocalDate le) {
        return preparation.signataires(id, le);
    }

    /** What would be warned of if it were established now. */
    @GetMapping("/{id}/points")
    List<PointAVoir> pointsAVoir(@PathVariable UUID id) {
        return etablissement.aVoir(id);
    }
}
