package fr.jalon.pilotage.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.pilotage.Charges;
import fr.jalon.pilotage.Chiffre;
import fr.jalon.pilotage.Demande;
import fr.jalon.pilotage.Dossier;
import fr.jalon.pilotage.Jours;
import fr.jalon.pilotage.ListeDossiers;
import fr.jalon.pilotage.Motifs;
import fr.jalon.pilotage.PageDossiers;
import fr.jalon.pilotage.Pilotage;
import fr.jalon.pilotage.TableauDeBord;
import fr.jalon.pilotage.Tranche;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The supervisor's page. */
@RestController
@RequestMapping("/api/pilotage")
class PilotageController {

    record TableauPilotage(String constat, String phrase, List<ChiffrePilotage> chiffres, List<BarrePilotage> barres,
            List<LignePilotage> unites, List<LignePilotage> etapes) {
    }

    record ChiffrePilotage(Chiffre code, String libelle, long nombre) {
    }

    record BarrePilotage(Tranche code, String libelle, boolean enRetard, long nombre, long retenus) {
    }

    record LignePilotage(String id, String nom, Map<Chiffre, Long> chiffres) {
    }

    record PageDossiersPilotage(List<DossierPilotage> dossiers, long total, String suivante) {
    }

    record DossierPilotage(String tacheId, TypeSujet sujetType, UUID sujetId, String reference, List<String> enfants, String etape,
            String etapeLibelle, String uniteId, String unite, LocalDate recueLe, Integer joursEcoules, UUID echeanceId, LocalDate dateLegale,
            Integer joursRestants, boolean enConsigne, boolean urgence, UUID titulaireId, String titulaire, String motif) {
    }

    record ChargesPilotage(List<ChargeUnitePilotage> unites, List<ChargePersonnePilotage> personnes) {
    }

    record ChargeUnitePilotage(String id, String nom, long ouvertes, long prises, long libres) {
    }

    record ChargePersonnePilotage(UUID id, String nom, String fonction, long dossiers, long retard, long j15, long consigne) {
    }

    record JoursPilotage(String id, String nom, long dossiers, long consommes, long restants, long retard) {
    }

    record MotifPilotage(String code, String libelle, long nombre) {
    }

    record AffectablePilotage(UUID id, String nom, String fonction, long tachesEnMain) {
    }

    record AffectationPilotage(@NotEmpty(message = "Choisissez au moins un dossier.") List<String> taches,
            @NotNull(message = "Choisissez la personne.") UUID utilisateurId) {
    }

    private final Pilotage pilotage;
    private final ListeDossiers liste;
    private final Charges charges;
    private final Jours jours;
    private final Motifs motifs;

    PilotageController(Pilotage pilotage, ListeDossiers liste, Charges charges, Jours jours, Motifs motifs) {
        this.pilotage = pilotage;
        this.liste = liste;
        this.charges = charges;
        this.jours = jours;
        this.motifs = motifs;
    }

    @GetMapping
    TableauPilotage tableauPilotage(@RequestParam(required = false) String unite) {
        TableauDeBord t = pilotage.tableau(vide(unite));
        return new TableauPilotage(t.constat(), t.phrase(),
                Arrays.stream(Chiffre.values()).map(c -> new ChiffrePilotage(c, c.libelle(), t.chiffres().get(c))).toList(),
                t.barres().stream().map(b -> new BarrePilotage(b.tranche(), b.libelle(), b.enRetard(), b.nombre(), b.retenus())).toList(),
                t.unites().stream().map(u -> new LignePilotage(u.id(), u.nom(), u.chiffres())).toList(),
                t.etapes().stream().map(e -> new LignePilotage(e.etape(), e.libelle(), e.chiffres())).toList());
    }

    @GetMapping("/dossiers")
    PageDossiersPilotage dossiersPilotage(@RequestParam(required = false) Chiffre chiffre, @RequestParam(required = false) Tranche tranche,
            @RequestParam(required = false) String unite, @RequestParam(required = false) String etape,
            @RequestParam(required = false) UUID titulaire, @RequestParam(defaultValue = "false") boolean libres,
            @RequestParam(required = false) String apres, @RequestParam(defaultValue = "50") int taille) {
        return page(liste.page(new Demande(chiffre, tranche, unite, etape, titulaire, libres), vide(apres), taille));
    }

    @GetMapping("/charges")
    ChargesPilotage chargesPilotage(@RequestParam(required = false) String unite) {
        return vide(unite) == null
                ? new ChargesPilotage(charges.unites().stream()
                        .map(u -> new ChargeUnitePilotage(u.id(), u.nom(), u.ouvertes(), u.prises(), u.libres())).toList(), List.of())
                : new ChargesPilotage(List.of(), personnes(unite));
    }

    /** What each person holds, over the whole territory of whoever asks. */
    @GetMapping("/charges/personnes")
    List<ChargePersonnePilotage> personnesPilotage() {
        return personnes(null);
    }

    private List<ChargePersonnePilotage> personnes(String unite) {
        return charges.personnes(unite).stream().map(p -> new ChargePersonnePilotage(p.id(), p.nom(), p.fonction(), p.dossiers(), p.retard(),
                p.j15(), p.consigne())).toList();
    }

    @GetMapping("/jours")
    List<JoursPilotage> joursPilotage(@RequestParam(required = false) String unite) {
        return jours.parUnite(vide(unite)).stream()
                .map(j -> new JoursPilotage(j.id(), j.nom(), j.dossiers(), j.consommes(), j.restants(), j.retard())).toList();
    }

    @GetMapping("/motifs")
    List<MotifPilotage> motifsPilotage(@RequestParam(required = false) String unite) {
        return motifs.compter(vide(unite)).stream().map(m -> new MotifPilotage(m.code(), m.libelle(), m.nombre())).toList();
    }

    @GetMapping("/motifs/dossiers")
    PageDossiersPilotage dossiersDuMotif(@RequestParam String code, @RequestParam(required = false) String unite,
            @RequestParam(required = false) String apres, @RequestParam(defaultValue = "50") int taille) {
        return page(motifs.dossiers(code, vide(unite), vide(apres), taille));
    }

    @GetMapping("/affectables")
    List<AffectablePilotage> affectablesPilotage(@RequestParam List<String> taches) {
        return charges.affectables(taches).stream().map(a -> new AffectablePilotage(a.id(), a.nom(), a.fonction(), a.tachesEnMain())).toList();
    }

    @PostMapping("/affectations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void affecterPilotage(@Valid @RequestBody AffectationPilotage a) {
        charges.affecter(a.taches(), a.utilisateurId());
    }

    private static PageDossiersPilotage page(PageDossiers p) {
        return new PageDossiersPilotage(p.dossiers().stream().map(PilotageController::dossier).toList(), p.total(), p.suivante());
    }

    private static DossierPilotage dossier(Dossier d) {
        return new DossierPilotage(d.tacheId(), d.sujetType(), d.sujetId(), d.reference(), d.enfants(), d.etape(), d.etapeLibelle(),
                d.uniteId(), d.unite(), d.recueLe(), d.joursEcoules(), d.echeanceId(), d.dateLegale(), d.joursRestants(), d.enConsigne(),
                d.urgence(), d.titulaireId(), d.titulaire(), d.motif());
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte;
    }
}
