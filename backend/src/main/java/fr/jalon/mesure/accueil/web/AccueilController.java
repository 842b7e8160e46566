package fr.jalon.mesure.accueil.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import fr.jalon.mesure.accueil.AvisRevue;
import fr.jalon.mesure.accueil.ChangementsPrevus;
import fr.jalon.mesure.accueil.GenreDroit;
import fr.jalon.mesure.accueil.GenreRevue;
import fr.jalon.mesure.accueil.GestionDroits;
import fr.jalon.mesure.accueil.GestionFratrie;
import fr.jalon.mesure.accueil.GestionLieux;
import fr.jalon.mesure.accueil.GestionRevues;
import fr.jalon.mesure.accueil.LectureAccueil;
import fr.jalon.mesure.accueil.ModaliteDroit;
import fr.jalon.mesure.accueil.MotifFinLieu;
import fr.jalon.mesure.accueil.NatureLieu;
import fr.jalon.mesure.accueil.TypeLieu;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Where an entrusted child lives, what the court ordered for those around, and what is examined. */
@RestController
@RequestMapping("/api/mesures/{mesureId}/accueil")
class AccueilController {

    record LieuSaisi(@NotNull Long version, @NotNull(message = "Choisissez ce que ce lieu est pour l’enfant.") NatureLieu nature,
            @NotNull(message = "Choisissez le type de lieu.") TypeLieu type, String serviceId, UUID familleId,
            @Size(max = 150, message = "150 caractères au plus.") String libelle, @NotNull(message = "Indiquez depuis quand l’enfant y vit.") LocalDate du,
            LocalDate au, @Size(max = 2000) String motif, UUID remplace, MotifFinLieu finMotif, LocalDate jugeAviseLe, Map<String, String> motifs) {
    }

    record FinDeLieu(@NotNull Long version, @NotNull(message = "Indiquez le jour du départ.") LocalDate au,
            @NotNull(message = "Choisissez le motif du départ.") MotifFinLieu motif, LocalDate jugeAviseLe, @Size(max = 2000) String precisions,
            Map<String, String> motifs) {
    }

    record ChangementSaisi(@NotNull Long version, @NotNull(message = "Indiquez le jour prévu.") LocalDate prevuLe, @Size(max = 2000) String motif) {
    }

    record AvisAuJuge(@NotNull Long version, @NotNull(message = "Indiquez quand le juge a été avisé.") LocalDate le) {
    }

    record DroitSaisi(@NotNull Long version, @NotNull(message = "Choisissez l’adulte.") UUID adulteId, @NotNull(message = "Choisissez le droit.") GenreDroit genre,
            @NotNull(message = "Choisissez comment il s’exerce.") ModaliteDroit modalite, @NotNull(message = "Indiquez la date de l’ordonnance.") LocalDate ordonneLe,
            @NotNull(message = "Indiquez à partir de quand.") LocalDate du, LocalDate au, @Size(max = 2000) String texte, Map<String, String> motifs) {
    }

    record FratrieSaisie(@NotNull Long version, @NotNull(message = "Choisissez le frère ou la sœur.") UUID frereId,
            @NotNull(message = "Dites s’ils sont accueillis ensemble.") Boolean ensemble, @Size(max = 2000) String motif,
            @NotNull(message = "Indiquez depuis quand.") LocalDate du, LocalDate jugeAviseLe, Map<String, String> motifs) {
    }

    record RevueSaisie(@NotNull Long version, @NotNull(message = "Choisissez la séance.") GenreRevue genre, LocalDate prevueLe, LocalDate tenueLe, AvisRevue avis,
            @Size(max = 4000) String texte) {
    }

    record RevueTenue(@NotNull Long version, @NotNull(message = "Indiquez quand elle s’est tenue.") LocalDate tenueLe, AvisRevue avis,
            @Size(max = 4000) String texte) {
    }

    record RetraitAccueil(@NotNull Long version, @NotBlank(message = "Écrivez le motif.") @Size(max = 2000) String motif) {
    }

    record FaitAccueil(UUID id) {
    }

    private final LectureAccueil lecture;
    private final GestionLieux lieux;
    private final ChangementsPrevus changements;
    private final GestionDroits droits;
    private final GestionFratrie fratrie;
    private final GestionRevues revues;

    AccueilController(LectureAccueil lecture, GestionLieux lieux, ChangementsPrevus changements, GestionDroits droits, GestionFratrie fratrie,
            GestionRevues revues) {
        this.lecture = lecture;
        this.lieux = lieux;
        this.changements = changements;
        this.droits = droits;
        this.fratrie = fratrie;
        this.revues = revues;
    }

    @GetMapping
    LectureAccueil.AccueilDeMesure lire(@PathVariable UUID mesureId) {
        return lecture.lire(mesureId);
    }

    @PostMapping("/lieux")
    @ResponseStatus(HttpStatus.CREATED)
    FaitAccueil poser(@PathVariable UUID mesureId, @Valid @RequestBody LieuSaisi s) {
        return new FaitAccueil(lieux.poser(mesureId, s.version(), new GestionLieux.LieuDemande(s.nature(), s.type(), s.serviceId(), s.familleId(), s.libelle(),
                s.du(), s.au(), s.motif(), s.remplace(), s.finMotif(), s.jugeAviseLe()), s.motifs()));
    }

    @PostMapping("/lieux/{id}/fin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void terminer(@PathVariable UUID mesureId, @PathVariable UUID id, @Valid @RequestBody FinDeLieu s) {
        lieux.terminer(mesureId, id, s.version(), s.au(), s.motif(), s.jugeAviseLe(), s.precisions(), s.motifs());
    }

    @PostMapping("/lieux/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerLieu(@PathVariable UUID mesureId, @PathVariable UUID id, @Valid @RequestBody RetraitAccueil s) {
        lieux.annuler(mesureId, id, s.version(), s.motif());
    }

    @PostMapping("/changement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prevoir(@PathVariable UUID mesureId, @Valid @RequestBody ChangementSaisi s) {
        changements.prevoir(mesureId, s.version(), s.prevuLe(), s.motif());
    }

    @PostMapping("/changement/avis")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void aviser(@PathVariable UUID mesureId, @Valid @RequestBody AvisAuJuge s) {
        changements.aviser(mesureId, s.version(), s.le());
    }

    @PostMapping("/changement/abandon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renoncer(@PathVariable UUID mesureId, @Valid @RequestBody RetraitAccueil s) {
        changements.renoncer(mesureId, s.version(), s.motif());
    }

    @PostMapping("/droits")
    @ResponseStatus(HttpStatus.CREATED)
    FaitAccueil poserDroit(@PathVariable UUID mesureId, @Valid @RequestBody DroitSaisi s) {
        return new FaitAccueil(droits.poser(mesureId, s.version(), new GestionDroits.DroitDemande(s.adulteId(), s.genre(), s.modalite(), s.ordonneLe(), s.du(),
                s.au(), s.texte()), s.motifs()));
    }

    @PostMapping("/droits/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerDroit(@PathVariable UUID mesureId, @PathVariable UUID id, @Valid @RequestBody RetraitAccueil s) {
        droits.annuler(mesureId, id, s.version(), s.motif());
    }

    @PostMapping("/fratrie")
    @ResponseStatus(HttpStatus.CREATED)
    FaitAccueil noterFratrie(@PathVariable UUID mesureId, @Valid @RequestBody FratrieSaisie s) {
        return new FaitAccueil(fratrie.noter(mesureId, s.version(), new GestionFratrie.FratrieDemande(s.frereId(), s.ensemble(), s.motif(), s.du(), s.jugeAviseLe()),
                s.motifs()));
    }

    @PostMapping("/fratrie/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerFratrie(@PathVariable UUID mesureId, @PathVariable UUID id, @Valid @RequestBody RetraitAccueil s) {
        fratrie.annuler(mesureId, id, s.version(), s.motif());
    }

    @PostMapping("/revues")
    @ResponseStatus(HttpStatus.CREATED)
    FaitAccueil poserRevue(@PathVariable UUID mesureId, @Valid @RequestBody RevueSaisie s) {
        return new FaitAccueil(revues.poser(mesureId, s.version(), s.genre(), s.prevueLe(), s.tenueLe(), s.avis(), s.texte()));
    }

    @PostMapping("/revues/{id}/tenue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tenir(@PathVariable UUID mesureId, @PathVariable UUID id, @Valid @RequestBody RevueTenue s) {
        revues.tenir(mesureId, id, s.version(), s.tenueLe(), s.avis(), s.texte());
    }

    @PostMapping("/revues/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annulerRevue(@PathVariable UUID mesureId, @PathVariable UUID id, @Valid @RequestBody RetraitAccueil s) {
        revues.annuler(mesureId, id, s.version(), s.motif());
    }
}
