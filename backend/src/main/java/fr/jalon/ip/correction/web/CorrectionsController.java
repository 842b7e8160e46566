package fr.jalon.ip.correction.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.ip.correction.Corrections;
import fr.jalon.ip.correction.CorrigerOrientation;
import fr.jalon.ip.correction.CorrigerOrientation.DemandeOrientation;
import fr.jalon.ip.correction.DemandeCorrection;
import fr.jalon.ip.correction.DernierActe;
import fr.jalon.ip.correction.DernierActe.ActeAnnulable;
import fr.jalon.ip.correction.Effet;
import fr.jalon.ip.correction.GenreCorrection;
import fr.jalon.ip.correction.LectureCorrections;
import fr.jalon.ip.correction.LectureCorrections.PageCorrections;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Correcting an IP, its effects shown first, and undoing the last act. */
@RestController
@RequestMapping("/api")
class CorrectionsController {

    /** @param effets what the correction does, or did */
    record EffetsCorrection(List<Effet> effets) {
    }

    record AnnulationActe(Long version) {
    }

    /** @param acte null when nothing can be undone */
    record DernierActeLu(ActeAnnulable acte) {
    }

    private final Corrections corrections;
    private final LectureCorrections lecture;
    private final DernierActe dernier;
    private final CorrigerOrientation orientation;

    CorrectionsController(Corrections corrections, LectureCorrections lecture, DernierActe dernier, CorrigerOrientation orientation) {
        this.corrections = corrections;
        this.lecture = lecture;
        this.dernier = dernier;
        this.orientation = orientation;
    }

    @GetMapping("/ip/{id}/corrections")
    PageCorrections page(@PathVariable UUID id) {
        return lecture.page(id);
    }

    @PostMapping("/ip/{id}/corrections/{genre}/apercu")
    EffetsCorrection apercu(@PathVariable UUID id, @PathVariable GenreCorrection genre, @RequestBody DemandeCorrection demande) {
        return new EffetsCorrection(corrections.apercu(id, genre, demande));
    }

    @PostMapping("/ip/{id}/corrections/{genre}")
    EffetsCorrection corriger(@PathVariable UUID id, @PathVariable GenreCorrection genre, @RequestBody DemandeCorrection demande) {
        return new EffetsCorrection(corrections.appliquer(id, genre, demande));
    }

    @GetMapping("/ip/{id}/dernier-acte")
    DernierActeLu dernierActe(@PathVariable UUID id) {
        return new DernierActeLu(dernier.lire(id).orElse(null));
    }

    @PostMapping("/ip/{id}/annuler-dernier-acte")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annuler(@PathVariable UUID id, @RequestBody AnnulationActe annulation) {
        dernier.annuler(id, annulation.version());
    }

    @PostMapping("/informations/{id}/corrections/orientation/apercu")
    EffetsCorrection apercuOrientation(@PathVariable UUID id, @RequestBody DemandeOrientation demande) {
        return new EffetsCorrection(orientation.apercu(id, demande));
    }

    @PostMapping("/informations/{id}/corrections/orientation")
    EffetsCorrection corrigerOrientation(@PathVariable UUID id, @RequestBody DemandeOrientation demande) {
        return new EffetsCorrection(orientation.appliquer(id, demande));
    }
}
