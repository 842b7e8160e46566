package fr.jalon.habilitation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.habilitation.GestionAbsences;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is away, and who stands in. */
@RestController
@RequestMapping("/api/absences")
class AbsencesController {

    record NouvelleAbsence(UUID utilisateurId, LocalDate du, LocalDate au, UUID remplacantId) {
    }

    record AbsenceInscrite(UUID id) {
    }

    record FinAbsence(LocalDate au) {
    }

    private final GestionAbsences absences;

    AbsencesController(GestionAbsences absences) {
        this.absences = absences;
    }

    @GetMapping
    List<GestionAbsences.LigneAbsence> absences() {
        return absences.toutes();
    }

    @GetMapping("/personnes")
    List<GestionAbsences.PersonneAbsentable> personnesAbsentables() {
        return absences.personnes();
    }

    @GetMapping("/remplacants")
    List<GestionAbsences.PersonneAbsentable> remplacants(@RequestParam UUID utilisateurId) {
        return absences.remplacants(utilisateurId);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceInscrite inscrireAbsence(@RequestBody NouvelleAbsence a) {
        return new AbsenceInscrite(absences.inscrire(new GestionAbsences.Nouvelle(a.utilisateurId(), a.du(), a.au(), a.remplacantId())));
    }

    @PostMapping("/{id}/fin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changerFinAbsence(@PathVariable UUID id, @RequestBody FinAbsence f) {
        absences.changerLaFin(id, f.au());
    }
}
