package fr.jalon.projet.redaction.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.projet.redaction.LectureRedaction;
import fr.jalon.projet.redaction.ObjectifsProjet;
import fr.jalon.projet.redaction.ObjectifsProjet.DemandeAction;
import fr.jalon.projet.redaction.ObjectifsProjet.DemandeObjectif;
import fr.jalon.projet.redaction.PageRedaction;
import fr.jalon.projet.redaction.PartiesProjet;
import fr.jalon.projet.redaction.PartiesProjet.AnciennePartie;
import fr.jalon.projet.redaction.PersonnesProjet;
import fr.jalon.projet.redaction.PersonnesProjet.PersonneProposee;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing a version: parts, objectives, actions. */
@RestController
@RequestMapping("/api/projets/{id}/redaction")
class RedactionController {

    record PartieDemande(long version, String contributeur, @Size(max = 200_000, message = "Une partie ne dépasse pas 200 000 caractères.") String texte) {
    }

    record PartieSauvee(String code, String contributeur, long version, Instant modifieeLe) {
    }

    record LigneEcrite(UUID id) {
    }

    private final LectureRedaction lecture;
    private final PartiesProjet parties;
    private final ObjectifsProjet objectifs;
    private final PersonnesProjet personnes;

    RedactionController(LectureRedaction lecture, PartiesProjet parties, ObjectifsProjet objectifs, PersonnesProjet personnes) {
        this.personnes = personnes;
        this.lecture = lecture;
        this.parties = parties;
        this.objectifs = objectifs;
    }

    @GetMapping
    PageRedaction redaction(@PathVariable UUID id) {
        return lecture.lire(id);
    }

    /** Who the forms of a meeting, a signature or a hand-over propose. */
    @GetMapping("/personnes")
    List<PersonneProposee> personnesProposees(@PathVariable UUID id) {
        return personnes.de(id);
    }

    @PutMapping("/parties/{code}")
    PartieSauvee ecrirePartie(@PathVariable UUID id, @PathVariable String code, @Valid @RequestBody PartieDemande d) {
        PartiesProjet.PartieEcrite p = parties.ecrire(id, code, d.contributeur(), d.version(), d.texte());
        return new PartieSauvee(p.code(), p.contributeur(), p.version(), p.modifieeLe());
    }

    @GetMapping("/parties/{code}/anciennes")
    List<AnciennePartie> anciennesParties(@PathVariable UUID id, @PathVariable String code, @RequestParam String contributeur) {
        return parties.anciennes(id, code, contributeur);
    }

    @PostMapping("/objectifs")
    @ResponseStatus(HttpStatus.CREATED)
    LigneEcrite ajouterObjectif(@PathVariable UUID id, @Valid @RequestBody DemandeObjectif d) {
        return new LigneEcrite(objectifs.ajouter(id, d));
    }

    @PutMapping("/objectifs/{ligne}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void modifierObjectif(@PathVariable UUID id, @PathVariable UUID ligne, @Valid @RequestBody DemandeObjectif d) {
        objectifs.modifier(id, ligne, d);
    }

    @DeleteMapping("/objectifs/{ligne}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirerObjectif(@PathVariable UUID id, @PathVariable UUID ligne, @RequestParam(required = false) Long version) {
        objectifs.retirer(id, ligne, version);
    }

    @PostMapping("/objectifs/{objectif}/actions")
    @ResponseStatus(HttpStatus.CREATED)
    LigneEcrite ajouterActionAuProjet(@PathVariable UUID id, @PathVariable UUID objectif, @Valid @RequestBody DemandeAction d) {
        return new LigneEcrite(objectifs.ajouterAction(id, objectif, d));
    }

    @PutMapping("/actions/{ligne}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void modifierActionDuProjet(@PathVariable UUID id, @PathVariable UUID ligne, @Valid @RequestBody DemandeAction d) {
        objectifs.modifierAction(id, ligne, d);
    }

    @DeleteMapping("/actions/{ligne}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirerActionDuProjet(@PathVariable UUID id, @PathVariable UUID ligne, @RequestParam(required = false) Long version) {
        objectifs.retirerAction(id, ligne, version);
    }

    /** Both texts reach the screen: what stands comes here, what was refused is still there. */
    @ExceptionHandler
    ProblemDetail conflit(PartiesProjet.ConflitPartie e) {
        ProblemDetail probleme = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        probleme.setTitle("Quelqu’un a agi entre-temps");
        Map<String, Object> conflit = new LinkedHashMap<>();
        conflit.put("par", e.par());
        conflit.put("le", e.le());
        conflit.put("quoi", e.quoi());
        conflit.put("version", e.partie().version());
        conflit.put("texte", e.partie().texte());
        probleme.setProperty("conflit", conflit);
        return probleme;
    }
}
