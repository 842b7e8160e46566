package fr.jalon.ip.fiche.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import fr.jalon.ip.EtatIp;
import fr.jalon.ip.fiche.FicheIp;
import fr.jalon.ip.fiche.Frise;
import fr.jalon.ip.fiche.LectureIp;
import fr.jalon.ip.fiche.ListeIp;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of an IP, its timeline, and the list of those one may see. */
@RestController
@RequestMapping("/api")
class FicheController {

    /** @param etape element of the model the IP stands at, null when it is over */
    record EnTeteFiche(EtatIp etat, String etatLibelle, String etape, boolean ouverte, boolean evaluee, FicheIp ip) {
    }

    record PageIp(List<LigneIp> lignes, long total, String suivante) {
    }

    record LigneIp(UUID id, String numero, EtatIp etat, String etatLibelle, boolean urgence, Instant recueLe, String uniteId, String unite,
            List<String> enfants, UUID echeanceId, LocalDate dateLegale, Integer jours, boolean enConsigne, boolean consigne) {
    }

    record FiltresIp(List<EtatProposable> etats, List<FicheIp.Unite> unites) {
    }

    record EtatProposable(EtatIp code, String libelle) {
    }

    private final LectureIp lecture;
    private final Frise frise;
    private final ListeIp liste;

    FicheController(LectureIp lecture, Frise frise, ListeIp liste) {
        this.lecture = lecture;
        this.frise = frise;
        this.liste = liste;
    }

    @GetMapping("/ip")
    PageIp listerIp(@RequestParam(required = false) String numero, @RequestParam(required = false) EtatIp etat,
            @RequestParam(required = false) String unite, @RequestParam(defaultValue = "false") boolean ouvertes,
            @RequestParam(defaultValue = "false") boolean retard, @RequestParam(required = false) String apres,
            @RequestParam(defaultValue = "50") int taille) {
        ListeIp.Page p = liste.page(new ListeIp.Criteres(numero, etat, unite, ouvertes, retard), apres, taille);
        return new PageIp(p.lignes().stream().map(l -> new LigneIp(l.id(), l.numero(), l.etat(), l.etat().libelle(), l.urgence(), l.recueLe(),
                l.uniteId(), l.unite(), l.enfants(), l.echeanceId(), l.dateLegale(), l.jours(), l.enConsigne(), l.consigne())).toList(), p.total(), p.suivante());
    }

    /** What the list can be narrowed by: states, and the units of whoever asks. */
    @GetMapping("/ip/filtres")
    FiltresIp filtresIp() {
        return new FiltresIp(Arrays.stream(EtatIp.values()).map(e -> new EtatProposable(e, e.libelle())).toList(), liste.unites());
    }

    @GetMapping("/ip/{id}")
    EnTeteFiche ouvrirIp(@PathVariable UUID id) {
        FicheIp ip = lecture.ouvrir(id);
        return new EnTeteFiche(ip.etat(), ip.etat().libelle(), ip.etat().etape(), ip.etat().ouverte(), ip.etat().evaluee(), ip);
    }

    @GetMapping("/ip/{id}/frise")
    List<Frise.Fait> friseIp(@PathVariable UUID id) {
        return frise.de(id);
    }
}
