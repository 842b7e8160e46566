package fr.jalon.projet.redaction.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import fr.jalon.projet.redaction.ContenuProjet;
import fr.jalon.projet.redaction.ImpressionsProjet;
import fr.jalon.projet.redaction.ImpressionsProjet.ChoixMasques;
import fr.jalon.projet.redaction.ImpressionsProjet.DemandeApercu;
import fr.jalon.projet.redaction.VersionsLues;
import fr.jalon.projet.redaction.VersionsLues.ComparaisonVersions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions, side by side and on paper. */
@RestController
@RequestMapping("/api/projets/{id}/versions")
class PapiersController {

    private final VersionsLues versions;
    private final ImpressionsProjet impressions;

    PapiersController(VersionsLues versions, ImpressionsProjet impressions) {
        this.versions = versions;
        this.impressions = impressions;
    }

    @GetMapping("/{numero}")
    ContenuProjet contenuDeVersion(@PathVariable UUID id, @PathVariable int numero) {
        return versions.contenu(id, numero);
    }

    @GetMapping("/comparaison")
    ComparaisonVersions comparerVersions(@PathVariable UUID id, @RequestParam int avant, @RequestParam int apres) {
        return versions.comparer(id, avant, apres);
    }

    @GetMapping("/{numero}/pdf")
    ResponseEntity<byte[]> pdfDeVersion(@PathVariable UUID id, @PathVariable int numero, @RequestParam(required = false) String variante, HttpServletResponse reponse) {
        return donner(impressions.version(id, numero, variante), reponse);
    }

    /** What can be hidden from somebody. */
    @PostMapping("/{numero}/masques")
    ChoixMasques masquesPossibles(@PathVariable UUID id, @PathVariable int numero, @Valid @RequestBody DemandeApercu d) {
        return impressions.masques(id, numero, d);
    }

    /** The copy of somebody before it is handed over. */
    @PostMapping("/{numero}/apercu")
    ResponseEntity<byte[]> apercuDExemplaire(@PathVariable UUID id, @PathVariable int numero, @Valid @RequestBody DemandeApercu d, HttpServletResponse reponse) {
        return donner(impressions.apercu(id, numero, d), reponse);
    }

    @GetMapping("/remises/{remise}/pdf")
    ResponseEntity<byte[]> pdfDeRemise(@PathVariable UUID id, @PathVariable UUID remise, @RequestParam(required = false) String variante, HttpServletResponse reponse) {
        return donner(impressions.remise(id, remise, variante), reponse);
    }

    private static ResponseEntity<byte[]> donner(ImpressionsProjet.Papier p, HttpServletResponse reponse) {
        // In place of the policy of our own pages: a paper runs nothing.
        reponse.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(p.nom(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(p.octets());
    }
}
