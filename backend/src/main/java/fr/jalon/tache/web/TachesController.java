package fr.jalon.tache.web;

import java.util.List;
import java.util.UUID;

import fr.jalon.tache.Bande;
import fr.jalon.tache.CompteursTaches;
import fr.jalon.tache.Criteres;
import fr.jalon.tache.LigneTache;
import fr.jalon.tache.ListeTaches;
import fr.jalon.tache.PageTaches;
import fr.jalon.tache.ReperesTaches;
import fr.jalon.tache.Tri;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The list and its counters. The same questions stand twice: as addresses, with codes and ids only, and as POSTs that change nothing, with
 * what is typed in the search: a child's name stands in no address, hence in no log.
 */
@RestController
@RequestMapping("/api/taches")
class TachesController {

    /** @param q part of a reference, or the name of a child */
    record RechercheTaches(@Size(max = 100, message = "Écrivez au plus 100 caractères.") String q, Criteres.Vue vue, String etape, String unite,
            Bande bande, UUID titulaire, Boolean nonLues, Tri tri, String apres, String avant, Boolean derniere,
            @Min(value = 1, message = "Une page a au moins une ligne.") @Max(value = 200, message = "Une page a au plus 200 lignes.") Integer taille) {

        private Criteres criteres() {
            return new Criteres(vue, q, etape, unite, bande, titulaire, Boolean.TRUE.equals(nonLues));
        }
    }

    private static final int TAILLE = 50;

    private final ListeTaches liste;
    private final ReperesTaches reperes;

    TachesController(ListeTaches liste, ReperesTaches reperes) {
        this.liste = liste;
        this.reperes = reperes;
    }

    @GetMapping
    PageTaches page(@RequestParam(required = false) Criteres.Vue vue, @RequestParam(required = false) String etape,
            @RequestParam(required = false) String unite, @RequestParam(required = false) Bande bande,
            @RequestParam(required = false) UUID titulaire, @RequestParam(defaultValue = "false") boolean nonLues,
            @RequestParam(defaultValue = "ECHEANCE") Tri tri, @RequestParam(required = false) String apres,
            @RequestParam(required = false) String avant, @RequestParam(defaultValue = "false") boolean derniere,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int taille) {
        return liste.page(new Criteres(vue, null, etape, unite, bande, titulaire, nonLues), tri, new ListeTaches.Position(apres, avant, derniere),
                taille);
    }

    @PostMapping("/recherche")
    PageTaches rechercher(@Valid @RequestBody RechercheTaches r) {
        return liste.page(r.criteres(), r.tri() == null ? Tri.ECHEANCE : r.tri(),
                new ListeTaches.Position(r.apres(), r.avant(), Boolean.TRUE.equals(r.derniere())), r.taille() == null ? TAILLE : r.taille());
    }

    @GetMapping("/compteurs")
    CompteursTaches compteurs(@RequestParam(required = false) Criteres.Vue vue, @RequestParam(required = false) String etape,
            @RequestParam(required = false) String unite, @RequestParam(required = false) UUID titulaire,
            @RequestParam(defaultValue = "false") boolean nonLues) {
        return liste.compteurs(new Criteres(vue, null, etape, unite, null, titulaire, nonLues));
    }

    @PostMapping("/recherche/compteurs")
    CompteursTaches compter(@Valid @RequestBody RechercheTaches r) {
        return liste.compteurs(new Criteres(r.vue(), r.q(), r.etape(), r.unite(), null, r.titulaire(), Boolean.TRUE.equals(r.nonLues())));
    }

    /** What the filters offer. */
    @GetMapping("/reperes")
    ReperesTaches.Reperes reperes() {
        return reperes.reperes();
    }

    /** What to open once {@code apres} is done; 204 when nothing waits. */
    @GetMapping("/suivante")
    ResponseEntity<LigneTache> suivante(@RequestParam(required = false) String apres) {
        return liste.suivante(apres).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/{id}")
    LigneTache ligne(@PathVariable String id) {
        return liste.ligne(id);
    }
}
