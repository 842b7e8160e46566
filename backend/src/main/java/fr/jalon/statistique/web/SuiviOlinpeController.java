package fr.jalon.statistique.web;

import fr.jalon.statistique.ManquesOlinpe;
import fr.jalon.statistique.ManquesOlinpe.ManquesVusOlinpe;
import fr.jalon.statistique.SuiviOlinpe;
import fr.jalon.statistique.SuiviOlinpe.AvisNonLusOlinpe;
import fr.jalon.statistique.SuiviOlinpe.FicheOlinpe;
import fr.jalon.statistique.SuiviOlinpe.HistoriqueOlinpe;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The monthly reports of the extract, what they tell the officer, and the files to complete. */
@RestController
@RequestMapping("/api/statistiques/olinpe")
class SuiviOlinpeController {

    private final SuiviOlinpe suivi;
    private final ManquesOlinpe manques;

    SuiviOlinpeController(SuiviOlinpe suivi, ManquesOlinpe manques) {
        this.suivi = suivi;
        this.manques = manques;
    }

    @GetMapping("/{annee}/rapports")
    HistoriqueOlinpe rapportsOlinpe(@PathVariable int annee) {
        return suivi.historique(annee);
    }

    @GetMapping("/{annee}/variables/{code}")
    FicheOlinpe variableOlinpe(@PathVariable int annee, @PathVariable String code) {
        return suivi.variable(annee, code);
    }

    @GetMapping("/{annee}/manques")
    ManquesVusOlinpe manquesOlinpe(@PathVariable int annee, @RequestParam(required = false) String variable) {
        return manques.lire(annee, variable);
    }

    @GetMapping("/avis")
    AvisNonLusOlinpe avisOlinpe() {
        return suivi.nonLus();
    }

    @PostMapping("/{annee}/rapports/{mois}/lecture")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lireRapportOlinpe(@PathVariable int annee, @PathVariable int mois) {
        suivi.lire(annee, mois);
    }
}
