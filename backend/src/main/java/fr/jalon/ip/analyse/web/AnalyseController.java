package fr.jalon.ip.analyse.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.analyse.AutresMineurs;
import fr.jalon.ip.analyse.IpAnterieures;
import fr.jalon.ip.analyse.Navettes;
import fr.jalon.ip.analyse.PremiereAnalyse;
import fr.jalon.ip.analyse.SaisieAnalyse;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.reception.Orientation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of an information. */
@RestController
@RequestMapping("/api")
class AnalyseController {

    record ChoixAnalyse(String code, String libelle, boolean actionsAttendues) {
    }

    record UniteAnalyse(String id, String nom) {
    }

    record FormulaireAnalyse(List<ChoixAnalyse> orientations, List<ChoixAnalyse> suites, List<ChoixAnalyse> services, List<UniteAnalyse> unites,
            List<ChoixAnalyse> criteres, List<ChoixAnalyse> destinataires) {
    }

    record InformationAnalysee(UUID informationId, Orientation orientation, UUID ipId, String numero) {
    }

    /** @param id key of the form: sent twice, asked once */
    record QuestionNavette(UUID id, String service, String unite,
            @Size(max = 4000, message = "Quatre mille caractères au plus.") String question) {
    }

    /** A number or a child; a POST that changes nothing: what is looked for stands in no address. */
    record RechercheIpAnterieure(@Size(max = 40, message = "Quarante caractères au plus.") String numero, UUID enfantId) {
    }

    record NavettePosee(UUID id) {
    }

    record ReponseNavette(@NotNull(message = "Rouvrez la fiche : la version lue manque.") Long version,
            @Size(max = 10000, message = "Dix mille caractères au plus.") String reponse, LocalDate recueLe) {
    }

    record RenoncementNavette(@NotNull(message = "Rouvrez la fiche : la version lue manque.") Long version,
            @Size(max = 1000, message = "Mille caractères au plus.") String motif) {
    }

    record RelanceNavette(@NotNull(message = "Rouvrez la fiche : la version lue manque.") Long version) {
    }

    record MineursAjoutes(List<UUID> mineurs) {
    }

    record AjoutMineurs(@NotNull(message = "Rouvrez le dossier : la version lue manque.") Long version,
            @NotNull(message = "Indiquez au moins un mineur.") @Valid SaisieFamille famille,
            @NotNull(message = "Dites d’où vient ce mineur.") AutresMineurs.Origine origine) {
    }

    private final PremiereAnalyse analyse;
    private final Navettes navettes;
    private final AutresMineurs autresMineurs;
    private final IpAnterieures anterieures;
    private final Departement departement;
    private final Acces acces;

    AnalyseController(PremiereAnalyse analyse, Navettes navettes, AutresMineurs autresMineurs, IpAnterieures anterieures, Departement departement, Acces acces) {
        this.analyse = analyse;
        this.navettes = navettes;
        this.autresMineurs = autresMineurs;
        this.anterieures = anterieures;
        this.departement = departement;
        this.acces = acces;
    }

    @GetMapping("/informations/{id}/analyse")
    FormulaireAnalyse formulaire(@PathVariable UUID id) {
        acces.exigerVue(Sujet.information(id));
        return new FormulaireAnalyse(Arrays.stream(Orientation.values()).map(o -> new ChoixAnalyse(o.name(), o.libelle(), false)).toList(),
                liste("suites-non-qualifiees"), liste("partenaires"),
                departement.unites().stream().filter(Navettes::interrogeable).map(u -> new UniteAnalyse(u.id(), u.nom())).toList(),
                Arrays.stream(CritereL2264.values()).map(c -> new ChoixAnalyse(c.name(), c.libelle(), c.actionsAttendues())).toList(),
                Arrays.stream(DestinataireSignalement.values()).map(d -> new ChoixAnalyse(d.name(), d.libelle(), false)).toList());
    }

    @PostMapping("/informations/{id}/analyse")
    InformationAnalysee analyser(@PathVariable UUID id, @Valid @RequestBody SaisieAnalyse saisie) {
        PremiereAnalyse.Analysee faite = analyse.analyser(id, saisie);
        return new InformationAnalysee(faite.informationId(), faite.orientation(), faite.ipId(), faite.numero());
    }

    /** IPs this information may be linked to although they are about other children. */
    @PostMapping("/informations/{id}/ip-anterieures")
    List<IpAnterieures.Anterieure> anterieures(@PathVariable UUID id, @Valid @RequestBody RechercheIpAnterieure r) {
        return anterieures.chercher(id, r.numero(), r.enfantId());
    }

    @PostMapping("/informations/{id}/navettes")
    @ResponseStatus(HttpStatus.CREATED)
    NavettePosee interroger(@PathVariable UUID id, @Valid @RequestBody QuestionNavette q) {
        return new NavettePosee(navettes.poser(id, new Navettes.Question(q.id(), q.service(), vide(q.unite()), q.question())));
    }

    @PostMapping("/navettes/{id}/reponse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void repondre(@PathVariable UUID id, @Valid @RequestBody ReponseNavette r) {
        navettes.repondre(id, r.version(), r.reponse(), r.recueLe());
    }

    @PostMapping("/navettes/{id}/renoncement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renoncer(@PathVariable UUID id, @Valid @RequestBody RenoncementNavette r) {
        navettes.renoncer(id, r.version(), r.motif());
    }

    @PostMapping("/navettes/{id}/relance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relancer(@PathVariable UUID id, @Valid @RequestBody RelanceNavette r) {
        navettes.relancer(id, r.version());
    }

    @PostMapping("/ip/{id}/mineurs")
    @ResponseStatus(HttpStatus.CREATED)
    MineursAjoutes ajouterMineurs(@PathVariable UUID id, @Valid @RequestBody AjoutMineurs ajout) {
        return new MineursAjoutes(autresMineurs.ajouter(id, ajout.version(), ajout.famille(), ajout.origine()));
    }

    private List<ChoixAnalyse> liste(String nom) {
        return departement.profil().liste(nom).stream().map(l -> new ChoixAnalyse(l.code(), l.libelle(), false)).toList();
    }

    private static String vide(String valeur) {
        return valeur == null || valeur.isBlank() ? null : valeur;
    }
}
