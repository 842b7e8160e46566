package fr.jalon.ip.consigne.web;

import java.util.UUID;

import fr.jalon.ip.consigne.GestionConsignes;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests of the parquet on an IP. */
@RestController
@RequestMapping("/api/ip/{ipId}/consignes")
class ConsigneController {

    private final GestionConsignes gestion;
    private final VuesConsigne vues;

    ConsigneController(GestionConsignes gestion, VuesConsigne vues) {
        this.gestion = gestion;
        this.vues = vues;
    }

    @GetMapping
    VuesConsigne.ConsignesVues lister(@PathVariable UUID ipId) {
        return vues.vues(gestion.consulter(ipId));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VuesConsigne.ConsigneCreee poser(@PathVariable UUID ipId, @Valid @RequestBody VuesConsigne.ConsigneSaisie s) {
        return new VuesConsigne.ConsigneCreee(gestion.poser(ipId, s.version(), s.demande()));
    }

    @PostMapping("/{id}/levee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lever(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody VuesConsigne.LeveeSaisie s) {
        gestion.lever(ipId, id, s.version(), s.le(), s.reference());
    }

    @PostMapping("/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annuler(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody VuesConsigne.AnnulationConsigne s) {
        gestion.annuler(ipId, id, s.version(), s.motif());
    }
}
