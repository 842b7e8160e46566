package fr.jalon.dossier.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.dossier.AdulteSaisi;
import fr.jalon.dossier.Entourage;
import fr.jalon.dossier.ExerciceAutorite;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.FoyerSaisi;
import fr.jalon.dossier.GenreLien;
import fr.jalon.dossier.QualiteAdulte;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holders, homes and links of a child. Nothing is deleted: a tie ends on a day, or never was. */
@RestController
@RequestMapping("/api/enfants/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class EntourageController {

    /** @param aussi brothers and sisters for whom the same is said */
    record TitulaireSaisi(UUID adulteId, @Valid AdulteSaisi adulte, @NotNull(message = "Dites ce que cet adulte est pour l’enfant.") QualiteAdulte qualite,
            @NotNull(message = "Dites comment l’autorité parentale est exercée, ou « inconnu ».") ExerciceAutorite exercice,
            @Size(max = 300, message = "Écrivez au plus 300 caractères.") String precision, LocalDate du, LocalDate au, List<UUID> aussi) {

        Entourage.TitulaireDonne donne() {
            return new Entourage.TitulaireDonne(adulteId, adulte, qualite, exercice, precision, du, au);
        }
    }

    record AdulteCorrige(@NotNull Long version, @NotNull @Valid AdulteSaisi adulte) {
    }

    record FoyerAjoute(UUID foyerId, @Valid FoyerSaisi foyer, boolean principal, LocalDate du, List<UUID> adultes, List<UUID> aussi) {
    }

    record FoyerCorrige(@NotNull Long version, @NotNull @Valid FoyerSaisi foyer) {
    }

    /** @param le last day; null says that the tie never was */
    record FinDeLien(LocalDate le) {
    }

    record LienSaisi(@NotNull(message = "Choisissez l’autre enfant.") UUID enfantId, @NotNull(message = "Choisissez le lien.") GenreLien genre) {
    }

    record AdresseMontree(String adresse, String codePostal, String commune, String telephone, String motif) {
    }

    private final Entourage entourage;

    EntourageController(Entourage entourage) {
        this.entourage = entourage;
    }

    @PostMapping("/titulaires")
    void ajouterTitulaire(@PathVariable UUID id, @Valid @RequestBody TitulaireSaisi d) {
        entourage.ajouterTitulaire(id, d.aussi(), d.donne());
    }

    @PutMapping("/titulaires/{lien}")
    void corrigerTitulaire(@PathVariable UUID id, @PathVariable UUID lien, @Valid @RequestBody TitulaireSaisi d) {
        entourage.corrigerTitulaire(id, lien, d.donne());
    }

    @PostMapping("/titulaires/{lien}/fin")
    void cesserTitulaire(@PathVariable UUID id, @PathVariable UUID lien, @RequestBody FinDeLien d) {
        entourage.cesserTitulaire(id, lien, d.le());
    }

    @PutMapping("/adultes/{adulte}")
    void corrigerAdulte(@PathVariable UUID id, @PathVariable UUID adulte, @Valid @RequestBody AdulteCorrige d) {
        entourage.corrigerAdulte(id, adulte, d.version(), d.adulte());
    }

    @PostMapping("/foyers")
    void ajouterFoyer(@PathVariable UUID id, @Valid @RequestBody FoyerAjoute d) {
        entourage.ajouterFoyer(id, d.aussi(), new Entourage.FoyerDonne(d.foyerId(), d.foyer(), d.principal(), d.du(), d.adultes()));
    }

    @PutMapping("/foyers/{foyer}")
    void corrigerFoyer(@PathVariable UUID id, @PathVariable UUID foyer, @Valid @RequestBody FoyerCorrige d) {
        entourage.corrigerFoyer(id, foyer, d.version(), d.foyer());
    }

    @PostMapping("/foyers/{lien}/fin")
    void quitterFoyer(@PathVariable UUID id, @PathVariable UUID lien, @RequestBody FinDeLien d) {
        entourage.quitterFoyer(id, lien, d.le());
    }

    /** A POST, because it is an act: the journal says who asked to see it. */
    @PostMapping("/foyers/{foyer}/adresse-protegee")
    @ResponseStatus(HttpStatus.OK)
    AdresseMontree adresse(@PathVariable UUID id, @PathVariable UUID foyer) {
        FoyerEnfant f = entourage.adresseProtegee(id, foyer);
        return new AdresseMontree(f.adresse(), f.codePostal(), f.commune(), f.telephone(), f.protectionMotif());
    }

    @PostMapping("/liens")
    void lier(@PathVariable UUID id, @Valid @RequestBody LienSaisi d) {
        entourage.lier(id, d.enfantId(), d.genre());
    }

    @PostMapping("/liens/{lien}/annulation")
    void delier(@PathVariable UUID id, @PathVariable UUID lien) {
        entourage.delier(id, lien);
    }
}
