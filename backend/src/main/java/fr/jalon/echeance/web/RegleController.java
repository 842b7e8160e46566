package fr.jalon.echeance.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.echeance.GestionRegles;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the legal clock, for the functional administrator. */
@RestController
@RequestMapping("/api/regles")
class RegleController {

    record EditionRegle(@NotNull UUID versionId, @NotBlank(message = "Indiquez la durée.") @Size(max = 20) String periode,
            List<@NotBlank @Size(max = 20) String> rappels, @NotEmpty(message = "Choisissez qui est prévenu.") List<@NotBlank String> destinataires,
            boolean aValider, @NotNull(message = "Indiquez à partir de quel point de départ la règle s’applique.") LocalDate du,
            @Size(max = 2000) String motif, Map<String, @Size(max = 2000) String> motifs) {

        GestionRegles.Edition edition() {
            return new GestionRegles.Edition(versionId, periode.strip(), rappels, destinataires, aValider, du, motif, motifs);
        }
    }

    /** {@code suivies}: due dates that followed before the answer; the rest follows within minutes. */
    record RegleAppliquee(int suivies) {
    }

    private final GestionRegles gestion;

    RegleController(GestionRegles gestion) {
        this.gestion = gestion;
    }

    @GetMapping
    List<GestionRegles.RegleVue> lister() {
        return gestion.lister();
    }

    @PostMapping("/{code}/apercu")
    GestionRegles.Apercu apercu(@PathVariable String code, @Valid @RequestBody EditionRegle edition) {
        return gestion.apercu(code, edition.edition());
    }

    @PostMapping("/{code}")
    RegleAppliquee appliquer(@PathVariable String code, @Valid @RequestBody EditionRegle edition) {
        return new RegleAppliquee(gestion.appliquer(code, edition.edition()));
    }
}
