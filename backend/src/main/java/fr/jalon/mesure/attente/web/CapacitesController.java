package fr.jalon.mesure.attente.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.mesure.attente.Capacites;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dated places of services, as whoever administers keeps them. */
@RestController
@RequestMapping("/api/attente/capacites")
class CapacitesController {

    record RegistreCapacites(@NotNull List<LigneCapacite> lignes, @NotNull List<ChoixCapacite> services, @NotNull List<ChoixCapacite> produits,
            @NotNull List<ChoixCapacite> territoires) {
    }

    record ChoixCapacite(@NotNull String code, @NotNull String libelle) {
    }

    record LigneCapacite(@NotNull UUID id, @NotNull String service, @NotNull String serviceNom, @NotNull String produit,
            @NotNull String produitLibelle, String unite, String uniteNom, int places, @NotNull LocalDate du, LocalDate au, String source,
            boolean ouverte, long version) {
    }

    record SaisieCapacite(String service, String produit, String unite, Integer places, LocalDate du, LocalDate au, String source) {
    }

    record CapaciteCreee(@NotNull UUID id) {
    }

    record FinCapacite(LocalDate au, @NotNull Long version, Map<String, String> motifs) {
    }

    private final Capacites capacites;

    CapacitesController(Capacites capacites) {
        this.capacites = capacites;
    }

    @GetMapping
    RegistreCapacites registreCapacites() {
        Capacites.Choix choix = capacites.choix();
        return new RegistreCapacites(capacites.lignes().stream().map(l -> new LigneCapacite(l.id(), l.service(), l.serviceNom(), l.produit(),
                l.produitLibelle(), l.unite(), l.uniteNom(), l.places(), l.du(), l.au(), l.source(), l.ouverte(), l.version())).toList(),
                choix(choix.services()), choix(choix.produits()), choix(choix.territoires()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CapaciteCreee ouvrirCapacite(@Valid @RequestBody SaisieCapacite s) {
        return new CapaciteCreee(capacites.ouvrir(new Capacites.Saisie(s.service(), s.produit(), s.unite(), s.places(), s.du(), s.au(),
                s.source())));
    }

    @PostMapping("/{id}/fin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void terminerCapacite(@PathVariable UUID id, @Valid @RequestBody FinCapacite f) {
        capacites.terminer(id, f.au(), f.version(), f.motifs());
    }

    private static List<ChoixCapacite> choix(Map<String, String> valeurs) {
        return valeurs.entrySet().stream().map(e -> new ChoixCapacite(e.getKey(), e.getValue())).toList();
    }
}
