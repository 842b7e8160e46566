package fr.jalon.ip.mandat.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.mandat.Mandats;
import fr.jalon.ip.mandat.PreparationMandat;
import fr.jalon.ip.mandat.SaisieMandat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Entrusting the evaluation, and changing later the track or the unit. */
@RestController
@RequestMapping("/api/ip/{id}")
class MandatController {

    record VoieMandat(String code, String libelle, boolean aValider) {
    }

    record UniteMandat(String id, String nom) {
    }

    record MineurMandat(UUID enfantId, String affiche, String age) {
    }

    record LigneMandat(String genre, String uniteNom, String associeeNom, String voieLibelle, boolean leveeDeDoutes, String message, String motif,
            Instant faitLe, String par) {
    }

    record IpLiee(UUID id, String numero, String etatLibelle, boolean avant) {
    }

    record MandatVue(UUID ipId, String numero, String etat, long version, Instant recueLe, boolean urgence, String voieProposee,
            String voieProposeeLibelle, String motifVoie, String voie, String voieLibelle, boolean leveeDeDoutes, String unite, String uniteNom,
            String associee, String associeeNom, String uniteSuggeree, List<String> territoires, List<VoieMandat> voies, List<UniteMandat> unites,
            boolean leveeDeDoutesPossible, boolean navetteObligatoire, int navettesPosees, int navettesEnAttente, List<MineurMandat> mineurs,
            List<UUID> informations, List<IpLiee> liees, List<LigneMandat> lignes) {
    }

    record ChangementVoie(@NotNull(message = "Rouvrez le dossier : la version lue manque.") Long version,
            @NotBlank(message = "Choisissez une voie.") String voie,
            @NotBlank(message = "Écrivez pourquoi.") @Size(max = 1000, message = "Mille caractères au plus.") String motif) {
    }

    record ChangementUnite(@NotNull(message = "Rouvrez le dossier : la version lue manque.") Long version,
            @NotBlank(message = "Choisissez une équipe.") String unite, String uniteAssociee,
            @NotBlank(message = "Écrivez pourquoi.") @Size(max = 1000, message = "Mille caractères au plus.") String motif) {
    }

    private final Mandats mandats;
    private final PreparationMandat preparation;
    private final Departement departement;

    MandatController(Mandats mandats, PreparationMandat preparation, Departement departement) {
        this.mandats = mandats;
        this.preparation = preparation;
        this.departement = departement;
    }

    @GetMapping("/mandat")
    MandatVue preparer(@PathVariable UUID id) {
        PreparationMandat.Mandat m = preparation.preparer(id);
        Map<String, String> noms = departement.noms();
        return new MandatVue(m.ipId(), m.numero(), m.etat(), m.version(), m.recueLe(), m.urgence(), m.voieProposee(), libelle(m.voieProposee()),
                m.motifVoie(), m.voie(), libelle(m.voie()), m.leveeDeDoutes(), m.unite(), nom(noms, m.unite()), m.associee(), nom(noms, m.associee()),
                m.uniteSuggeree(), m.territoires().stream().map(noms::get).toList(),
                departement.profil().voies().stream().map(v -> new VoieMandat(v.code(), v.libelle(), v.aValider())).toList(),
                departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream().map(u -> new UniteMandat(u.id(), u.nom())).toList(),
                departement.profil().recueil().leveeDeDoutes(), departement.profil().recueil().navetteObligatoire(), m.navettesPosees(),
                m.navettesEnAttente(), m.mineurs().stream().map(MandatController::mineur).toList(), m.informations(),
                m.liees().stream().map(l -> new IpLiee(l.id(), l.numero(), EtatIp.valueOf(l.etat()).libelle(), l.avant())).toList(),
                m.lignes().stream().map(l -> new LigneMandat(l.genre(), nom(noms, l.unite()), nom(noms, l.associee()), libelle(l.voie()),
                        l.leveeDeDoutes(), l.message(), l.motif(), l.faitLe(), l.par())).toList());
    }

    @PostMapping("/mandat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confier(@PathVariable UUID id, @Valid @RequestBody SaisieMandat saisie) {
        mandats.confier(id, saisie);
    }

    @PostMapping("/voie")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changerVoie(@PathVariable UUID id, @Valid @RequestBody ChangementVoie c) {
        mandats.changerVoie(id, c.version(), c.voie(), c.motif());
    }

    @PostMapping("/unite")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changerUnite(@PathVariable UUID id, @Valid @RequestBody ChangementUnite c) {
        mandats.changerUnite(id, c.version(), c.unite(), c.uniteAssociee(), c.motif());
    }

    private String libelle(String voie) {
        return departement.profil().voies().stream().filter(v -> v.code().equals(voie)).map(v -> v.libelle()).findFirst().orElse(voie);
    }

    private static String nom(Map<String, String> noms, String unite) {
        return unite == null ? null : noms.get(unite);
    }

    private static MineurMandat mineur(NomEnfant n) {
        return new MineurMandat(n.id(), n.affiche(), n.age());
    }
}
