package fr.jalon.indicateur.web;

import java.util.List;
import java.util.Locale;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.diffusion.Public;
import fr.jalon.indicateur.Axe;
import fr.jalon.indicateur.Indicateurs;
import fr.jalon.indicateur.Tableaux;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Figures, what they count, and the files behind them. */
@RestController
@RequestMapping("/api/indicateurs")
class IndicateursController {

    private static final int RECUL = 7;

    record CatalogueIndicateurs(List<Tableaux.Definition> indicateurs, List<Tableaux.UniteOfferte> unites, int anneeCourante) {
    }

    record TableauUnites(int annee, List<Tableaux.LigneUnite> lignes) {
    }

    record TableauAxe(int annee, Axe axe, List<Tableaux.LigneAxe> lignes) {
    }

    private final Tableaux tableaux;
    private final Indicateurs indicateurs;
    private final Horloge horloge;

    IndicateursController(Tableaux tableaux, Indicateurs indicateurs, Horloge horloge) {
        this.tableaux = tableaux;
        this.indicateurs = indicateurs;
        this.horloge = horloge;
    }

    @GetMapping
    CatalogueIndicateurs catalogue() {
        return new CatalogueIndicateurs(tableaux.definitions(), tableaux.unites(), courante());
    }

    @GetMapping("/annees")
    Tableaux.TableauAnnees annees(@RequestParam(required = false) Integer du, @RequestParam(required = false) Integer au,
            @RequestParam(required = false) String unite, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        int fin = au == null ? courante() : au;
        return tableaux.annees(du == null ? fin - RECUL : du, fin, unite, diffusion);
    }

    @GetMapping("/unites")
    TableauUnites unites(@RequestParam int annee, @RequestParam List<String> codes) {
        return new TableauUnites(annee, tableaux.parUnite(annee, codes));
    }

    /** A line a product, frame, service or legal basis; for the indicators of measures. */
    @GetMapping("/axes/{axe}")
    TableauAxe axes(@PathVariable Axe axe, @RequestParam int annee, @RequestParam List<String> codes,
            @RequestParam(required = false) String unite) {
        return new TableauAxe(annee, axe, tableaux.parAxe(annee, axe, codes, unite));
    }

    @GetMapping("/{code}/dossiers")
    Tableaux.PageDossiers dossiers(@PathVariable String code, @RequestParam int annee, @RequestParam(required = false) String unite,
            @RequestParam(defaultValue = "false") boolean manquants, @RequestParam(defaultValue = "0") int page) {
        return tableaux.dossiers(code, annee, unite, manquants, page);
    }

    @GetMapping(path = "/export", produces = "text/csv")
    ResponseEntity<String> export(@RequestParam(required = false) Integer du, @RequestParam(required = false) Integer au,
            @RequestParam(required = false) String unite, @RequestParam(defaultValue = "INTERNE") Public diffusion) {
        int fin = au == null ? courante() : au;
        Tableaux.TableauAnnees tableau = tableaux.aExporter(du == null ? fin - RECUL : du, fin, unite, diffusion);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"indicateurs-" + tableau.annees().get(0) + "-"
                        + tableau.annees().get(tableau.annees().size() - 1) + (diffusion == Public.INTERNE ? "" : "-" + diffusion.name().toLowerCase(Locale.ROOT)) + ".csv\"")
                .body(Csv.ecrire(tableau, unite));
    }

    @PostMapping("/exercices/{annee}/arret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arreter(@PathVariable int annee) {
        indicateurs.arreter(annee);
    }

    private int courante() {
        return horloge.aujourdhui().getYear();
    }
}
