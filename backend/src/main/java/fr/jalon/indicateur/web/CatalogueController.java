package fr.jalon.indicateur.web;

import java.time.Instant;
import java.util.List;

import fr.jalon.indicateur.CatalogueLocal;
import fr.jalon.indicateur.ErreurCatalogue;
import fr.jalon.indicateur.LectureCatalogue;
import fr.jalon.indicateur.MotsDuCatalogue;
import fr.jalon.indicateur.RapportCatalogue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue itself: what counts by itself, and the indicators a département adds without code. */
@RestController
@RequestMapping("/api/indicateurs/catalogue")
class CatalogueController {

    record VersionCatalogue(int version, String empreinte, Instant du, String motif) {
    }

    record CatalogueAjoute(int version, String yaml, String empreinte, List<VersionCatalogue> versions) {
    }

    record TexteCatalogue(@NotNull @Size(max = 400_000) String yaml) {
    }

    record NouvelleVersionCatalogue(@NotNull @Size(max = 400_000) String yaml, int version, @Size(max = 500) String motif) {
    }

    record EssaiCatalogue(List<ErreurCatalogue> erreurs) {
    }

    record VersionEnregistree(int version) {
    }

    private final RapportCatalogue rapport;
    private final CatalogueLocal local;
    private final LectureCatalogue lecture;
    private final MotsDuCatalogue mots;

    CatalogueController(RapportCatalogue rapport, CatalogueLocal local, LectureCatalogue lecture, MotsDuCatalogue mots) {
        this.rapport = rapport;
        this.local = local;
        this.lecture = lecture;
        this.mots = mots;
    }

    /** Every row of the documents with its words, and what counts it. */
    @GetMapping("/lignes")
    LectureCatalogue.CatalogueLu lignesDuCatalogue() {
        return lecture.lire();
    }

    /** One of its indicators over the last years. */
    @GetMapping("/chiffres/{code}")
    LectureCatalogue.IndicateurApercu chiffresDuCatalogue(@PathVariable String code) {
        return lecture.chiffres(code);
    }

    /** What an added indicator may be written with. */
    @GetMapping("/mots")
    MotsDuCatalogue.MotsConnus motsDuCatalogue() {
        return mots.lireMots();
    }

    /** The figures of a text before it is kept. */
    @PostMapping("/apercu")
    LectureCatalogue.ApercuCatalogue apercu(@Valid @RequestBody TexteCatalogue t) {
        return lecture.apercu(t.yaml());
    }

    /** The text of a past version. */
    @GetMapping("/ajoutes/{numero}")
    CatalogueAjoute versionDuCatalogue(@PathVariable int numero) {
        CatalogueLocal.Version v = local.version(numero);
        return new CatalogueAjoute(v.version(), v.yaml(), v.empreinte(), List.of());
    }

    @GetMapping("/rapport")
    RapportCatalogue.Rapport rapport() {
        return rapport.lire();
    }

    @GetMapping("/ajoutes")
    CatalogueAjoute ajoutes() {
        CatalogueLocal.Version v = local.enVigueur();
        return new CatalogueAjoute(v.version(), v.yaml(), v.empreinte(),
                local.versions().stream().map(x -> new VersionCatalogue(x.version(), x.empreinte(), x.du(), x.motif())).toList());
    }

    /** Everything wrong with a text, each with its line and column; nothing is kept. */
    @PostMapping("/essai")
    EssaiCatalogue essayer(@Valid @RequestBody TexteCatalogue t) {
        return new EssaiCatalogue(local.essayer(t.yaml()));
    }

    @PutMapping("/ajoutes")
    VersionEnregistree enregistrer(@Valid @RequestBody NouvelleVersionCatalogue n) {
        return new VersionEnregistree(local.enregistrer(n.yaml(), n.version(), n.motif()));
    }
}
