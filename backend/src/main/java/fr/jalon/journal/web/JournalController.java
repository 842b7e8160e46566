package fr.jalon.journal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.dossier.EnfantsDuJournal;
import fr.jalon.journal.ConsultationJournal;
import fr.jalon.journal.VerificationJournal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal, read: one's own lines, and the searches of the data-protection officer. Names travel in bodies, never in addresses. */
@RestController
@RequestMapping("/api/journal")
class JournalController {

    record RechercheJournalDemande(UUID enfantId, UUID agentId,
            @Pattern(regexp = "OUVERTURE|MODIFICATION|RECHERCHE|REFUS|CONNEXION", message = "Choisissez dans la liste.") String genre, LocalDate du,
            LocalDate au, UUID apres) {
    }

    record NomCherche(@Size(max = 200, message = "Écrivez au plus 200 caractères.") String q) {
    }

    record VerificationFaite(Instant le, boolean intact, long lignes, int anomalies, int ancres, List<AnomalieJournal> premieres) {
    }

    record AnomalieJournal(String genre, String libelle, long rang, UUID ligne) {
    }

    private final ConsultationJournal consultation;
    private final VerificationJournal verification;
    private final EnfantsDuJournal enfants;
    private final Acces acces;

    JournalController(ConsultationJournal consultation, VerificationJournal verification, EnfantsDuJournal enfants, Acces acces) {
        this.consultation = consultation;
        this.verification = verification;
        this.enfants = enfants;
        this.acces = acces;
    }

    @GetMapping("/miennes")
    ConsultationJournal.PageLignes mesLignes(@RequestParam(required = false) UUID apres) {
        return consultation.miennes(apres);
    }

    @PostMapping("/recherche")
    ConsultationJournal.PageLignes chercherLignes(@Valid @RequestBody RechercheJournalDemande d) {
        return consultation.chercher(new ConsultationJournal.Demande(d.enfantId(), d.agentId(), d.genre(), d.du(), d.au(), d.apres()));
    }

    @PostMapping("/enfants")
    List<EnfantsDuJournal.EnfantNomme> enfantsNommes(@Valid @RequestBody NomCherche d) {
        return enfants.chercher(d.q());
    }

    @PostMapping("/agents")
    List<ConsultationJournal.Agent> agentsNommes(@Valid @RequestBody NomCherche d) {
        return consultation.agents(d.q());
    }

    @PostMapping("/verification")
    VerificationFaite verifierJournal() {
        acces.exiger(Mission.JOURNAL);
        VerificationJournal.Resultat r = verification.verifier();
        return new VerificationFaite(r.le(), r.intact(), r.lignes(), r.nombre(), r.ancres(), r.anomalies().stream()
                .map(a -> new AnomalieJournal(a.genre().name(), a.genre().libelle(), a.rang(), a.ligne())).toList());
    }
}
