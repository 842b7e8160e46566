package fr.jalon.contrat.web;

import java.time.LocalDate;

import fr.jalon.contrat.Arretes;
import fr.jalon.contrat.DossierRapport;
import fr.jalon.contrat.Rapports;
import fr.jalon.diffusion.Public;
import jakarta.validation.Valid;

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

/** Closing a year, its revisions, the annual execution report and its circuit. */
@RestController
@RequestMapping("/api/contrat")
class RapportContratController {

    record ArretDemande(String qualite, String remarque) {
    }

    record EtapeDemandee(Rapports.Etape etape, LocalDate le, String remarques, int rang) {
    }

    private final Arretes arretes;
    private final Rapports rapports;
    private final DossierRapport dossier;

    RapportContratController(Arretes arretes, Rapports rapports, DossierRapport dossier) {
        this.arretes = arretes;
        this.rapports = rapports;
        this.dossier = dossier;
    }

    @PostMapping("/arretes/{annee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arreter(@PathVariable int annee, @Valid @RequestBody ArretDemande d) {
        arretes.arreter(annee, d.qualite(), d.remarque());
    }

    @GetMapping("/arretes/{annee}")
    Arretes.ArreteContrat arrete(@PathVariable int annee) {
        return arretes.lire(annee);
    }

    @GetMapping("/rapports/{annee}")
    Rapports.RapportExecution rapport(@PathVariable int annee) {
        return rapports.lire(annee);
    }

    @PostMapping("/rapports/{annee}/etapes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void franchir(@PathVariable int annee, @Valid @RequestBody EtapeDemandee d) {
        rapports.franchir(annee, d.etape(), d.le(), d.remarques(), d.rang());
    }

    @GetMapping(path = "/rapports/{annee}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable int annee, @RequestParam(required = false) String plan, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return Fichiers.fichier(dossier.pdf(annee, plan, diffusion), MediaType.APPLICATION_PDF_VALUE, Fichiers.nom("rapport-" + annee, diffusion, "pdf"));
    }

    @GetMapping(path = "/rapports/{annee}/classeur", produces = Fichiers.XLSX)
    ResponseEntity<byte[]> classeur(@PathVariable int annee, @RequestParam(required = false) String plan, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return Fichiers.fichier(dossier.classeur(annee, plan, diffusion), Fichiers.XLSX, Fichiers.nom("rapport-" + annee, diffusion, "xlsx"));
    }

    @GetMapping(path = "/rapports/{annee}/csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(@PathVariable int annee, @RequestParam(required = false) String plan, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return Fichiers.csv(dossier.csv(annee, plan, diffusion), Fichiers.nom("rapport-" + annee, diffusion, "csv"));
    }

    @GetMapping("/rapports/{annee}/json")
    ResponseEntity<DossierRapport.RapportPublie> json(@PathVariable int annee, @RequestParam(required = false) String plan, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"" + Fichiers.nom("rapport-" + annee, diffusion, "json") + "\"")
                .body(dossier.json(annee, plan, diffusion));
    }
}
