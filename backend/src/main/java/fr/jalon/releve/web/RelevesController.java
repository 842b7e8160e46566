package fr.jalon.releve.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import fr.jalon.releve.GestionReleves;
import fr.jalon.releve.LectureReleves;
import fr.jalon.releve.LectureReleves.RelevesDeLEnfant;
import fr.jalon.releve.LectureReleves.ReunionsDesUnites;
import fr.jalon.releve.SaisieReleve;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Light records: those of a child, and the sittings of units. */
@RestController
@RequestMapping("/api")
class RelevesController {

    record ReleveSaisi(Long version, String unite, String code, LocalDate du, LocalDate au, Map<String, String> champs,
            @Size(max = 1000, message = "1\u00a0000 caractères au plus.") String texte, Map<String, String> motifs) {

        SaisieReleve saisie() {
            return new SaisieReleve(code, du, au, champs, texte, motifs);
        }
    }

    record FinDeReleve(@NotNull Long version, LocalDate au) {
    }

    record AnnulationDeReleve(@NotNull Long version, @Size(max = 1000, message = "1\u00a0000 caractères au plus.") String motif) {
    }

    record ReleveNote(UUID id) {
    }

    private final LectureReleves lecture;
    private final GestionReleves gestion;

    RelevesController(LectureReleves lecture, GestionReleves gestion) {
        this.lecture = lecture;
        this.gestion = gestion;
    }

    @GetMapping("/enfants/{enfantId}/releves")
    RelevesDeLEnfant relevesDeLEnfant(@PathVariable UUID enfantId) {
        return lecture.deLEnfant(enfantId);
    }

    @PostMapping("/enfants/{enfantId}/releves")
    @ResponseStatus(HttpStatus.CREATED)
    ReleveNote noterReleve(@PathVariable UUID enfantId, @Valid @RequestBody ReleveSaisi d) {
        return new ReleveNote(gestion.noter(enfantId, d.saisie()));
    }

    @GetMapping("/releves/reunions")
    ReunionsDesUnites reunionsDesUnites() {
        return lecture.reunions();
    }

    @PostMapping("/releves/reunions")
    @ResponseStatus(HttpStatus.CREATED)
    ReleveNote noterReunion(@Valid @RequestBody ReleveSaisi d) {
        return new ReleveNote(gestion.noterReunion(d.unite(), d.saisie()));
    }

    @PutMapping("/releves/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void corrigerReleve(@PathVariable UUID id, @Valid @RequestBody ReleveSaisi d) {
        gestion.corriger(id, d.version(), d.saisie());
    }

    @PostMapping("/releves/{id}/fin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finirReleve(@PathVariable UUID id, @Valid @RequestBody FinDeReleve d) {
        gestion.finir(id, d.version(), d.au());
    }

    @PostMapping("/releves/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerReleve(@PathVariable UUID id, @Valid @RequestBody AnnulationDeReleve d) {
        gestion.annuler(id, d.version(), d.motif());
    }
}
