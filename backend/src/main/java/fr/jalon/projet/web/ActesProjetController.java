package fr.jalon.projet.web;

import java.util.UUID;

import fr.jalon.projet.ActionsProjet;
import fr.jalon.projet.ActionsProjet.DemandeActionFinie;
import fr.jalon.projet.CorrectionProjet;
import fr.jalon.projet.CorrectionProjet.DemandeCorrectionProjet;
import fr.jalon.projet.EtablissementProjet;
import fr.jalon.projet.EtablissementProjet.DemandeEtablissement;
import fr.jalon.projet.EtablissementProjet.DemandeProposition;
import fr.jalon.projet.EtablissementProjet.DemandeRetour;
import fr.jalon.projet.LectureProjet;
import fr.jalon.projet.PageProjet;
import fr.jalon.projet.ReferentProjet;
import fr.jalon.projet.ReferentProjet.DemandeReferentProjet;
import fr.jalon.projet.RemisesProjet;
import fr.jalon.projet.RemisesProjet.DemandeRemises;
import fr.jalon.projet.RencontresProjet;
import fr.jalon.projet.RencontresProjet.DemandeAvis;
import fr.jalon.projet.RencontresProjet.DemandeInvitation;
import fr.jalon.projet.RencontresProjet.DemandeRencontre;
import fr.jalon.projet.RevisionsProjet;
import fr.jalon.projet.RevisionsProjet.DemandeBilan;
import fr.jalon.projet.RevisionsProjet.DemandeRevision;
import fr.jalon.projet.SignaturesProjet;
import fr.jalon.projet.SignaturesProjet.DemandeSignatures;
import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts on a projet; each answers with the page as the act leaves it. */
@RestController
@RequestMapping("/api/projets/{id}")
class ActesProjetController {

    private final LectureProjet lecture;
    private final ReferentProjet referents;
    private final RencontresProjet rencontres;
    private final EtablissementProjet etablissement;
    private final SignaturesProjet signatures;
    private final RemisesProjet remises;
    private final RevisionsProjet revisions;
    private final ActionsProjet actions;
    private final CorrectionProjet corrections;

    ActesProjetController(LectureProjet lecture, ReferentProjet referents, RencontresProjet rencontres, EtablissementProjet etablissement,
            SignaturesProjet signatures, RemisesProjet remises, RevisionsProjet revisions, ActionsProjet actions, CorrectionProjet corrections) {
        this.lecture = lecture;
        this.referents = referents;
        this.rencontres = rencontres;
        this.etablissement = etablissement;
        this.signatures = signatures;
        this.remises = remises;
        this.revisions = revisions;
        this.actions = actions;
        this.corrections = corrections;
    }

    @PostMapping("/referent")
    PageProjet nommerReferentDuProjet(@PathVariable UUID id, @Valid @RequestBody DemandeReferentProjet demande) {
        referents.nommer(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/invitations")
    PageProjet inviter(@PathVariable UUID id, @Valid @RequestBody DemandeInvitation demande) {
        rencontres.inviter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/rencontres")
    PageProjet tenirRencontre(@PathVariable UUID id, @Valid @RequestBody DemandeRencontre demande) {
        rencontres.tenir(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/avis")
    PageProjet recueillirAvis(@PathVariable UUID id, @Valid @RequestBody DemandeAvis demande) {
        rencontres.recueillirAvis(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/proposition")
    PageProjet proposerProjet(@PathVariable UUID id, @Valid @RequestBody DemandeProposition demande) {
        etablissement.proposer(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/retour")
    PageProjet renvoyerProjet(@PathVariable UUID id, @Valid @RequestBody DemandeRetour demande) {
        etablissement.renvoyer(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/etablissement")
    PageProjet etablirProjet(@PathVariable UUID id, @Valid @RequestBody DemandeEtablissement demande) {
        etablissement.etablir(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/signatures")
    PageProjet noterSignatures(@PathVariable UUID id, @Valid @RequestBody DemandeSignatures demande) {
        signatures.noter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/remises")
    PageProjet noterRemises(@PathVariable UUID id, @Valid @RequestBody DemandeRemises demande) {
        remises.noter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/revisions")
    PageProjet reviserProjet(@PathVariable UUID id, @Valid @RequestBody DemandeRevision demande) {
        revisions.reviser(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/bilans")
    PageProjet noterBilan(@PathVariable UUID id, @Valid @RequestBody DemandeBilan demande) {
        revisions.bilan(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/actions/{lignee}/fin")
    PageProjet finirAction(@PathVariable UUID id, @PathVariable UUID lignee, @Valid @RequestBody DemandeActionFinie demande) {
        actions.finir(id, lignee, demande);
        return lecture.lire(id);
    }

    @PostMapping("/actes/{acte}/annulation")
    PageProjet annulerActeDuProjet(@PathVariable UUID id, @PathVariable UUID acte, @Valid @RequestBody DemandeCorrectionProjet demande) {
        corrections.annulerActe(id, acte, demande);
        return lecture.lire(id);
    }
}
