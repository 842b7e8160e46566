package fr.jalon.mesure.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.mesure.EtatMesure;
import fr.jalon.mesure.LectureMesure;
import fr.jalon.mesure.ListeMesures;
import fr.jalon.mesure.ListeMesures.PageMesures;
import fr.jalon.mesure.OuvrirMesures;
import fr.jalon.mesure.OuvrirMesures.DemandeMesures;
import fr.jalon.mesure.PageMesure;
import fr.jalon.mesure.PreparationMesure;
import fr.jalon.mesure.PreparationMesure.ChoixMesure;
import fr.jalon.mesure.PreparationMesure.PersonneNommable;
import fr.jalon.mesure.PreparationMesure.PreparationOuverture;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Measures: the list, the page, the drawing, and opening them. */
@RestController
@RequestMapping("/api/mesures")
class MesureController {

    record MesuresOuvertes(List<UUID> mesures) {
    }

    private final OuvrirMesures ouvrir;
    private final LectureMesure lecture;
    private final ListeMesures liste;
    private final PreparationMesure preparation;

    MesureController(OuvrirMesures ouvrir, LectureMesure lecture, ListeMesures liste, PreparationMesure preparation) {
        this.ouvrir = ouvrir;
        this.lecture = lecture;
        this.liste = liste;
        this.preparation = preparation;
    }

    @GetMapping
    PageMesures listerMesures(@RequestParam(required = false) String numero, @RequestParam(required = false) EtatMesure etat,
            @RequestParam(required = false) String unite, @RequestParam(required = false) String service,
            @RequestParam(required = false) String produit, @RequestParam(required = false) String cadre,
            @RequestParam(defaultValue = "false") boolean ouvertes, @RequestParam(required = false) UUID referent,
            @RequestParam(required = false) String apres, @RequestParam(defaultValue = "50") int taille) {
        return liste.page(new ListeMesures.Criteres(numero, etat, unite, service, produit, cadre, ouvertes, referent), apres, taille);
    }

    @GetMapping("/choix")
    ChoixMesure choixMesure() {
        return preparation.choix();
    }

    @GetMapping("/preparation")
    PreparationOuverture preparer(@RequestParam(required = false) UUID ip, @RequestParam(required = false) List<UUID> enfant) {
        return preparation.ouverture(ip, enfant);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MesuresOuvertes ouvrirMesures(@Valid @RequestBody DemandeMesures demande) {
        return new MesuresOuvertes(ouvrir.ouvrir(demande));
    }

    @GetMapping("/{id}")
    PageMesure mesure(@PathVariable UUID id) {
        return lecture.ouvrir(id);
    }

    @GetMapping("/{id}/personnes")
    List<PersonneNommable> personnesNommables(@PathVariable UUID id, @RequestParam String genre) {
        return preparation.personnes(id, genre);
    }
}
