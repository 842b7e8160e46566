package fr.jalon.dossier.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.dossier.AlertesRestreints;
import fr.jalon.dossier.RechercheEnfants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Search before create. A POST that changes nothing: a child's name stands in no address, hence in no log of a proxy. */
@RestController
@RequestMapping("/api/enfants")
class RechercheController {

    /**
     * @param q name and given names as they come, with or without a date
     * @param naissance date apart: « 12/03/2016 », « 03/2016 », « 2016 », « vers 2016 »
     * @param partiel the last word is being typed
     */
    record RechercheEnfantDemande(@Size(max = 200, message = "Écrivez au plus 200 caractères.") String q,
            @Size(max = 30, message = "Écrivez au plus 30 caractères.") String naissance, Boolean partiel, Integer limite) {
    }

    private static final int LIMITE = 12;
    private static final int LIMITE_GLOBALE = 6;

    private final RechercheEnfants recherche;
    private final AlertesRestreints alertes;

    RechercheController(RechercheEnfants recherche, AlertesRestreints alertes) {
        this.recherche = recherche;
        this.alertes = alertes;
    }

    @PostMapping("/recherche")
    RechercheEnfants.ResultatRecherche rechercher(@Valid @RequestBody RechercheEnfantDemande d) {
        return recherche.rechercher(d.q(), d.naissance(), Boolean.TRUE.equals(d.partiel()), d.limite() == null ? LIMITE : d.limite());
    }

    /** The search of the header: children by name, files by number. */
    @PostMapping("/recherche-globale")
    RechercheEnfants.ResultatGlobal partout(@Valid @RequestBody RechercheEnfantDemande d) {
        return recherche.partout(d.q(), d.limite() == null ? LIMITE_GLOBALE : d.limite());
    }

    @GetMapping("/alertes")
    List<AlertesRestreints.AlerteRestreint> alertes() {
        return alertes.miennes();
    }

    @PostMapping("/alertes/{id}/vue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vue(@PathVariable UUID id) {
        alertes.vue(id);
    }
}
