package fr.jalon.ip.consigne.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.ip.consigne.Consigne;
import fr.jalon.ip.consigne.GestionConsignes;
import fr.jalon.ip.consigne.Portee;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

/** Requests of the parquet on an IP. */
@RestController
@RequestMapping("/api/ip/{ipId}/consignes")
class ConsigneController {

    /** Request, as the form sends it. */
    record ConsigneSaisie(@NotNull Long version, @NotNull(message = "Indiquez la date de la consigne.") LocalDate du,
            @NotBlank(message = "Indiquez qui a donné la consigne.") @Size(max = 200) String auteur, @Size(max = 100) String reference,
            @NotEmpty(message = "Indiquez ce que la consigne interdit.") Set<@NotNull Portee> portees, @Size(max = 2000) String precisions) {
    }

    record LeveeSaisie(@NotNull Long version, @NotNull(message = "Indiquez la date de la levée.") LocalDate le,
            @Size(max = 100) String reference) {
    }

    record AnnulationConsigne(@NotNull Long version, @NotBlank(message = "Écrivez le motif du retrait.") @Size(max = 2000) String motif) {
    }

    record ConsigneVue(UUID id, LocalDate du, String auteur, String reference, List<PorteeVue> portees, String precisions, Instant saisieLe,
            String saisiePar, LocalDate leveeLe, String leveeReference, boolean enVigueur, boolean annulee, String annuleeMotif) {
    }

    record PorteeVue(Portee code, String libelle) {
    }

    record ConsignesVues(long version, boolean ouverte, List<ConsigneVue> consignes, List<PorteeVue> portees) {
    }

    record ConsigneCreee(UUID id) {
    }

    private final GestionConsignes gestion;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;

    ConsigneController(GestionConsignes gestion, Utilisateurs utilisateurs, Horloge horloge) {
        this.gestion = gestion;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
    }

    @GetMapping
    ConsignesVues lister(@PathVariable UUID ipId) {
        GestionConsignes.ConsignesDeLIp lues = gestion.consulter(ipId);
        List<Consigne> consignes = lues.consignes();
        Map<UUID, String> noms = utilisateurs.noms(consignes.stream().map(Consigne::saisiePar).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        LocalDate jour = horloge.aujourdhui();
        return new ConsignesVues(lues.version(), lues.ouverte(), consignes.stream().map(c -> new ConsigneVue(c.id(), c.du(), c.auteur(), c.reference(),
                new TreeSet<>(c.portees()).stream().map(p -> new PorteeVue(p, p.libelle())).toList(), c.precisions(), c.saisieLe(),
                c.saisiePar() == null ? null : noms.get(c.saisiePar()), c.leveeLe(), c.leveeReference(), c.enVigueur(jour),
                c.annuleeLe() != null, c.annuleeMotif())).toList(),
                Arrays.stream(Portee.values()).map(p -> new PorteeVue(p, p.libelle())).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ConsigneCreee poser(@PathVariable UUID ipId, @Valid @RequestBody ConsigneSaisie s) {
        return new ConsigneCreee(gestion.poser(ipId, s.version(), s.du(), s.auteur(), s.reference(), s.portees(), s.precisions()));
    }

    @PostMapping("/{id}/levee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lever(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody LeveeSaisie s) {
        gestion.lever(ipId, id, s.version(), s.le(), s.reference());
    }

    @PostMapping("/{id}/annulation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annuler(@PathVariable UUID ipId, @PathVariable UUID id, @Valid @RequestBody AnnulationConsigne s) {
        gestion.annuler(ipId, id, s.version(), s.motif());
    }
}
