package fr.jalon.droits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.droits.Demande;
import fr.jalon.droits.Demandes;
import fr.jalon.droits.Exemplaires;
import fr.jalon.droits.Marque;
import fr.jalon.droits.RevueDuDossier;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests of people about a file, from their arrival to their answer. Names travel in bodies only. */
@RestController
@RequestMapping("/api/droits")
class DemandesController {

    private static final String LONG = "Écrivez au plus 4000 caractères.";

    record DemandeDroits(UUID enfantId, Demande.Genre genre, Demande.Qualite qualite, @Size(max = 200, message = "Écrivez au plus 200 caractères.") String demandeur,
            @Size(max = 400, message = "Écrivez au plus 400 caractères.") String contact, @Size(max = 4000, message = LONG) String objet, LocalDate recueLe, LocalDate identiteLe,
            @Size(max = 400, message = "Écrivez au plus 400 caractères.") String identiteMoyen) {
    }

    record DemandeOuverte(UUID id) {
    }

    record IdentiteVerifiee(@NotNull Long version, LocalDate le, @Size(max = 400, message = "Écrivez au plus 400 caractères.") String moyen) {
    }

    record AvecMotif(@NotNull Long version, @Size(max = 4000, message = LONG) String motif) {
    }

    record SansMotif(@NotNull Long version) {
    }

    record ReponseDroits(@NotNull Long version, Demande.Decision decision, @Size(max = 4000, message = LONG) String motif, @Size(max = 4000, message = LONG) String corrige,
            LocalDate le, @Size(max = 400, message = "Écrivez au plus 400 caractères.") String moyen) {
    }

    record ChoixDePartie(@NotNull String piece, String element, String ligne, Marque.Sort sort, @Size(max = 1000, message = "Écrivez au plus 1000 caractères.") String motif,
            Marque.Article article, @Size(max = 100, message = "Cent passages au plus.") List<@Size(max = 2000, message = "Écrivez au plus 2000 caractères.") String> passages,
            UUID copieId, @NotNull String empreinte) {
    }

    record CodeLibelle(String code, String libelle) {
    }

    /** A request with its words for the page, and the copy when it is frozen. */
    record DemandeComplete(Demande demande, String genreLibelle, String qualiteLibelle, String etatLibelle, String decisionLibelle, Exemplaires.ExemplaireVu exemplaire,
            List<CodeLibelle> articles) {
    }

    private final Demandes demandes;
    private final RevueDuDossier revue;
    private final Exemplaires exemplaires;

    DemandesController(Demandes demandes, RevueDuDossier revue, Exemplaires exemplaires) {
        this.demandes = demandes;
        this.revue = revue;
        this.exemplaires = exemplaires;
    }

    @GetMapping("/demandes")
    List<Demandes.LigneDemande> demandes(@RequestParam(defaultValue = "false") boolean closes) {
        return demandes.lister(closes);
    }

    @PostMapping("/demandes")
    @ResponseStatus(HttpStatus.CREATED)
    DemandeOuverte ouvrir(@Valid @RequestBody DemandeDroits d) {
        return new DemandeOuverte(demandes.ouvrir(new Demandes.NouvelleDemande(d.enfantId(), d.genre(), d.qualite(), d.demandeur(), d.contact(), d.objet(), d.recueLe(),
                d.identiteLe(), d.identiteMoyen())));
    }

    @GetMapping("/demandes/{id}")
    DemandeComplete demande(@PathVariable UUID id) {
        Demande d = demandes.lire(id);
        return new DemandeComplete(d, d.genre().libelle(), d.qualite().libelle(), d.etat().libelle(), d.decision() == null ? null : d.decision().libelle(), exemplaires.vu(id),
                java.util.Arrays.stream(Marque.Article.values()).map(a -> new CodeLibelle(a.name(), a.libelle())).toList());
    }

    @GetMapping("/enfants/{enfant}")
    Demandes.DroitsDeLEnfant deLEnfant(@PathVariable UUID enfant) {
        return demandes.deLEnfant(enfant);
    }

    @PostMapping("/demandes/{id}/identite")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void noterIdentite(@PathVariable UUID id, @Valid @RequestBody IdentiteVerifiee d) {
        demandes.noterIdentite(id, d.version(), d.le(), d.moyen());
    }

    @PostMapping("/demandes/{id}/prolongation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prolonger(@PathVariable UUID id, @Valid @RequestBody AvecMotif d) {
        demandes.prolonger(id, d.version(), d.motif());
    }

    @PostMapping("/demandes/{id}/reponse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void repondre(@PathVariable UUID id, @Valid @RequestBody ReponseDroits d) {
        demandes.repondre(id, d.version(), new Demandes.Reponse(d.decision(), d.motif(), d.corrige(), d.le(), d.moyen()));
    }

    @PostMapping("/demandes/{id}/classement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void classer(@PathVariable UUID id, @Valid @RequestBody AvecMotif d) {
        demandes.classer(id, d.version(), d.motif());
    }

    @GetMapping("/demandes/{id}/revue")
    RevueDuDossier.RevueVue revue(@PathVariable UUID id) {
        return revue.revue(id);
    }

    @PostMapping("/demandes/{id}/revue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decider(@PathVariable UUID id, @Valid @RequestBody ChoixDePartie c) {
        revue.decider(id, new RevueDuDossier.Decider(c.piece(), c.element(), c.ligne(), c.sort(), c.motif(), c.article(), c.passages(), c.copieId(), c.empreinte()));
    }

    @PostMapping("/demandes/{id}/copie")
    Exemplaires.ExemplaireVu arreter(@PathVariable UUID id, @Valid @RequestBody SansMotif d) {
        return exemplaires.arreter(id, d.version());
    }

    @PostMapping("/demandes/{id}/copie/reprise")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reprendre(@PathVariable UUID id, @Valid @RequestBody SansMotif d) {
        exemplaires.reprendre(id, d.version());
    }

    @GetMapping("/demandes/{id}/copie/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        return Fichiers.de(exemplaires.pdf(id), MediaType.APPLICATION_PDF, "dossier.pdf");
    }

    @GetMapping("/demandes/{id}/copie/json")
    ResponseEntity<byte[]> json(@PathVariable UUID id) {
        return Fichiers.de(exemplaires.json(id), MediaType.APPLICATION_JSON, "dossier.json");
    }

    /** Written as it goes: the attached files may be many. */
    @GetMapping("/demandes/{id}/copie/archive")
    void archive(@PathVariable UUID id, HttpServletResponse reponse) {
        exemplaires.archive(id, () -> Fichiers.ouvrir(reponse, MediaType.parseMediaType("application/zip"), "dossier.zip"));
    }
}
