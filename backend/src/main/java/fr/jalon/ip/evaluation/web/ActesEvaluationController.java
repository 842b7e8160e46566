package fr.jalon.ip.evaluation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.ip.evaluation.ActeSaisi;
import fr.jalon.ip.evaluation.ActesEvaluation;
import fr.jalon.ip.evaluation.DemandesAvis;
import fr.jalon.ip.evaluation.Ressources;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dated list of an evaluation, the people around the child, and the opinions asked. */
@RestController
@RequestMapping("/api/ip/{ipId}/evaluation")
class ActesEvaluationController {

    record ActeCorrige(long version, @NotNull @Valid ActeSaisi acte) {
    }

    record AnnulationActe(long version, @Size(max = 2000) String motif) {
    }

    record VersionLue(long version) {
    }

    /** Several requests that leave together. */
    record EnvoiAvis(LocalDate le, String moyen, List<DemandesAvis.@Valid AvisDemande> demandes) {
    }

    record RelanceAvis(List<UUID> avis, LocalDate le, String moyen) {
    }

    record ReponseAvis(long version, LocalDate recuLe, @Size(max = 20_000) String reponse, UUID documentId) {
    }

    record SansReponseAvis(long version, LocalDate le) {
    }

    private final ActesEvaluation actes;
    private final Ressources ressources;
    private final DemandesAvis avis;

    ActesEvaluationController(ActesEvaluation actes, Ressources ressources, DemandesAvis avis) {
        this.actes = actes;
        this.ressources = ressources;
        this.avis = avis;
    }

    @PostMapping("/actes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noter(@PathVariable UUID ipId, @Valid @RequestBody ActeSaisi acte) {
        actes.noter(ipId, acte);
    }

    @PutMapping("/actes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void corriger(@PathVariable UUID ipId, @Valid @RequestBody ActeCorrige c) {
        actes.corriger(ipId, c.version(), c.acte());
    }

    @PostMapping("/actes/{acteId}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annuler(@PathVariable UUID ipId, @PathVariable UUID acteId, @Valid @RequestBody AnnulationActe a) {
        actes.annuler(ipId, acteId, a.version(), a.motif());
    }

    @PutMapping("/ressources")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ecrireRessource(@PathVariable UUID ipId, @Valid @RequestBody Ressources.RessourceSaisie r) {
        ressources.ecrire(ipId, r);
    }

    @PostMapping("/ressources/{id}/retrait")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirerRessource(@PathVariable UUID ipId, @PathVariable UUID id, @RequestBody VersionLue v) {
        ressources.retirer(ipId, id, v.version());
    }

    @PostMapping("/avis")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void demander(@PathVariable UUID ipId, @Valid @RequestBody EnvoiAvis e) {
        avis.demander(ipId, e.le(), e.moyen(), e.demandes());
    }

    @PostMapping("/avis/relance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relancer(@PathVariable UUID ipId, @RequestBody RelanceAvis r) {
        avis.relancer(ipId, r.avis(), r.le(), r.moyen());
    }

    @PostMapping("/avis/{id}/reponse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void repondre(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody ReponseAvis r) {
        avis.repondre(ipId, id, r.version(), r.recuLe(), r.reponse(), r.documentId());
    }

    @PostMapping("/avis/{id}/sans-reponse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sansReponse(@PathVariable UUID ipId, @PathVariable UUID id, @RequestBody SansReponseAvis s) {
        avis.sansReponse(ipId, id, s.version(), s.le());
    }

    @PostMapping("/avis/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerAvis(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody AnnulationActe a) {
        avis.annuler(ipId, id, a.version(), a.motif());
    }
}
