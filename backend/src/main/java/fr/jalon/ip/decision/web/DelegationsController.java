package fr.jalon.ip.decision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.ip.decision.Delegations;
import fr.jalon.ip.decision.Delegations.LigneDelegation;
import fr.jalon.ip.decision.Delegations.NouvelleDelegation;
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

/** The délégations de signature, kept by the functional administrator. */
@RestController
@RequestMapping("/api/delegations")
class DelegationsController {

    record FinDelegation(@NotNull(message = "Indiquez le dernier jour de la délégation.") LocalDate au,
            @Size(max = 1000, message = "Ce motif dépasse 1 000 caractères.") String motif) {
    }

    record DelegationDonnee(UUID id) {
    }

    record PersonneDelegable(UUID id, String nom, String fonction) {
    }

    private final Delegations delegations;
    private final Utilisateurs utilisateurs;
    private final Acces acces;

    DelegationsController(Delegations delegations, Utilisateurs utilisateurs, Acces acces) {
        this.delegations = delegations;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
    }

    @GetMapping
    List<LigneDelegation> toutes() {
        return delegations.toutes();
    }

    /** Who may be given one: those who decide somewhere in the département. */
    @GetMapping("/personnes")
    List<PersonneDelegable> personnes() {
        acces.exiger(Mission.ADMINISTRATION);
        return utilisateurs.tenant(Mission.DECISION).stream().map(p -> new PersonneDelegable(p.id(), p.nomAffiche(), p.fonction())).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DelegationDonnee donner(@RequestBody NouvelleDelegation delegation) {
        return new DelegationDonnee(delegations.donner(delegation));
    }

    @PostMapping("/{id}/fin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void terminer(@PathVariable UUID id, @Valid @RequestBody FinDelegation fin) {
        delegations.terminer(id, fin.au(), fin.motif());
    }
}
