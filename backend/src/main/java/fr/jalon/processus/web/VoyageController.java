package fr.jalon.processus.web;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.processus.VoyageMoteur;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the demonstration forward in time; anywhere else the address does not exist. */
@RestController
class VoyageController {

    record VoyageDemande(@Min(value = 1, message = "Avancez d’un jour au moins.") @Max(value = 92,
            message = "Avancez de trois mois au plus à la fois.") int jours) {
    }

    private final VoyageMoteur voyage;
    private final Acces acces;
    private final boolean demonstration;

    VoyageController(VoyageMoteur voyage, Acces acces, @Value("${jalon.demonstration:false}") boolean demonstration) {
        this.voyage = voyage;
        this.acces = acces;
        this.demonstration = demonstration;
    }

    @PostMapping("/api/demo/avancer")
    VoyageMoteur.Voyage avancer(@Valid @RequestBody VoyageDemande demande) {
        if (!demonstration) {
            throw new Introuvable();
        }
        acces.exiger(Mission.ADMINISTRATION);
        return voyage.avancer(demande.jours());
    }
}
