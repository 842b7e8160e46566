package fr.jalon.statistique.web;

import fr.jalon.statistique.Olinpe;
import fr.jalon.statistique.Olinpe.CompletudeOlinpe;
import fr.jalon.statistique.StockDrees;
import fr.jalon.statistique.StockDrees.TableauDrees;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** National statistics: tables on screen, files to send. */
@RestController
@RequestMapping("/api/statistiques")
class StatistiquesController {

    record IdentifiantsRecus(@NotBlank(message = "Choisissez le fichier rendu par l’outil officiel.") @Size(max = 5_000_000, message = "Ce fichier est trop gros.") String fichier) {
    }

    record IdentifiantsGardes(int nombre) {
    }

    private final StockDrees drees;
    private final Olinpe olinpe;

    StatistiquesController(StockDrees drees, Olinpe olinpe) {
        this.drees = drees;
        this.olinpe = olinpe;
    }

    @GetMapping("/drees/{annee}")
    TableauDrees stockDrees(@PathVariable int annee) {
        return drees.lire(annee);
    }

    @GetMapping(path = "/drees/{annee}/csv", produces = "text/csv")
    ResponseEntity<String> stockDreesCsv(@PathVariable int annee) {
        return fichier("drees-aide-sociale-" + annee, drees.csv(annee));
    }

    @GetMapping("/olinpe/{annee}")
    CompletudeOlinpe completudeOlinpe(@PathVariable int annee) {
        return olinpe.completude(annee);
    }

    @GetMapping(path = "/olinpe/{annee}/evenements", produces = "text/csv")
    ResponseEntity<String> evenementsOlinpe(@PathVariable int annee) {
        return fichier("olinpe-evenements-" + annee, olinpe.evenements(annee));
    }

    @GetMapping(path = "/olinpe/{annee}/identites", produces = "text/csv")
    ResponseEntity<String> identitesOlinpe(@PathVariable int annee) {
        return fichier("olinpe-identites-" + annee, olinpe.identites(annee));
    }

    @PostMapping("/olinpe/{annee}/identifiants")
    IdentifiantsGardes recevoirIdentifiants(@PathVariable int annee, @Valid @RequestBody IdentifiantsRecus d) {
        return new IdentifiantsGardes(olinpe.recevoir(annee, d.fichier()));
    }

    private static ResponseEntity<String> fichier(String nom, String contenu) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + nom + ".csv\"").body(contenu);
    }
}
