package fr.jalon.dossier.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.dossier.EffetsFusion;
import fr.jalon.dossier.Fusions;
import fr.jalon.dossier.ListeDoublons;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files that may be one child, and uniting them: effects shown first, a reason asked, undone when it was wrong. */
@RestController
@RequestMapping("/api")
class ReunionController {

    record ReunionSaisie(@NotNull Long version, @NotNull(message = "Choisissez l’autre dossier.") UUID absorbe, @NotNull Long versionAbsorbe,
            @Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }

    record ReunionFaite(UUID id) {
    }

    record SeparationSaisie(@Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif, Map<String, String> motifs) {
    }

    record DoublonEcarte(@NotNull UUID a, @NotNull UUID b, @Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }

    private final Fusions fusions;
    private final ListeDoublons doublons;

    ReunionController(Fusions fusions, ListeDoublons doublons) {
        this.fusions = fusions;
        this.doublons = doublons;
    }

    @GetMapping("/doublons")
    ListeDoublons.PageDoublons doublons() {
        return doublons.page();
    }

    @PostMapping("/doublons/ecarter")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ecarter(@Valid @RequestBody DoublonEcarte d) {
        doublons.ecarter(d.a(), d.b(), d.motif());
    }

    /** What would change if {@code absorbe} were united to {@code conserve}. */
    @GetMapping("/enfants/{conserve}/reunions/effets/{absorbe}")
    List<EffetsFusion.Effet> effets(@PathVariable UUID conserve, @PathVariable UUID absorbe) {
        return fusions.effets(conserve, absorbe);
    }

    @PostMapping("/enfants/{conserve}/reunions")
    @ResponseStatus(HttpStatus.CREATED)
    ReunionFaite reunir(@PathVariable UUID conserve, @Valid @RequestBody ReunionSaisie d) {
        return new ReunionFaite(fusions.reunir(conserve, d.version(), d.absorbe(), d.versionAbsorbe(), d.motif()));
    }

    @PostMapping("/reunions/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void separer(@PathVariable UUID id, @Valid @RequestBody SeparationSaisie d) {
        fusions.separer(id, d.motif(), d.motifs());
    }
}
