package fr.jalon.habilitation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.departement.Departement;
import fr.jalon.habilitation.GestionAbsences;
import fr.jalon.habilitation.Habilitations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds which duty where, unit by unit, for the functional administrator. */
@RestController
@RequestMapping("/api/habilitations")
class HabilitationsController {

    record UniteHabilitee(String id, String nom, String type) {
    }

    record RoleHabilitable(String code, String libelle, boolean dossiers) {
    }

    record PageHabilitations(List<UniteHabilitee> unites, List<RoleHabilitable> roles, List<Habilitations.LigneHabilitation> lignes) {
    }

    record NouvelleHabilitation(UUID utilisateurId, Role role, String uniteId, LocalDate du, LocalDate au,
            @Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }

    record HabilitationDonnee(UUID id) {
    }

    record RetraitHabilitation(@Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }

    private final Habilitations habilitations;
    private final GestionAbsences absences;
    private final Departement departement;
    private final Acces acces;

    HabilitationsController(Habilitations habilitations, GestionAbsences absences, Departement departement, Acces acces) {
        this.habilitations = habilitations;
        this.absences = absences;
        this.departement = departement;
        this.acces = acces;
    }

    @GetMapping
    PageHabilitations habilitations() {
        List<Habilitations.LigneHabilitation> lignes = habilitations.toutes();
        return new PageHabilitations(departement.unites().stream().map(u -> new UniteHabilitee(u.id(), u.nom(), u.type())).toList(),
                Habilitations.roles().stream().map(r -> new RoleHabilitable(r.name(), r.libelle(), r.dossiers())).toList(), lignes);
    }

    /** To whom one may be given. */
    @GetMapping("/personnes")
    List<GestionAbsences.PersonneAbsentable> personnesHabilitables() {
        acces.exiger(Mission.ADMINISTRATION);
        return absences.personnes();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HabilitationDonnee donnerHabilitation(@Valid @RequestBody NouvelleHabilitation h) {
        return new HabilitationDonnee(habilitations.donner(new Habilitations.Nouvelle(h.utilisateurId(), h.role(),
                h.uniteId() == null || h.uniteId().isBlank() ? null : h.uniteId(), h.du(), h.au(), h.motif())));
    }

    @PostMapping("/{id}/retrait")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirerHabilitation(@PathVariable UUID id, @Valid @RequestBody RetraitHabilitation r) {
        habilitations.retirer(id, r.motif());
    }
}
