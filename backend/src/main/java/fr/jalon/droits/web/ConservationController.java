package fr.jalon.droits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.droits.DossiersEchus;
import fr.jalon.droits.Eliminations;
import fr.jalon.droits.ExecutionElimination;
import fr.jalon.droits.RegleConservation;
import fr.jalon.droits.TableConservation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The retention table, the files whose time is over, and their elimination. */
@RestController
@RequestMapping("/api/conservation")
class ConservationController {

    private static final String LONG = "Écrivez au plus 2000 caractères.";

    record EditionConservation(@NotNull UUID versionId, RegleConservation.Depart depart, String duree, RegleConservation.SortFinal sortFinal,
            @Size(max = 2000, message = LONG) String reference, boolean aValider, LocalDate du, @Size(max = 2000, message = LONG) String motif) {
    }

    record ChoixDElimination(List<UUID> enfants) {
    }

    record EliminationOuverte(UUID id) {
    }

    record VisaDesArchives(@NotNull Long version, boolean accorde, @Size(max = 200, message = "Écrivez au plus 200 caractères.") String par, LocalDate le,
            @Size(max = 200, message = "Écrivez au plus 200 caractères.") String reference, LocalDate versementLe,
            @Size(max = 200, message = "Écrivez au plus 200 caractères.") String versementReference, @Size(max = 2000, message = LONG) String motif) {
    }

    record AbandonDElimination(@NotNull Long version, @Size(max = 2000, message = LONG) String motif) {
    }

    record ExecutionDElimination(@NotNull Long version) {
    }

    private final TableConservation table;
    private final DossiersEchus echus;
    private final Eliminations eliminations;
    private final ExecutionElimination execution;

    ConservationController(TableConservation table, DossiersEchus echus, Eliminations eliminations, ExecutionElimination execution) {
        this.table = table;
        this.echus = echus;
        this.eliminations = eliminations;
        this.execution = execution;
    }

    @GetMapping("/regles")
    List<TableConservation.RegleVue> durees() {
        return table.lister();
    }

    @PostMapping("/regles/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void editer(@PathVariable String code, @Valid @RequestBody EditionConservation e) {
        table.editer(code, new TableConservation.Edition(e.versionId(), e.depart(), e.duree(), e.sortFinal(), e.reference(), e.aValider(), e.du(), e.motif()));
    }

    @GetMapping("/echus")
    DossiersEchus.PageEchus echus(@RequestParam(required = false) UUID apres) {
        return echus.chercher(apres);
    }

    @GetMapping("/eliminations")
    List<Eliminations.EliminationVue> eliminations() {
        return eliminations.lister();
    }

    @PostMapping("/eliminations")
    @ResponseStatus(HttpStatus.CREATED)
    EliminationOuverte proposer(@Valid @RequestBody ChoixDElimination c) {
        return new EliminationOuverte(eliminations.proposer(c.enfants()));
    }

    @GetMapping("/eliminations/{id}")
    Eliminations.EliminationVue elimination(@PathVariable UUID id) {
        return eliminations.lire(id);
    }

    @PostMapping("/eliminations/{id}/visa")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void viser(@PathVariable UUID id, @Valid @RequestBody VisaDesArchives v) {
        eliminations.viser(id, v.version(), new Eliminations.Visa(v.accorde(), v.par(), v.le(), v.reference(), v.versementLe(), v.versementReference(), v.motif()));
    }

    @PostMapping("/eliminations/{id}/abandon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandonner(@PathVariable UUID id, @Valid @RequestBody AbandonDElimination a) {
        eliminations.abandonner(id, a.version(), a.motif());
    }

    @PostMapping("/eliminations/{id}/execution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void executer(@PathVariable UUID id, @Valid @RequestBody ExecutionDElimination e) {
        execution.executer(id, e.version());
    }

    @GetMapping("/eliminations/{id}/bordereau")
    ResponseEntity<byte[]> bordereau(@PathVariable UUID id) {
        return Fichiers.de(eliminations.bordereau(id), MediaType.APPLICATION_PDF, "bordereau-elimination.pdf");
    }

    @GetMapping("/eliminations/{id}/certificat")
    ResponseEntity<byte[]> certificat(@PathVariable UUID id) {
        return Fichiers.de(eliminations.certificat(id), MediaType.APPLICATION_PDF, "certificat-elimination.pdf");
    }
}
