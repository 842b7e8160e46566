package fr.jalon.ip.evaluation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.evaluation.EvaluationVue;
import fr.jalon.ip.evaluation.Signalements;
import fr.jalon.ip.evaluation.TransmissionSignalement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signalements of an IP, minor by minor, at any step. */
@RestController
@RequestMapping("/api/ip/{ipId}")
class SignalementController {

    record SignalementDemande(@NotNull UUID id, @NotNull(message = "Choisissez le mineur concerné.") UUID mineurId, Instant transmisLe,
            DestinataireSignalement destinataire, @Size(max = 200) String juridiction, CritereL2264 critere,
            @Size(max = 20_000) String actionsTentees, @Size(max = 50_000) String expose, @Size(max = 100) String reference) {
    }

    record AnnulationSignalement(@Size(max = 2000) String motif) {
    }

    private final TransmissionSignalement signalements;

    SignalementController(TransmissionSignalement signalements) {
        this.signalements = signalements;
    }

    @GetMapping("/signalements")
    List<EvaluationVue.SignalementVue> signalements(@PathVariable UUID ipId) {
        return signalements.de(ipId);
    }

    @PostMapping("/signalements")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transmettre(@PathVariable UUID ipId, @Valid @RequestBody SignalementDemande s) {
        signalements.transmettre(ipId, new Signalements.NouveauSignalement(s.id(), s.mineurId(), s.transmisLe(), s.destinataire(), s.juridiction(),
                s.critere(), s.actionsTentees(), s.expose(), s.reference()));
    }

    @PostMapping("/signalements/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annuler(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody AnnulationSignalement a) {
        signalements.annuler(ipId, id, a.motif());
    }

    @GetMapping("/mineurs/{mineurId}/projet-signalement")
    TransmissionSignalement.ProjetDeSignalement projet(@PathVariable UUID ipId, @PathVariable UUID mineurId) {
        return signalements.projet(ipId, mineurId);
    }
}
