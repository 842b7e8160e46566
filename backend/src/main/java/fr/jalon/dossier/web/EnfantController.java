package fr.jalon.dossier.web;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.EntourageConnu;
import fr.jalon.dossier.Frise;
import fr.jalon.dossier.GestionDossiers;
import fr.jalon.dossier.JournalEnfant;
import fr.jalon.dossier.LectureEntourage;
import fr.jalon.dossier.LectureFrise;
import fr.jalon.dossier.LecturePageEnfant;
import fr.jalon.dossier.PageEnfant;
import fr.jalon.dossier.Sexe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One child: the page, and the acts on the identity. */
@RestController
@RequestMapping("/api/enfants")
class EnfantController {

    record EnfantNouveau(@NotNull(message = "Décrivez l’enfant.") @Valid EnfantSaisi enfant, @NotBlank(message = "Choisissez l’unité.") String unite) {
    }

    record EnfantCree(UUID id) {
    }

    record IdentiteCorrigee(@NotNull Long version, @NotNull(message = "Décrivez l’enfant.") @Valid EnfantSaisi enfant) {
    }

    record NomAjoute(@Size(max = 100) String nom, @Size(max = 150) String prenoms) {
    }

    record NaissanceConstatee(@NotNull Long version, LocalDate le, @Size(max = 150) String prenoms, Sexe sexe) {
    }

    record DecesConstate(@NotNull Long version, LocalDate le) {
    }

    private final LecturePageEnfant lecture;
    private final LectureFrise frise;
    private final GestionDossiers gestion;
    private final JournalEnfant journal;
    private final LectureEntourage entourage;

    EnfantController(LecturePageEnfant lecture, LectureFrise frise, GestionDossiers gestion, JournalEnfant journal, LectureEntourage entourage) {
        this.lecture = lecture;
        this.frise = frise;
        this.gestion = gestion;
        this.journal = journal;
        this.entourage = entourage;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EnfantCree creer(@Valid @RequestBody EnfantNouveau d) {
        return new EnfantCree(gestion.creer(d.enfant(), d.unite()));
    }

    @GetMapping("/{id}")
    PageEnfant page(@PathVariable UUID id) {
        return lecture.page(id);
    }

    /** All that happened to the child, on one line of time. */
    @GetMapping("/{id}/frise")
    Frise frise(@PathVariable UUID id) {
        return frise.frise(id);
    }

    /** Holders, homes and brothers and sisters already known, for a form about this child. */
    @GetMapping("/{id}/entourage")
    EntourageConnu entourage(@PathVariable UUID id) {
        return entourage.lire(id);
    }

    @PutMapping("/{id}/identite")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void corriger(@PathVariable UUID id, @Valid @RequestBody IdentiteCorrigee d) {
        gestion.corriger(id, d.version(), d.enfant());
    }

    @PostMapping("/{id}/noms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ajouterNom(@PathVariable UUID id, @Valid @RequestBody NomAjoute d) {
        gestion.ajouterNom(id, d.nom(), d.prenoms());
    }

    @PostMapping("/{id}/naissance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void naissance(@PathVariable UUID id, @Valid @RequestBody NaissanceConstatee d) {
        gestion.naissance(id, d.version(), d.le(), d.prenoms(), d.sexe());
    }

    @PostMapping("/{id}/deces")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deces(@PathVariable UUID id, @Valid @RequestBody DecesConstate d) {
        gestion.deces(id, d.version(), d.le());
    }

    /** @param apres last line of the page before */
    @GetMapping("/{id}/journal")
    JournalEnfant.PageJournal journal(@PathVariable UUID id, @RequestParam(required = false) UUID apres) {
        return journal.page(id, apres);
    }
}
