package fr.jalon.projet;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Revisions that somebody opens, and what each situation report asks: keep, adjust or end every objective (D223-13). */
@Service
public class RevisionsProjet {

    /** @param motif {@code ECHEANCE}, {@code RAPPORT}, {@code SITUATION} or {@code DEMANDE} */
    public record DemandeRevision(Long version, String motif, LocalDate le, @Size(max = 4000) String texte) {
    }

    /** @param lignee of the objective; {@code sens} MAINTENU, AJUSTE or FINI */
    public record BilanObjectif(UUID lignee, String sens, @Size(max = 10_000) String texte) {
    }

    /**
     * @param rapportId the report that asks, or null
     * @param reviser opens the revision even when every objective is kept
     */
    public record DemandeBilan(Long version, UUID rapportId, LocalDate le, @Valid List<BilanObjectif> objectifs, boolean reviser) {
    }

    private record Objectif(UUID id, UUID lignee, String domaine) {
    }

    private final ActesProjet actes;
    private final GardeProjet garde;
    private final RapportsDemandes rapports;
    private final JdbcClient jdbc;

    RevisionsProjet(ActesProjet actes, GardeProjet garde, RapportsDemandes rapports, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.rapports = rapports;
        this.jdbc = jdbc;
    }

    @Transactional
    public void reviser(UUID projetId, DemandeRevision d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS, Mission.MESURE);
        if (p.etat() != EtatProjet.A_REMETTRE && p.etat() != EtatProjet.SUIVI) {
            throw p.pasMaintenant();
        }
        if (d.motif() == null || !Set.of("ECHEANCE", "RAPPORT", "SITUATION", "DEMANDE").contains(d.motif())) {
            throw Refus.champ("motif", "Dites pourquoi le projet est révisé.");
        }
        garde.fait("le", d.le(), p);
        GardeProjet.pasAvant("le", d.le(), p.etabliLe(), "l’établissement de la version en vigueur");
        actes.noter(p, GenreActeProjet.REVISION, d.le(), Map.of("motif", d.motif()), null, d.texte());
        actes.suivre(p, "reviser");
    }

    /** Every objective of the version established gets its answer; one adjusted or ended opens the revision. */
    @Transactional
    public void bilan(UUID projetId, DemandeBilan d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS, Mission.MESURE);
        GardeProjet.ouvert(p);
        if (p.etabliLe() == null) {
            throw p.pasMaintenant();
        }
        garde.fait("le", d.le(), p);
        GardeProjet.pasAvant("le", d.le(), p.etabliLe(), "l’établissement de la version en vigueur");
        if (d.rapportId() != null && rapports.de(p.id()).stream().noneMatch(r -> r.id().equals(d.rapportId()))) {
            throw new Introuvable();
        }
        List<Objectif> objectifs = rapports.objectifs(p.id()).stream().map(o -> new Objectif(o.id(), o.lignee(), o.domaine())).toList();
        List<BilanObjectif> donnes = d.objectifs() == null ? List.of() : d.objectifs();
        Set<UUID> repondus = new HashSet<>();
        boolean aReviser = d.reviser();
        for (int i = 0; i < donnes.size(); i++) {
            BilanObjectif b = donnes.get(i);
            String champ = "objectifs[" + i + "].";
            Objectif o = objectifs.stream().filter(x -> x.lignee().equals(b.lignee())).findFirst().orElseThrow(Introuvable::new);
            if (b.sens() == null || !Set.of("MAINTENU", "AJUSTE", "FINI").contains(b.sens())) {
                throw Refus.champ(champ + "sens", "Choisissez de maintenir, d’ajuster ou de finir cet objectif.");
            }
            repondus.add(o.lignee());
            aReviser |= !"MAINTENU".equals(b.sens());
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("objectif", o.lignee());
            details.put("domaine", o.domaine());
            details.put("sens", b.sens());
            details.put("rapport", d.rapportId());
            actes.noter(p, GenreActeProjet.BILAN_OBJECTIF, d.le(), details, null, b.texte());
            jdbc.sql("update projet_objectif set bilan = ?, bilan_le = ? where id = ?").params(b.sens(), d.le(), o.id()).update();
        }
        if (!repondus.containsAll(objectifs.stream().map(Objectif::lignee).toList())) {
            throw Refus.champ("objectifs", "Dites pour chaque objectif s’il est maintenu, ajusté ou fini.");
        }
        if (aReviser && (p.etat() == EtatProjet.A_REMETTRE || p.etat() == EtatProjet.SUIVI)) {
            actes.noter(p, GenreActeProjet.REVISION, d.le(), Map.of("motif", "RAPPORT"), null, null);
        }
        actes.suivre(p, "bilan");
    }
}
