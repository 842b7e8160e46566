package fr.jalon.ip.consigne.web;

import java.util.UUID;

import fr.jalon.commun.Introuvable;
import fr.jalon.ip.consigne.ActesConsigne;
import fr.jalon.ip.consigne.ConsignesInformation;
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

/** Requests of the parquet on a file: an information not yet qualified, or an IP. */
@RestController
@RequestMapping("/api/{dossier:informations|ip}/{dossierId}/consignes")
class ConsigneController {

    private final GestionConsignes surIp;
    private final ConsignesInformation surInformation;
    private final VuesConsigne vues;

    ConsigneController(GestionConsignes surIp, ConsignesInformation surInformation, VuesConsigne vues) {
        this.surIp = surIp;
        this.surInformation = surInformation;
        this.vues = vues;
    }

    @GetMapping
    VuesConsigne.ConsignesVues listerConsignes(@PathVariable String dossier, @PathVariable UUID dossierId) {
        return vues.vues(actes(dossier).consulter(dossierId));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VuesConsigne.ConsigneCreee poserConsigne(@PathVariable String dossier, @PathVariable UUID dossierId,
            @Valid @RequestBody VuesConsigne.ConsigneSaisie s) {
        return new VuesConsigne.ConsigneCreee(actes(dossier).poser(dossierId, s.version(), s.demande()));
    }

    @PostMapping("/{id}/levee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leverConsigne(@PathVariable String dossier, @PathVariable UUID dossierId, @PathVariable UUID id,
            @Valid @RequestBody VuesConsigne.LeveeSaisie s) {
        actes(dossier).lever(dossierId, id, s.version(), s.le(), s.reference());
    }

    @PostMapping("/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerConsigne(@PathVariable String dossier, @PathVariable UUID dossierId, @PathVariable UUID id,
            @Valid @RequestBody VuesConsigne.AnnulationConsigne s) {
        actes(dossier).annuler(dossierId, id, s.version(), s.motif());
    }

    private ActesConsigne actes(String dossier) {
        return switch (dossier) {
            case "ip" -> surIp;
            case "informations" -> surInformation;
            default -> throw new Introuvable();
        };
    }
}
