package fr.jalon.ip.evaluation.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.ip.evaluation.Conclusions;
import fr.jalon.ip.evaluation.PrecisionsEvaluation;
import fr.jalon.ip.evaluation.RapportEvaluation;
import fr.jalon.ip.evaluation.RemiseRapport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing the report, concluding for each minor, handing in, answering the decider. */
@RestController
@RequestMapping("/api/ip/{ipId}/evaluation")
class RapportController {

    record SectionDemande(long version, @Size(max = 200_000, message = "Une section ne dépasse pas 200 000 caractères.") String texte) {
    }

    record SectionSauvee(String code, long version, Instant modifieeLe) {
    }

    record VersionSection(long version, String texte, String auteur, Instant ecriteLe) {
    }

    record ConclusionSauvee(UUID mineurId, long version, Instant modifieeLe) {
    }

    record RapportDemande(@NotNull Long version, Instant renduLe, Map<String, String> motifs, String motifDepassement) {
    }

    record PrecisionDemande(@NotNull Long version, @Size(max = 20_000) String reponse) {
    }

    private final RapportEvaluation rapport;
    private final Conclusions conclusions;
    private final RemiseRapport remise;
    private final PrecisionsEvaluation precisions;
    private final Utilisateurs utilisateurs;

    RapportController(RapportEvaluation rapport, Conclusions conclusions, RemiseRapport remise, PrecisionsEvaluation precisions,
            Utilisateurs utilisateurs) {
        this.rapport = rapport;
        this.conclusions = conclusions;
        this.remise = remise;
        this.precisions = precisions;
        this.utilisateurs = utilisateurs;
    }

    @PutMapping("/sections/{code}")
    SectionSauvee ecrire(@PathVariable UUID ipId, @PathVariable String code, @Valid @RequestBody SectionDemande d) {
        RapportEvaluation.SectionEcrite s = rapport.ecrire(ipId, code, d.version(), d.texte());
        return new SectionSauvee(s.code(), s.version(), s.modifieeLe());
    }

    @GetMapping("/sections/{code}/versions")
    List<VersionSection> versions(@PathVariable UUID ipId, @PathVariable String code) {
        List<RapportEvaluation.SectionEcrite> versions = rapport.versions(ipId, code);
        Set<UUID> auteurs = versions.stream().map(RapportEvaluation.SectionEcrite::auteurId).filter(x -> x != null).collect(Collectors.toSet());
        Map<UUID, String> noms = utilisateurs.noms(auteurs);
        return versions.stream().map(v -> new VersionSection(v.version(), v.texte(), v.auteurId() == null ? null : noms.get(v.auteurId()),
                v.modifieeLe())).toList();
    }

    @PutMapping("/conclusions/{mineurId}")
    ConclusionSauvee conclure(@PathVariable UUID ipId, @PathVariable UUID mineurId, @Valid @RequestBody Conclusions.ConclusionSaisie c) {
        Conclusions.ConclusionMineur ecrite = conclusions.ecrire(ipId, mineurId, c);
        return new ConclusionSauvee(ecrite.mineurId(), ecrite.version(), ecrite.modifieeLe());
    }

    @PostMapping("/rapport")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rendre(@PathVariable UUID ipId, @Valid @RequestBody RapportDemande d) {
        remise.rendre(ipId, new RemiseRapport.RapportRendu(d.version(), d.renduLe(), d.motifs(), d.motifDepassement()));
    }

    @PostMapping("/precision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void preciser(@PathVariable UUID ipId, @Valid @RequestBody PrecisionDemande d) {
        precisions.repondre(ipId, d.version(), d.reponse());
    }

    /** Both texts reach the screen: what stands comes here, what was refused is still there. */
    @ExceptionHandler
    ProblemDetail conflit(RapportEvaluation.ConflitSection e) {
        ProblemDetail probleme = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        probleme.setTitle("Quelqu’un a agi entre-temps");
        Map<String, Object> conflit = new LinkedHashMap<>();
        conflit.put("par", e.par());
        conflit.put("le", e.le());
        conflit.put("quoi", e.quoi());
        conflit.put("version", e.section().version());
        conflit.put("texte", e.section().texte());
        probleme.setProperty("conflit", conflit);
        return probleme;
    }
}
