package fr.jalon.tache.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.tache.FaitsTaches;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds what: « je prends », « je remets à l’équipe », assign one or many, read. */
@RestController
@RequestMapping("/api/taches")
class FaitsTachesController {

    record AffectationTache(@NotNull(message = "Choisissez une personne.") UUID utilisateurId) {
    }

    record AffectationTaches(@NotEmpty(message = "Choisissez au moins une tâche.") @Size(max = 200, message = "Affectez au plus 200 tâches à la fois.") List<String> ids,
            @NotNull(message = "Choisissez une personne.") UUID utilisateurId) {
    }

    record TachesChoisies(@NotEmpty(message = "Choisissez au moins une tâche.") @Size(max = 200, message = "Choisissez au plus 200 tâches à la fois.") List<String> ids) {
    }

    private final FaitsTaches faits;

    FaitsTachesController(FaitsTaches faits) {
        this.faits = faits;
    }

    @PostMapping("/{id}/prendre")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prendre(@PathVariable String id) {
        faits.prendre(id);
    }

    @PostMapping("/{id}/remettre")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remettre(@PathVariable String id) {
        faits.remettre(id);
    }

    @PostMapping("/{id}/affecter")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void affecter(@PathVariable String id, @Valid @RequestBody AffectationTache a) {
        faits.affecter(List.of(id), a.utilisateurId());
    }

    /** All or none. */
    @PostMapping("/affectation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void affecterEnLot(@Valid @RequestBody AffectationTaches a) {
        faits.affecter(a.ids(), a.utilisateurId());
    }

    /** Who may hold every one of these tasks; a POST that changes nothing, for the length of the list. */
    @PostMapping("/affectables")
    List<FaitsTaches.Affectable> affectables(@Valid @RequestBody TachesChoisies t) {
        return faits.affectables(t.ids());
    }

    @PostMapping("/{id}/lue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lue(@PathVariable String id) {
        faits.lue(id);
    }
}
