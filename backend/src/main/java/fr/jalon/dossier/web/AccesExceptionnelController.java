package fr.jalon.dossier.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.AccesExceptionnels;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening a file for a day, and who did. The name travels in the body, as for a search. */
@RestController
@RequestMapping("/api/acces-exceptionnels")
class AccesExceptionnelController {

    record AccesDemande(@Size(max = 200, message = "Écrivez au plus 200 caractères.") String q,
            @Size(max = 30, message = "Écrivez au plus 30 caractères.") String naissance,
            @Size(max = 2000, message = "Écrivez au plus 2 000 caractères.") String motif) {
    }

    record AccesAVoir(long nombre) {
    }

    record AccesVus(@NotNull(message = "Dites lesquels.") Set<UUID> ids) {
    }

    private final AccesExceptionnels acces;

    AccesExceptionnelController(AccesExceptionnels acces) {
        this.acces = acces;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccesExceptionnels.AccesOuvert ouvrir(@Valid @RequestBody AccesDemande d) {
        return acces.ouvrir(d.q(), d.naissance(), d.motif());
    }

    @GetMapping("/miens")
    List<AccesExceptionnels.AccesOuvert> miens() {
        return acces.miens();
    }

    /** @param mois « 2026-11 »; this month when absent */
    @GetMapping
    List<AccesExceptionnels.LigneAcces> duMois(@RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") YearMonth mois) {
        return acces.duMois(mois);
    }

    @GetMapping("/a-voir")
    AccesAVoir aVoir() {
        return new AccesAVoir(acces.aVoir());
    }

    @PostMapping("/vus")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vus(@Valid @RequestBody AccesVus d) {
        acces.vus(d.ids());
    }
}
