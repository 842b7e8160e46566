package fr.jalon.habilitation.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.habilitation.RevueComptes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The periodic review of accounts. */
@RestController
@RequestMapping("/api/comptes/revue")
class RevueComptesController {

    record DecisionDeRevue(@NotEmpty(message = "Choisissez au moins un compte.") @Size(max = 200, message = "Choisissez au plus 200 comptes à la fois.") List<UUID> ids,
            @NotNull(message = "Choisissez : maintenir, retirer ou rétablir.") RevueComptes.Decision decision,
            @Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }

    private final RevueComptes revue;

    RevueComptesController(RevueComptes revue) {
        this.revue = revue;
    }

    @GetMapping
    RevueComptes.Revue revueDesComptes() {
        return revue.revue();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deciderDesComptes(@Valid @RequestBody DecisionDeRevue d) {
        revue.decider(d.ids(), d.decision(), d.motif());
    }
}
