package fr.jalon.ip.evaluation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Absences;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.ip.evaluation.Designations;
import fr.jalon.ip.evaluation.DossierEvaluation;
import fr.jalon.ip.evaluation.DossiersEvaluation;
import fr.jalon.ip.evaluation.EspaceEvaluation;
import fr.jalon.ip.evaluation.EvaluationVue;
import fr.jalon.ip.evaluation.MotifRemplacement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An evaluation as the workspace shows it, its team, and the page it starts from. */
@RestController
@RequestMapping("/api/ip/{ipId}")
class EvaluationController {

    record EvaluateurDemande(UUID utilisateurId, String profession) {

        Designations.EvaluateurNomme nomme() {
            return new Designations.EvaluateurNomme(utilisateurId, profession);
        }
    }

    record DesignationDemande(@NotNull Long version, String unitePilote, String uniteAssociee, List<EvaluateurDemande> evaluateurs, Instant le,
            Map<String, String> motifs) {
    }

    /** @param sortant line of the evaluator who leaves; {@code entrant}: who comes; one of the two at least */
    record RemplacementDemande(UUID sortant, EvaluateurDemande entrant, MotifRemplacement motif, @Size(max = 2000) String precision,
            Map<String, String> motifs) {
    }

    /** Somebody who may be named, and where they evaluate. */
    /** @param absentJusquau last day away when they are away today, or null */
    record CandidatEvaluateur(UUID utilisateurId, String nom, String fonction, String profession, LocalDate absentJusquau) {
    }

    record UniteEvaluatrice(String id, String nom) {
    }

    record CandidatsEvaluation(List<UniteEvaluatrice> unites, List<CandidatEvaluateur> personnes) {
    }

    private final EspaceEvaluation espace;
    private final Designations designations;
    private final DossiersEvaluation dossiers;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Absences absences;
    private final Horloge horloge;

    EvaluationController(EspaceEvaluation espace, Designations designations, DossiersEvaluation dossiers,
            Utilisateurs utilisateurs, Departement departement, Acces acces, Absences absences, Horloge horloge) {
        this.espace = espace;
        this.designations = designations;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.absences = absences;
        this.horloge = horloge;
    }

    @GetMapping("/evaluation")
    EvaluationVue evaluation(@PathVariable UUID ipId) {
        return espace.ouvrir(ipId);
    }

    /** Who may be named in a unit: the lead one, then the other one of a joint evaluation. */
    @GetMapping("/evaluation/candidats")
    CandidatsEvaluation candidats(@PathVariable UUID ipId, @RequestParam(required = false) String unite) {
        acces.exigerVue(Sujet.ip(ipId));
        List<UniteEvaluatrice> unites = departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream()
                .map(u -> new UniteEvaluatrice(u.id(), u.nom())).toList();
        List<Utilisateurs.Personne> tenant = unite == null ? List.of() : utilisateurs.tenant(Mission.EVALUATION, unite);
        Map<UUID, Absences.Absente> absentes = absences.parmi(tenant.stream().map(Utilisateurs.Personne::id).toList(), horloge.aujourdhui());
        return new CandidatsEvaluation(unites, tenant.stream().map(p -> new CandidatEvaluateur(p.id(), p.nomAffiche(), p.fonction(), p.profession(),
                absentes.containsKey(p.id()) ? absentes.get(p.id()).au() : null)).toList());
    }

    @PostMapping("/evaluation/designation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void designer(@PathVariable UUID ipId, @Valid @RequestBody DesignationDemande d) {
        designations.designer(ipId, new Designations.Designation(d.version(), d.unitePilote(), d.uniteAssociee(),
                d.evaluateurs() == null ? List.of() : d.evaluateurs().stream().map(EvaluateurDemande::nomme).toList(), d.le(), d.motifs()));
    }

    @PostMapping("/evaluation/remplacement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remplacer(@PathVariable UUID ipId, @Valid @RequestBody RemplacementDemande r) {
        designations.remplacer(ipId, new Designations.Remplacement(r.sortant(), r.entrant() == null ? null : r.entrant().nomme(), r.motif(),
                r.precision(), r.motifs()));
    }

    @GetMapping("/dossier-evaluation")
    DossierEvaluation dossier(@PathVariable UUID ipId) {
        return dossiers.de(ipId);
    }
}
