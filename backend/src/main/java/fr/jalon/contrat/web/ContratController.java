package fr.jalon.contrat.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.contrat.DossierRapport;
import fr.jalon.contrat.DroitsContrat;
import fr.jalon.contrat.FichesContrat;
import fr.jalon.contrat.Pourquoi;
import fr.jalon.contrat.TableauContrat;
import fr.jalon.contrat.TablesContrat;
import fr.jalon.contrat.VentilationCsv;
import fr.jalon.diffusion.Public;
import fr.jalon.indicateur.Decoupe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contract table, why each figure, and their files. */
@RestController
@RequestMapping("/api/contrat")
class ContratController {

    record AccueilContrat(List<TablesContrat.PlanOffert> plans, int anneeCourante) {
    }

    record FicheConfiee(@NotNull(message = "Dites qui saisit la fiche.") Set<UUID> personnes) {
    }

    private final TablesContrat tables;
    private final DossierRapport dossier;
    private final Pourquoi pourquoi;
    private final DroitsContrat droits;
    private final FichesContrat fiches;
    private final Horloge horloge;

    ContratController(TablesContrat tables, DossierRapport dossier, Pourquoi pourquoi, DroitsContrat droits, FichesContrat fiches, Horloge horloge) {
        this.tables = tables;
        this.dossier = dossier;
        this.pourquoi = pourquoi;
        this.droits = droits;
        this.fiches = fiches;
        this.horloge = horloge;
    }

    @GetMapping
    AccueilContrat accueil() {
        return new AccueilContrat(tables.plans(), horloge.aujourdhui().getYear());
    }

    @GetMapping("/tableau")
    TableauContrat tableau(@RequestParam(required = false) String plan, @RequestParam(required = false) Integer reference, @RequestParam(required = false) Integer du,
            @RequestParam(required = false) Integer au, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate connuLe,
            @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return tables.tableau(new TablesContrat.Demande(plan, reference, du, au, connuLe, diffusion));
    }

    @GetMapping(path = "/tableau/classeur", produces = Fichiers.XLSX)
    ResponseEntity<byte[]> classeur(@RequestParam(required = false) String plan, @RequestParam(required = false) Integer reference, @RequestParam(required = false) Integer du,
            @RequestParam(required = false) Integer au, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate connuLe,
            @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return Fichiers.fichier(dossier.classeur(new TablesContrat.Demande(plan, reference, du, au, connuLe, diffusion)), Fichiers.XLSX, Fichiers.nom("tableau-de-bord", diffusion, "xlsx"));
    }

    @GetMapping(path = "/tableau/csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) String plan, @RequestParam(required = false) Integer reference, @RequestParam(required = false) Integer du,
            @RequestParam(required = false) Integer au, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate connuLe,
            @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return Fichiers.csv(dossier.csv(new TablesContrat.Demande(plan, reference, du, au, connuLe, diffusion)), Fichiers.nom("tableau-de-bord", diffusion, "csv"));
    }

    /** The file to fill and hand in again. */
    @GetMapping(path = "/saisies/modele", produces = "text/csv")
    ResponseEntity<byte[]> modele(@RequestParam(required = false) String plan, @RequestParam(required = false) Integer reference, @RequestParam(required = false) Integer du,
            @RequestParam(required = false) Integer au) {
        return Fichiers.csv(dossier.modele(new TablesContrat.Demande(plan, reference, du, au, null, Public.INTERNE)), "saisies.csv");
    }

    @GetMapping("/pourquoi/{code}")
    Pourquoi.Explication pourquoi(@PathVariable String code, @RequestParam int annee,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate connuLe, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return pourquoi.pourquoi(code, annee, connuLe, diffusion);
    }

    @GetMapping("/pourquoi/{code}/{decoupe}")
    Pourquoi.VentilationContrat ventiler(@PathVariable String code, @PathVariable Decoupe decoupe, @RequestParam int annee,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate connuLe, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return pourquoi.ventiler(code, annee, decoupe, connuLe, diffusion);
    }

    @GetMapping(path = "/pourquoi/{code}/{decoupe}/csv", produces = "text/csv")
    ResponseEntity<byte[]> ventilerCsv(@PathVariable String code, @PathVariable Decoupe decoupe, @RequestParam int annee,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate connuLe, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        return Fichiers.csv(VentilationCsv.ecrire(pourquoi.aExporter(code, annee, decoupe, connuLe, diffusion)), Fichiers.nom("detail", diffusion, "csv"));
    }

    @GetMapping("/fiches")
    List<FichesContrat.FicheContrat> fiches(@RequestParam int annee) {
        return fiches.de(annee);
    }

    @GetMapping("/fiches/responsables")
    List<DroitsContrat.Responsable> possibles() {
        return droits.possibles();
    }

    @PutMapping("/fiches/{fiche}/responsables")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confier(@PathVariable String fiche, @Valid @RequestBody FicheConfiee d) {
        fiches.confier(fiche, d.personnes());
    }
}
