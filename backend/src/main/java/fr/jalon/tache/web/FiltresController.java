package fr.jalon.tache.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.tache.FiltresEnregistres;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** My saved filters. */
@RestController
@RequestMapping("/api/filtres")
class FiltresController {

    record FiltreSaisi(@NotBlank(message = "Donnez un nom à ce filtre.") @Size(max = 60, message = "Écrivez au plus 60 caractères.") String nom,
            @NotNull(message = "Choisissez ce que le filtre retient.") FiltresEnregistres.CriteresEnregistres criteres) {
    }

    private final FiltresEnregistres filtres;

    FiltresController(FiltresEnregistres filtres) {
        this.filtres = filtres;
    }

    @GetMapping
    List<FiltresEnregistres.FiltreEnregistre> miens() {
        return filtres.miens();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FiltresEnregistres.FiltreEnregistre creer(@Valid @RequestBody FiltreSaisi f) {
        return filtres.creer(f.nom(), f.criteres());
    }

    @PutMapping("/{id}")
    FiltresEnregistres.FiltreEnregistre modifier(@PathVariable UUID id, @Valid @RequestBody FiltreSaisi f) {
        return filtres.modifier(id, f.nom(), f.criteres());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void supprimer(@PathVariable UUID id) {
        filtres.supprimer(id);
    }
}
