package fr.jalon.echeance.web;

import java.util.UUID;

import fr.jalon.echeance.ListeRappels;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reminders of the person, their team, or the units they supervise. */
@RestController
@RequestMapping("/api/rappels")
class RappelController {

    private final ListeRappels liste;

    RappelController(ListeRappels liste) {
        this.liste = liste;
    }

    @GetMapping
    ListeRappels.RappelsVus lire(@RequestParam(defaultValue = "MOI") ListeRappels.Portee portee) {
        return liste.lire(portee);
    }

    @PostMapping("/{id}/vu")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vu(@PathVariable UUID id) {
        liste.marquerVu(id);
    }
}
