package fr.jalon.mesure.accueil.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.mesure.accueil.FamillesAccueil;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Foster families, by number. */
@RestController
@RequestMapping("/api/familles-accueil")
class FamilleAccueilController {

    record FamilleSaisie(@NotBlank(message = "Écrivez le numéro de la famille.") @Size(max = 40, message = "40 caractères au plus.") String reference,
            @NotBlank(message = "Choisissez l’unité.") String uniteId,
            @NotNull(message = "Indiquez le nombre de places de l’agrément.") @Min(value = 1, message = "Une place au moins.") @Max(value = 10, message = "Dix places au plus.") Integer agrement,
            @NotNull(message = "Indiquez depuis quand.") LocalDate du) {
    }

    record FamilleModifiee(
            @NotNull(message = "Indiquez le nombre de places de l’agrément.") @Min(value = 1, message = "Une place au moins.") @Max(value = 10, message = "Dix places au plus.") Integer agrement,
            LocalDate au) {
    }

    record FamilleCreee(UUID id) {
    }

    private final FamillesAccueil familles;

    FamilleAccueilController(FamillesAccueil familles) {
        this.familles = familles;
    }

    @GetMapping
    List<FamillesAccueil.FamilleVue> liste(@RequestParam(required = false) String q, @RequestParam(defaultValue = "true") boolean ouvertes) {
        return familles.liste(q, ouvertes);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FamilleCreee ajouter(@Valid @RequestBody FamilleSaisie s) {
        return new FamilleCreee(familles.ajouter(s.reference(), s.uniteId(), s.agrement(), s.du()));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void modifier(@PathVariable UUID id, @Valid @RequestBody FamilleModifiee s) {
        familles.modifier(id, s.agrement(), s.au());
    }
}
