package fr.jalon.projet.suivi.web;

import fr.jalon.projet.suivi.CasProjet;
import fr.jalon.projet.suivi.Couverture;
import fr.jalon.projet.suivi.Couverture.FiltreCouverture;
import fr.jalon.projet.suivi.Couverture.PageCouverture;
import fr.jalon.projet.suivi.Couverture.TableauCouverture;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coverage of children by projets, and the children behind each figure. */
@RestController
@RequestMapping("/api/projets-suivi")
class CouvertureController {

    private final Couverture couverture;

    CouvertureController(Couverture couverture) {
        this.couverture = couverture;
    }

    @GetMapping("/couverture")
    TableauCouverture couvertureDesProjets() {
        return couverture.tableau();
    }

    @GetMapping("/enfants")
    PageCouverture enfantsSuivis(@RequestParam(required = false) CasProjet cas, @RequestParam(required = false) String unite,
            @RequestParam(required = false) String produit, @RequestParam(required = false) Boolean duDenominateur,
            @RequestParam(required = false) Boolean majeurs, @RequestParam(required = false) String apres,
            @RequestParam(defaultValue = "50") int taille) {
        return couverture.liste(new FiltreCouverture(cas, unite, produit, duDenominateur, majeurs), apres, taille);
    }
}
