package fr.jalon.autonomie.web;

import java.util.UUID;

import fr.jalon.autonomie.CorrectionAutonomie;
import fr.jalon.autonomie.CorrectionAutonomie.DemandeCorrectionAutonomie;
import fr.jalon.autonomie.EntretienAutonomie;
import fr.jalon.autonomie.EntretienAutonomie.DemandeEntretien;
import fr.jalon.autonomie.EntretienAutonomie.DemandeInvitation;
import fr.jalon.autonomie.EntretienAutonomie.DemandeNotification;
import fr.jalon.autonomie.EntretienAutonomie.DemandeProjetAcces;
import fr.jalon.autonomie.LectureAutonomie;
import fr.jalon.autonomie.MajoriteAutonomie;
import fr.jalon.autonomie.MajoriteAutonomie.DemandeDecisionMajeur;
import fr.jalon.autonomie.MajoriteAutonomie.DemandeJeuneMajeur;
import fr.jalon.autonomie.MajoriteAutonomie.DemandePersonneReference;
import fr.jalon.autonomie.MajoriteAutonomie.DemandeRenouvellementMajeur;
import fr.jalon.autonomie.PageAutonomie;
import fr.jalon.autonomie.SortieAutonomie;
import fr.jalon.autonomie.SortieAutonomie.DemandeClotureAutonomie;
import fr.jalon.autonomie.SortieAutonomie.DemandeEntretienSixMois;
import fr.jalon.autonomie.SortieAutonomie.DemandeEntretienSupplementaire;
import fr.jalon.autonomie.SortieAutonomie.DemandeRetour;
import fr.jalon.autonomie.SortieAutonomie.DemandeSortie;
import fr.jalon.autonomie.SortieAutonomie.DemandeSuivi;
import fr.jalon.autonomie.SuiviAutonomie;
import fr.jalon.autonomie.SuiviAutonomie.DemandeCommission;
import fr.jalon.autonomie.SuiviAutonomie.DemandeCoordonnees;
import fr.jalon.autonomie.SuiviAutonomie.DemandeRepere;
import fr.jalon.autonomie.SuiviAutonomie.DemandeSituation;
import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts on a path; each answers with the page as the act leaves it. */
@RestController
@RequestMapping("/api/autonomies/{id}")
class ActesAutonomieController {

    private final LectureAutonomie lecture;
    private final EntretienAutonomie entretien;
    private final MajoriteAutonomie majorite;
    private final SortieAutonomie sortie;
    private final SuiviAutonomie suivi;
    private final CorrectionAutonomie corrections;

    ActesAutonomieController(LectureAutonomie lecture, EntretienAutonomie entretien, MajoriteAutonomie majorite,
            SortieAutonomie sortie, SuiviAutonomie suivi, CorrectionAutonomie corrections) {
        this.lecture = lecture;
        this.entretien = entretien;
        this.majorite = majorite;
        this.sortie = sortie;
        this.suivi = suivi;
        this.corrections = corrections;
    }

    @PostMapping("/invitation")
    PageAutonomie inviterJeune(@PathVariable UUID id, @Valid @RequestBody DemandeInvitation demande) {
        entretien.inviter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/entretiens")
    PageAutonomie noterEntretien(@PathVariable UUID id, @Valid @RequestBody DemandeEntretien demande) {
        entretien.tenir(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/notification")
    PageAutonomie notifierConditions(@PathVariable UUID id, @Valid @RequestBody DemandeNotification demande) {
        entretien.notifier(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/projet-acces")
    PageAutonomie noterProjetAcces(@PathVariable UUID id, @Valid @RequestBody DemandeProjetAcces demande) {
        entretien.projeter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/personne-reference")
    PageAutonomie nommerReference(@PathVariable UUID id, @Valid @RequestBody DemandePersonneReference demande) {
        majorite.nommerReference(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/demande")
    PageAutonomie demanderAccompagnement(@PathVariable UUID id, @Valid @RequestBody DemandeJeuneMajeur demande) {
        majorite.demander(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/decision")
    PageAutonomie deciderAccompagnement(@PathVariable UUID id, @Valid @RequestBody DemandeDecisionMajeur demande) {
        majorite.decider(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/renouvellement")
    PageAutonomie renouvelerAccompagnement(@PathVariable UUID id, @Valid @RequestBody DemandeRenouvellementMajeur demande) {
        majorite.renouveler(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/sortie")
    PageAutonomie remplirSortie(@PathVariable UUID id, @Valid @RequestBody DemandeSortie demande) {
        sortie.sortir(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/suivi")
    PageAutonomie ouvrirSuivi(@PathVariable UUID id, @Valid @RequestBody DemandeSuivi demande) {
        sortie.suivre(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/entretien-six-mois")
    PageAutonomie noterEntretienSixMois(@PathVariable UUID id, @Valid @RequestBody DemandeEntretienSixMois demande) {
        sortie.revoir(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/entretien-supplementaire")
    PageAutonomie noterEntretienSupplementaire(@PathVariable UUID id, @Valid @RequestBody DemandeEntretienSupplementaire demande) {
        sortie.revoirEncore(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/retour")
    PageAutonomie noterRetour(@PathVariable UUID id, @Valid @RequestBody DemandeRetour demande) {
        sortie.revenir(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/cloture")
    PageAutonomie clore(@PathVariable UUID id, @Valid @RequestBody DemandeClotureAutonomie demande) {
        sortie.clore(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/situation")
    PageAutonomie preciserSituation(@PathVariable UUID id, @Valid @RequestBody DemandeSituation demande) {
        suivi.preciser(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/coordonnees")
    PageAutonomie joindreCoordonnees(@PathVariable UUID id, @Valid @RequestBody DemandeCoordonnees demande) {
        suivi.joindre(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/commission")
    PageAutonomie noterCommission(@PathVariable UUID id, @Valid @RequestBody DemandeCommission demande) {
        suivi.examiner(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/reperes/{repereId}")
    PageAutonomie renseignerRepere(@PathVariable UUID id, @PathVariable UUID repereId, @Valid @RequestBody DemandeRepere demande) {
        suivi.reperer(id, repereId, demande);
        return lecture.lire(id);
    }

    @PostMapping("/actes/{acteId}/annulation")
    PageAutonomie annulerActeAutonomie(@PathVariable UUID id, @PathVariable UUID acteId, @Valid @RequestBody DemandeCorrectionAutonomie demande) {
        corrections.annulerActe(id, acteId, demande);
        return lecture.lire(id);
    }
}
