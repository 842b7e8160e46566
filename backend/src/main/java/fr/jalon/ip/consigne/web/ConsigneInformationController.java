package fr.jalon.ip.consigne.web;

import java.util.UUID;

import fr.jalon.ip.consigne.ConsignesInformation;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests of the parquet on an information not yet qualified. */
@RestController
@RequestMapping("/api/informations/{informationId}/consignes")
class ConsigneInformationController {

    private final ConsignesInformation gestion;
    private final VuesConsigne vues;

    ConsigneInformationController(ConsignesInformation gestion, VuesConsigne vues) {
        this.gestion = gestion;
        this.vues = vues;
    }

    @GetMapping
    VuesConsigne.ConsignesVues listerDeLInformation(@PathVariable UUID informationId) {
        return vues.vues(gestion.consulter(informationId));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VuesConsigne.ConsigneCreee poserDeLInformation(@PathVariable UUID informationId, @Valid @RequestBody VuesConsigne.ConsigneSaisie s) {
        return new VuesConsigne.ConsigneCreee(gestion.poser(informationId, s.version(), s.demande()));
    }

    @PostMapping("/{id}/levee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leverDeLInformation(@PathVariable UUID informationId, @PathVariable UUID id, @Valid @RequestBody VuesConsigne.LeveeSaisie s) {
        gestion.lever(informationId, id, s.version(), s.le(), s.reference());
    }

    @PostMapping("/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerDeLInformation(@PathVariable UUID informationId, @PathVariable UUID id, @Valid @RequestBody VuesConsigne.AnnulationConsigne s) {
        gestion.annuler(informationId, id, s.version(), s.motif());
    }
}
