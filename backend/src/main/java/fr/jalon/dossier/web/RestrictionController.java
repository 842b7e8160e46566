package fr.jalon.dossier.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.dossier.Restrictions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Named holders of a child's file. */
@RestController
@RequestMapping("/api/enfants/{id}/restriction")
class RestrictionController {

    record RestrictionSaisie(@NotNull Long version, boolean restreint, List<UUID> designes,
            @Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }

    private final Restrictions restrictions;

    RestrictionController(Restrictions restrictions) {
        this.restrictions = restrictions;
    }

    @GetMapping("/designables")
    List<Restrictions.Designable> designables(@PathVariable UUID id) {
        return restrictions.designables(id);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void poser(@PathVariable UUID id, @Valid @RequestBody RestrictionSaisie d) {
        if (d.restreint()) {
            restrictions.restreindre(id, d.version(), d.designes(), d.motif());
        } else {
            restrictions.lever(id, d.version(), d.motif());
        }
    }
}
