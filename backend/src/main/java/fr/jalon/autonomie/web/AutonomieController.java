package fr.jalon.autonomie.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.autonomie.LectureAutonomie;
import fr.jalon.autonomie.ListeJeunes;
import fr.jalon.autonomie.ListeJeunes.FigureJeunes;
import fr.jalon.autonomie.ListeJeunes.PageJeunes;
import fr.jalon.autonomie.PageAutonomie;
import fr.jalon.autonomie.PreparationAutonomie;
import fr.jalon.autonomie.PreparationAutonomie.ChoixDesFormulaires;
import fr.jalon.autonomie.VueJeunes;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Young people toward autonomy: the lists and their figures, the page, the drawing, what the forms choose from. */
@RestController
@RequestMapping("/api/autonomies")
class AutonomieController {

    /** @param id of the child's path, or null when there is none in sight */
    record ParcoursDeLEnfant(UUID id) {
    }

    private final LectureAutonomie lecture;
    private final ListeJeunes listes;
    private final PreparationAutonomie preparation;

    AutonomieController(LectureAutonomie lecture, ListeJeunes listes, PreparationAutonomie preparation) {
        this.lecture = lecture;
        this.listes = listes;
        this.preparation = preparation;
    }

    @GetMapping
    PageJeunes listerJeunes(@RequestParam VueJeunes vue, @RequestParam(required = false) String unite, @RequestParam(required = false) Boolean mna,
            @RequestParam(required = false) String apres, @RequestParam(defaultValue = "50") int taille) {
        return listes.page(vue, unite, mna, apres, taille);
    }

    @GetMapping("/figures")
    List<FigureJeunes> figuresJeunes(@RequestParam(required = false) String unite, @RequestParam(required = false) Boolean mna) {
        return listes.figures(unite, mna);
    }

    @GetMapping("/choix")
    ChoixDesFormulaires choixAutonomie() {
        return preparation.choix();
    }

    @GetMapping("/enfants/{enfantId}")
    ParcoursDeLEnfant parcoursDeLEnfant(@PathVariable UUID enfantId) {
        return new ParcoursDeLEnfant(lecture.deLEnfant(enfantId).orElse(null));
    }

    @GetMapping("/{id}")
    PageAutonomie autonomie(@PathVariable UUID id) {
        return lecture.ouvrir(id);
    }
}
