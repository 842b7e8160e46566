package fr.jalon.schema.web;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.schema.EtatFiche;
import fr.jalon.schema.SuiviSchema;
import fr.jalon.schema.SuiviSchema.PageSchema;
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

/** The follow-up of the schéma: its fiches, their calendar and their steps. */
@RestController
@RequestMapping("/api/schema")
class SchemaController {

    record EtapeNotee(@NotNull Long version, EtatFiche etat, LocalDate le, @Size(max = 2000, message = "2\u00a0000 caractères au plus.") String texte) {
    }

    record EtapeAnnulee(@NotNull Long version, @Size(max = 1000, message = "1\u00a0000 caractères au plus.") String motif) {
    }

    private final SuiviSchema suivi;

    SchemaController(SuiviSchema suivi) {
        this.suivi = suivi;
    }

    @GetMapping
    PageSchema suiviDuSchema() {
        return suivi.lire();
    }

    @PostMapping("/fiches/{numero}/etapes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noterEtapeSchema(@PathVariable int numero, @Valid @RequestBody EtapeNotee d) {
        suivi.noter(numero, d.version(), d.etat(), d.le(), d.texte());
    }

    @PostMapping("/fiches/{numero}/etapes/{etape}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerEtapeSchema(@PathVariable int numero, @PathVariable UUID etape, @Valid @RequestBody EtapeAnnulee d) {
        suivi.annuler(numero, etape, d.version(), d.motif());
    }
}
