package fr.jalon.mesure.attente.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.mesure.attente.Affectations;
import fr.jalon.mesure.attente.Bande;
import fr.jalon.mesure.attente.CriteresAttente;
import fr.jalon.mesure.attente.LecturePlaces;
import fr.jalon.mesure.attente.ListeAttente;
import fr.jalon.mesure.attente.MesuresExercees;
import fr.jalon.mesure.attente.OrdreAttente;
import fr.jalon.mesure.attente.TableauAttente;
import fr.jalon.mesure.attente.TrancheExercees;
import fr.jalon.mesure.attente.TriAttente;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The REF's screen: who waits, where there is a place, what is exercised; proposing an order and giving a place. */
@RestController
@RequestMapping("/api/attente")
class AttenteController {

    record TableauDAttente(LocalDate jour, long attendent, long accord, long sansService, long moinsDeDeuxAns, long enFratrie, long derriere,
            long depassees, Integer ageMedian, Integer agePlusAncien, @NotNull List<PartAttente> bandes, @NotNull List<PartAttente> unites,
            @NotNull List<PartAttente> produits, @NotNull List<PartAttente> cadres, @NotNull List<PartAttente> services,
            @NotNull List<LigneAttente> lignes, String suivante) {
    }

    record PartAttente(@NotNull String code, @NotNull String libelle, long nombre) {
    }

    /** @param enfantId null when the file is for named people only: the line opens nothing */
    record LigneAttente(@NotNull UUID id, @NotNull String numero, Integer position, UUID enfantId, @NotNull String enfant, String age,
            boolean moinsDeDeuxAns, int freres, @NotNull String cadre, @NotNull String baseLegale, @NotNull String produit,
            @NotNull String produitLibelle, @NotNull String uniteId, @NotNull String unite, String serviceId, String service, boolean affectable,
            @NotNull LocalDate decideeLe, int ageJours, LocalDate attenteDepuis, int attenteJours, LocalDate terme, Integer jours,
            @NotNull Bande bande, LocalDate debutPrevu, boolean urgence, long version, PropositionAttente proposition) {
    }

    record PropositionAttente(String par, @NotNull Instant le, String motif) {
    }

    record FiltreAttente(Boolean accord, String unite, String produit, String cadre, String service, Bande bande, Boolean moinsDeDeuxAns,
            Boolean fratrie, TriAttente tri) {

        CriteresAttente criteres() {
            return new CriteresAttente(oui(accord), unite, produit, cadre, service, bande, oui(moinsDeDeuxAns), oui(fratrie), tri);
        }

        private static boolean oui(Boolean coche) {
            return coche != null && coche;
        }
    }

    record PlacesAttente(String service, @NotNull String serviceNom, @NotNull String produit, @NotNull String produitLibelle, int places,
            int exercees, int reservees, int libres, Integer libresIci, Integer occupation, int termes30, boolean connue,
            @NotNull List<LotPlacesAttente> lots) {
    }

    record LotPlacesAttente(String unite, @NotNull String uniteNom, int places, int exercees, int reservees, int libres) {
    }

    record ExerceesAttente(@NotNull String produit, @NotNull String produitLibelle, String service, @NotNull String serviceNom, int exercees,
            int suspendues, int termePasse, int termes30, int termes90) {
    }

    record PageExerceesAttente(@NotNull String libelle, long total, @NotNull List<ExerceeAttente> lignes, String suivante) {
    }

    record ExerceeAttente(@NotNull UUID id, @NotNull String numero, @NotNull String enfant, String age, @NotNull String cadre,
            @NotNull String baseLegale, @NotNull String produitLibelle, @NotNull String unite, @NotNull String service, boolean suspendue,
            LocalDate demarreeLe, LocalDate terme, Integer jours) {
    }

    /** @param avant stand just before {@code repere}, or just after */
    record RangPropose(@NotNull(message = "Choisissez la mesure à côté de laquelle la placer.") UUID repere, boolean avant,
            @NotBlank(message = "Écrivez en une phrase pourquoi vous proposez cet ordre.") String motif) {
    }

    record RetraitRang(@NotBlank(message = "Écrivez en une phrase pourquoi vous revenez à l’ordre d’arrivée.") String motif) {
    }

    /** @param placesVues free places the screen showed: whoever saw one and finds none is told who took it */
    record AffectationAttente(@NotBlank(message = "Choisissez un service.") String service, LocalDate le, @NotNull Long version,
            Integer placesVues, Map<String, String> motifs) {
    }

    record RetraitAffectation(@NotNull Long version,
            @NotBlank(message = "Écrivez en une phrase pourquoi vous retirez cette affectation.") String motif) {
    }

    record ServicePossibleAttente(@NotNull String service, @NotNull String nom, boolean connue, int libres) {
    }

    private final ListeAttente liste;
    private final LecturePlaces places;
    private final MesuresExercees exercees;
    private final OrdreAttente ordre;
    private final Affectations affectations;

    AttenteController(ListeAttente liste, LecturePlaces places, MesuresExercees exercees, OrdreAttente ordre, Affectations affectations) {
        this.liste = liste;
        this.places = places;
        this.exercees = exercees;
        this.ordre = ordre;
        this.affectations = affectations;
    }

    @GetMapping
    TableauDAttente tableauDAttente(@ModelAttribute FiltreAttente f, @RequestParam(required = false) String apres,
            @RequestParam(defaultValue = "50") int taille) {
        TableauAttente t = liste.tableau(f.criteres(), apres, taille);
        return new TableauDAttente(t.jour(), t.attendent(), t.accord(), t.sansService(), t.moinsDeDeuxAns(), t.enFratrie(), t.derriere(),
                t.depassees(), t.ageMedian(), t.agePlusAncien(), parts(t.bandes()), parts(t.unites()), parts(t.produits()), parts(t.cadres()),
                parts(t.services()), t.lignes().stream().map(AttenteController::ligne).toList(), t.suivante());
    }

    @GetMapping("/places")
    List<PlacesAttente> placesAttente(@RequestParam(required = false) LocalDate le, @RequestParam(required = false) String unite) {
        return places.lire(le, vide(unite)).stream().map(p -> new PlacesAttente(p.service(), p.serviceNom(), p.produit(), p.produitLibelle(),
                p.places(), p.exercees(), p.reservees(), p.libres(), p.libresIci(), p.occupation(), p.termes30(), p.connue(),
                p.lots().stream().map(l -> new LotPlacesAttente(l.unite(), l.uniteNom(), l.places(), l.exercees(), l.reservees(), l.libres()))
                        .toList())).toList();
    }

    @GetMapping("/exercees")
    List<ExerceesAttente> exerceesAttente(@RequestParam(required = false) String unite) {
        return exercees.lire(vide(unite)).stream().map(e -> new ExerceesAttente(e.produit(), e.produitLibelle(), e.service(), e.serviceNom(),
                e.exercees(), e.suspendues(), e.termePasse(), e.termes30(), e.termes90())).toList();
    }

    @GetMapping("/exercees/mesures")
    PageExerceesAttente mesuresExerceesAttente(@RequestParam(required = false) String unite, @RequestParam(required = false) String produit,
            @RequestParam(required = false) String service, @RequestParam(required = false) TrancheExercees tranche,
            @RequestParam(required = false) String apres, @RequestParam(defaultValue = "50") int taille) {
        MesuresExercees.Page p = exercees.page(new MesuresExercees.Criteres(vide(unite), vide(produit), vide(service), tranche), apres, taille);
        return new PageExerceesAttente(p.libelle(), p.total(), p.lignes().stream().map(e -> new ExerceeAttente(e.id(), e.numero(), e.enfant(),
                e.age(), e.cadre(), e.baseLegale(), e.produitLibelle(), e.unite(), e.service(), e.suspendue(), e.demarreeLe(), e.terme(),
                e.jours())).toList(), p.suivante());
    }

    @GetMapping("/mesures/{id}/services")
    List<ServicePossibleAttente> servicesPossiblesAttente(@PathVariable UUID id) {
        return affectations.services(id).stream().map(s -> new ServicePossibleAttente(s.service(), s.nom(), s.connue(), s.libres())).toList();
    }

    @PostMapping("/mesures/{id}/rang")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void proposerRang(@PathVariable UUID id, @Valid @RequestBody RangPropose r) {
        ordre.proposer(id, r.repere(), r.avant(), r.motif());
    }

    @PostMapping("/mesures/{id}/rang/retrait")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirerRang(@PathVariable UUID id, @Valid @RequestBody RetraitRang r) {
        ordre.retirer(id, r.motif());
    }

    @PostMapping("/mesures/{id}/affectation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void affecterAttente(@PathVariable UUID id, @Valid @RequestBody AffectationAttente a) {
        affectations.affecter(id, new Affectations.Demande(a.service(), a.le(), a.placesVues(), a.motifs()), a.version());
    }

    @PostMapping("/mesures/{id}/affectation/retrait")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirerAffectation(@PathVariable UUID id, @Valid @RequestBody RetraitAffectation r) {
        affectations.retirer(id, r.motif(), r.version());
    }

    private static List<PartAttente> parts(List<TableauAttente.Part> parts) {
        return parts.stream().map(p -> new PartAttente(p.code(), p.libelle(), p.nombre())).toList();
    }

    private static LigneAttente ligne(TableauAttente.Ligne l) {
        return new LigneAttente(l.id(), l.numero(), l.position(), l.enfantId(), l.enfant(), l.age(), l.moinsDeDeuxAns(), l.freres(), l.cadre(),
                l.baseLegale(), l.produit(), l.produitLibelle(), l.uniteId(), l.unite(), l.serviceId(), l.service(), l.affectable(),
                l.decideeLe(), l.ageJours(), l.attenteDepuis(), l.attenteJours(), l.terme(), l.jours(), l.bande(), l.debutPrevu(), l.urgence(),
                l.version(), l.proposition() == null ? null
                        : new PropositionAttente(l.proposition().par(), l.proposition().le(), l.proposition().motif()));
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte;
    }
}
