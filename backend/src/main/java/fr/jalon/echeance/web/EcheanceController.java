package fr.jalon.echeance.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.echeance.ConsultationEcheances;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Due dates of a file and why each is what it is. */
@RestController
@RequestMapping("/api/echeances")
class EcheanceController {

    private final ConsultationEcheances consultation;

    EcheanceController(ConsultationEcheances consultation) {
        this.consultation = consultation;
    }

    @GetMapping
    List<ConsultationEcheances.EcheanceVue> lister(@RequestParam TypeSujet sujetType, @RequestParam UUID sujetId) {
        return consultation.de(new Sujet(sujetType, sujetId));
    }

    @GetMapping("/{id}/explication")
    ConsultationEcheances.ExplicationVue expliquer(@PathVariable UUID id) {
        return consultation.expliquer(id);
    }
}
