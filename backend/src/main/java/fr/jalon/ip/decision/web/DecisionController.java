package fr.jalon.ip.decision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.ip.decision.Commissions;
import fr.jalon.ip.decision.Commissions.AvisSaisi;
import fr.jalon.ip.decision.Commissions.PointOrdreDuJour;
import fr.jalon.ip.decision.Decider;
import fr.jalon.ip.decision.Decider.DemandeDecision;
import fr.jalon.ip.decision.LectureDecision;
import fr.jalon.ip.decision.LectureDecision.PageDecision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deciding for each minor, the question sent back, and the commission. */
@RestController
@RequestMapping("/api")
class DecisionController {

    record QuestionPosee(@NotNull(message = "Rouvrez le dossier : la version lue manque.") Long version,
            @NotBlank(message = "Écrivez ce que les évaluateurs doivent préciser.")
            @Size(max = 4000, message = "Cette question dépasse 4 000 caractères.") String question) {
    }

    record InscriptionCommission(@NotNull(message = "Indiquez le jour de la séance.") LocalDate seanceLe, List<UUID> mineurs) {
    }

    record SeanceCommission(@NotNull(message = "Indiquez le jour de la séance.") LocalDate seanceLe, List<AvisSaisi> avis) {
    }

    private final Decider decider;
    private final LectureDecision lecture;
    private final Commissions commissions;

    DecisionController(Decider decider, LectureDecision lecture, Commissions commissions) {
        this.decider = decider;
        this.lecture = lecture;
        this.commissions = commissions;
    }

    @GetMapping("/ip/{id}/decision")
    PageDecision page(@PathVariable UUID id) {
        return lecture.page(id);
    }

    @PostMapping("/ip/{id}/decision")
    PageDecision decider(@PathVariable UUID id, @RequestBody DemandeDecision demande) {
        decider.decider(id, demande);
        return lecture.page(id);
    }

    @PostMapping("/ip/{id}/precision")
    PageDecision preciser(@PathVariable UUID id, @Valid @RequestBody QuestionPosee question) {
        decider.demanderPrecision(id, question.version(), question.question());
        return lecture.page(id);
    }

    @PostMapping("/ip/{id}/commission/inscription")
    PageDecision inscrire(@PathVariable UUID id, @Valid @RequestBody InscriptionCommission inscription) {
        commissions.inscrire(id, inscription.seanceLe(), inscription.mineurs());
        return lecture.page(id);
    }

    @PostMapping("/ip/{id}/commission/avis")
    PageDecision rendre(@PathVariable UUID id, @Valid @RequestBody SeanceCommission seance) {
        commissions.rendre(id, seance.seanceLe(), seance.avis());
        return lecture.page(id);
    }

    @GetMapping("/commission/seances")
    List<LocalDate> seances() {
        return commissions.seances();
    }

    @GetMapping("/commission/ordre-du-jour")
    List<PointOrdreDuJour> ordreDuJour(@RequestParam LocalDate seance) {
        return commissions.ordreDuJour(seance);
    }
}
