package fr.jalon.chemin.web;

import java.util.UUID;

import fr.jalon.chemin.Chemins;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The drawing of any file whose path runs on a model. */
@RestController
class CheminController {

    private final Chemins chemins;

    CheminController(Chemins chemins) {
        this.chemins = chemins;
    }

    @GetMapping("/api/dessins/{type}/{id}")
    Chemins.Chemin dessin(@PathVariable TypeSujet type, @PathVariable UUID id) {
        return chemins.de(new Sujet(type, id));
    }
}
