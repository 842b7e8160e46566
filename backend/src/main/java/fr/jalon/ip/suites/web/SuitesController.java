package fr.jalon.ip.suites.web;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.ip.suites.FinsSansDecision;
import fr.jalon.ip.suites.FinsSansDecision.DemandeFin;
import fr.jalon.ip.suites.FinsSansDecision.DemandeSortie;
import fr.jalon.ip.suites.Informer;
import fr.jalon.ip.suites.Informer.DemandeInformation;
import fr.jalon.ip.suites.LectureSuites;
import fr.jalon.ip.suites.LectureSuites.PageFin;
import fr.jalon.ip.suites.LectureSuites.PageInformation;
import fr.jalon.ip.suites.LectureSuites.PageJustice;
import fr.jalon.ip.suites.Lettres;
import fr.jalon.ip.suites.Lettres.Lettre;
import fr.jalon.ip.suites.SuitesJudiciaires;
import fr.jalon.ip.suites.SuitesJudiciaires.NouvelleSuite;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Telling people, following justice, and the endings that are not decisions. */
@RestController
@RequestMapping("/api/ip/{id}")
class SuitesController {

    record AccuseReception(@NotNull(message = "Indiquez la date de l’accusé de réception.") LocalDate le) {
    }

    private final LectureSuites lecture;
    private final Informer informer;
    private final SuitesJudiciaires suites;
    private final FinsSansDecision fins;
    private final Lettres lettres;

    SuitesController(LectureSuites lecture, Informer informer, SuitesJudiciaires suites, FinsSansDecision fins, Lettres lettres) {
        this.lecture = lecture;
        this.informer = informer;
        this.suites = suites;
        this.fins = fins;
        this.lettres = lettres;
    }

    @GetMapping("/informations")
    PageInformation informations(@PathVariable UUID id) {
        return lecture.information(id);
    }

    @PostMapping("/informations")
    PageInformation informer(@PathVariable UUID id, @RequestBody DemandeInformation demande) {
        informer.informer(id, demande);
        return lecture.information(id);
    }

    @GetMapping("/lettre")
    Lettre lettre(@PathVariable UUID id, @RequestParam String genre, @RequestParam UUID reference,
            @RequestParam(required = false) UUID mineur) {
        return lettres.pour(id, genre, reference, mineur);
    }

    @GetMapping("/suites-judiciaires")
    PageJustice justice(@PathVariable UUID id) {
        return lecture.justice(id);
    }

    @PostMapping("/suites-judiciaires")
    PageJustice noter(@PathVariable UUID id, @RequestBody NouvelleSuite suite) {
        suites.noter(id, suite);
        return lecture.justice(id);
    }

    @GetMapping("/fin")
    PageFin fin(@PathVariable UUID id) {
        return lecture.fin(id);
    }

    @PostMapping("/fin")
    PageFin clore(@PathVariable UUID id, @RequestBody DemandeFin demande) {
        fins.clore(id, demande);
        return lecture.fin(id);
    }

    @PostMapping("/fin/accuse-reception")
    PageFin accuser(@PathVariable UUID id, @Valid @RequestBody AccuseReception accuse) {
        fins.accuserReception(id, accuse.le());
        return lecture.fin(id);
    }

    @PostMapping("/sortie-mineur")
    PageFin sortir(@PathVariable UUID id, @RequestBody DemandeSortie sortie) {
        fins.sortir(id, sortie);
        return lecture.fin(id);
    }
}
