package fr.jalon.ip.reception.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import fr.jalon.ip.reception.DemandesDeRetour;
import fr.jalon.ip.reception.FileAttente;
import fr.jalon.ip.reception.LectureInformation;
import fr.jalon.ip.reception.Reception;
import fr.jalon.ip.reception.SaisieInformation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What comes in: recorded, queued, read. */
@RestController
@RequestMapping("/api/informations")
class InformationController {

    record InformationRecue(UUID id, String numero, String unite) {
    }

    record RetourDemande(@NotNull(message = "Rouvrez l’information : la version lue manque.") Long version, LocalDate le) {
    }

    private final Reception reception;
    private final FileAttente file;
    private final LectureInformation lecture;
    private final DemandesDeRetour retours;
    private final Vues vues;

    InformationController(Reception reception, FileAttente file, LectureInformation lecture, DemandesDeRetour retours, Vues vues) {
        this.reception = reception;
        this.file = file;
        this.lecture = lecture;
        this.retours = retours;
        this.vues = vues;
    }

    @PostMapping
    ResponseEntity<InformationRecue> recevoir(@Valid @RequestBody SaisieInformation saisie) {
        Reception.Recue recue = reception.recevoir(saisie);
        return ResponseEntity.created(URI.create("/api/informations/" + recue.id()))
                .body(new InformationRecue(recue.id(), recue.numero(), recue.unite()));
    }

    @GetMapping
    Vues.FileInformations file(@RequestParam(defaultValue = "A_ANALYSER") FileAttente.Vue vue, @RequestParam(required = false) String apres) {
        return vues.file(file.page(vue, apres));
    }

    @GetMapping("/compteurs")
    Map<FileAttente.Vue, Long> compteurs() {
        return file.compteurs();
    }

    /** What the form offers: lists of the profile and the units that receive. */
    @GetMapping("/formulaire")
    Vues.FormulaireInformation formulaire() {
        return vues.formulaire();
    }

    @GetMapping("/{id}")
    Vues.InformationVue lire(@PathVariable UUID id) {
        return vues.information(lecture.lire(id));
    }

    @PostMapping("/{id}/retour")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void demanderRetour(@PathVariable UUID id, @Valid @RequestBody RetourDemande demande) {
        retours.demander(id, demande.version(), demande.le());
    }
}
