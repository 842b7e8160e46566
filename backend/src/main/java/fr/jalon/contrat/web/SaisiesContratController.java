package fr.jalon.contrat.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import fr.jalon.commun.Refus;
import fr.jalon.contrat.ImportValeurs;
import fr.jalon.contrat.Recits;
import fr.jalon.contrat.Saisies;
import fr.jalon.contrat.SorteValeur;
import fr.jalon.contrat.ValeurSaisie;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is typed in the table: cells, words, narratives, files. */
@RestController
@RequestMapping("/api/contrat")
class SaisiesContratController {

    record CelluleSaisie(SorteValeur sorte, BigDecimal valeur, String texte, Long base, String source, LocalDate arreteAu, String commentaire, String motif, int version) {
    }

    record CelluleEcrite(int version) {
    }

    record MotEcrit(@NotNull(message = "Dites la sorte de mots.") String sorte, String texte, int version) {
    }

    record RecitEcrit(@NotNull(message = "Écrivez le récit.") String texte, int version) {
    }

    private final Saisies saisies;
    private final ImportValeurs imports;
    private final Recits recits;

    SaisiesContratController(Saisies saisies, ImportValeurs imports, Recits recits) {
        this.saisies = saisies;
        this.imports = imports;
        this.recits = recits;
    }

    @PutMapping("/saisies/{code}/{annee}/{type}")
    CelluleEcrite saisir(@PathVariable String code, @PathVariable int annee, @PathVariable ValeurSaisie.Type type, @Valid @RequestBody CelluleSaisie d) {
        return new CelluleEcrite(saisies.saisir(code, annee, type,
                new Saisies.Saisie(d.sorte(), d.valeur(), d.texte(), d.base(), d.source(), d.arreteAu(), d.commentaire(), d.motif(), d.version())));
    }

    @GetMapping("/saisies/{code}/{annee}/{type}")
    List<Saisies.VersionSaisie> histoire(@PathVariable String code, @PathVariable int annee, @PathVariable ValeurSaisie.Type type) {
        return saisies.histoire(code, annee, type);
    }

    @PutMapping("/mots/{code}/{annee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dire(@PathVariable String code, @PathVariable int annee, @Valid @RequestBody MotEcrit d) {
        saisies.dire(code, annee, d.sorte(), d.texte(), d.version());
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportValeurs.Importees importer(@RequestPart(required = false) MultipartFile fichier) throws IOException {
        if (fichier == null) {
            throw Refus.champ("fichier", "Choisissez un fichier.");
        }
        return imports.importer(fichier.getBytes());
    }

    @PutMapping("/fiches/{fiche}/recit/{annee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void raconter(@PathVariable String fiche, @PathVariable int annee, @Valid @RequestBody RecitEcrit d) {
        recits.ecrire(fiche, annee, d.texte(), d.version());
    }
}
