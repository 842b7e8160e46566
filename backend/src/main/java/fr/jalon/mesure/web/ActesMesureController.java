package fr.jalon.mesure.web;

import java.util.UUID;

import fr.jalon.mesure.AccordsMesure;
import fr.jalon.mesure.AccordsMesure.DemandeAccord;
import fr.jalon.mesure.CorrectionMesure;
import fr.jalon.mesure.CorrectionMesure.DemandeCorrection;
import fr.jalon.mesure.DatesJustice;
import fr.jalon.mesure.DatesJustice.DemandeDate;
import fr.jalon.mesure.EvolutionsMesure;
import fr.jalon.mesure.EvolutionsMesure.DemandeAccuse;
import fr.jalon.mesure.EvolutionsMesure.DemandeDecision;
import fr.jalon.mesure.EvolutionsMesure.DemandeTransfert;
import fr.jalon.mesure.ExerciceMesure;
import fr.jalon.mesure.ExerciceMesure.DemandeDemarrage;
import fr.jalon.mesure.ExerciceMesure.DemandeModulation;
import fr.jalon.mesure.ExerciceMesure.DemandeReprise;
import fr.jalon.mesure.ExerciceMesure.DemandeSuspension;
import fr.jalon.mesure.FinsMesure;
import fr.jalon.mesure.FinsMesure.DemandeAnnulation;
import fr.jalon.mesure.FinsMesure.DemandeCaducite;
import fr.jalon.mesure.FinsMesure.DemandeFinMesure;
import fr.jalon.mesure.LectureMesure;
import fr.jalon.mesure.PageMesure;
import fr.jalon.mesure.RapportsMesure;
import fr.jalon.mesure.RapportsMesure.DemandeRapport;
import fr.jalon.mesure.ReferentsMesure;
import fr.jalon.mesure.ReferentsMesure.DemandeReferent;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acts on a measure; each answers with the page as the act leaves it. */
@RestController
@RequestMapping("/api/mesures/{id}")
class ActesMesureController {

    private final LectureMesure lecture;
    private final AccordsMesure accords;
    private final DatesJustice dates;
    private final ExerciceMesure exercice;
    private final ReferentsMesure referents;
    private final EvolutionsMesure evolutions;
    private final RapportsMesure rapports;
    private final FinsMesure fins;
    private final CorrectionMesure corrections;

    ActesMesureController(LectureMesure lecture, AccordsMesure accords, DatesJustice dates, ExerciceMesure exercice, ReferentsMesure referents,
            EvolutionsMesure evolutions, RapportsMesure rapports, FinsMesure fins, CorrectionMesure corrections) {
        this.lecture = lecture;
        this.accords = accords;
        this.dates = dates;
        this.exercice = exercice;
        this.referents = referents;
        this.evolutions = evolutions;
        this.rapports = rapports;
        this.fins = fins;
        this.corrections = corrections;
    }

    @PostMapping("/accords")
    PageMesure noterAccord(@PathVariable UUID id, @Valid @RequestBody DemandeAccord demande) {
        accords.noter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/dates")
    PageMesure noterDate(@PathVariable UUID id, @Valid @RequestBody DemandeDate demande) {
        dates.noter(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/demarrage")
    PageMesure demarrer(@PathVariable UUID id, @Valid @RequestBody DemandeDemarrage demande) {
        exercice.demarrer(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/referents")
    PageMesure nommerReferent(@PathVariable UUID id, @Valid @RequestBody DemandeReferent demande) {
        referents.nommer(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/modulations")
    PageMesure moduler(@PathVariable UUID id, @Valid @RequestBody DemandeModulation demande) {
        exercice.moduler(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/suspension")
    PageMesure suspendre(@PathVariable UUID id, @Valid @RequestBody DemandeSuspension demande) {
        exercice.suspendre(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/reprise")
    PageMesure reprendre(@PathVariable UUID id, @Valid @RequestBody DemandeReprise demande) {
        exercice.reprendre(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/renouvellement")
    PageMesure renouveler(@PathVariable UUID id, @Valid @RequestBody DemandeDecision demande) {
        evolutions.renouveler(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/requalification")
    PageMesure requalifier(@PathVariable UUID id, @Valid @RequestBody DemandeDecision demande) {
        evolutions.requalifier(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/cadre")
    PageMesure changerDeCadre(@PathVariable UUID id, @Valid @RequestBody DemandeDecision demande) {
        evolutions.changerDeCadre(id, demande);
        return lecture.lire(id);
    }

    /** Answers nothing: a measure given to another territory may be out of sight of whoever gave it. */
    @PostMapping("/transfert")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transferer(@PathVariable UUID id, @Valid @RequestBody DemandeTransfert demande) {
        evolutions.transferer(id, demande);
    }

    @PostMapping("/transfert/accuse-reception")
    PageMesure accuserTransfert(@PathVariable UUID id, @Valid @RequestBody DemandeAccuse demande) {
        evolutions.accuserReception(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/rapports")
    PageMesure rendreRapport(@PathVariable UUID id, @Valid @RequestBody DemandeRapport demande) {
        rapports.rendre(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/fin")
    PageMesure terminer(@PathVariable UUID id, @Valid @RequestBody DemandeFinMesure demande) {
        fins.terminer(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/caducite")
    PageMesure constaterCaducite(@PathVariable UUID id, @Valid @RequestBody DemandeCaducite demande) {
        fins.constaterCaducite(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/annulation")
    PageMesure annulerMesure(@PathVariable UUID id, @Valid @RequestBody DemandeAnnulation demande) {
        fins.annuler(id, demande);
        return lecture.lire(id);
    }

    @PostMapping("/actes/{acte}/annulation")
    PageMesure annulerActe(@PathVariable UUID id, @PathVariable UUID acte, @Valid @RequestBody DemandeCorrection demande) {
        corrections.annulerActe(id, acte, demande);
        return lecture.lire(id);
    }
}
