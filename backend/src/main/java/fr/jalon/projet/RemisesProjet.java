package fr.jalon.projet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom a version is given, by what means, when, and what is masked for them; to the judge too, after each revision (L223-1-1). */
@Service
public class RemisesProjet {

    /**
     * @param destinataire {@code ENFANT}, {@code TITULAIRE}, {@code JUGE}, {@code SERVICE} or {@code TIERS}
     * @param masques codes of what is masked for this recipient: parts, and {@code ADRESSE:<foyer>}
     * @param moyen {@code MAIN_PROPRE}, {@code ENTRETIEN}, {@code COURRIER} or {@code COURRIEL}
     * @param documentId the PDF given, when it is kept in the file
     */
    public record RemiseSaisie(String destinataire, UUID adulteId, String serviceId, @Size(max = 200) String nom, List<String> masques, String moyen,
            LocalDate le, UUID documentId) {
    }

    /** @param versionId the version handed over, or null for the one established last */
    public record DemandeRemises(Long version, UUID versionId, @Valid List<RemiseSaisie> remises) {
    }

    private static final Set<String> DESTINATAIRES = Set.of("ENFANT", "TITULAIRE", "JUGE", "SERVICE", "TIERS");
    private static final Set<String> MOYENS = Set.of("MAIN_PROPRE", "ENTRETIEN", "COURRIER", "COURRIEL");

    private record Version(UUID id, LocalDate etablieLe) {
    }

    private final ActesProjet actes;
    private final GardeProjet garde;
    private final VersionsProjet versions;
    private final ObjectProvider<PapierDeRemise> papiers;
    private final JdbcClient jdbc;

    RemisesProjet(ActesProjet actes, GardeProjet garde, VersionsProjet versions, ObjectProvider<PapierDeRemise> papiers, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.versions = versions;
        this.papiers = papiers;
        this.jdbc = jdbc;
    }

    @Transactional
    public void noter(UUID projetId, DemandeRemises d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS);
        if (p.etat() == EtatProjet.ANNULE) {
            throw p.pasMaintenant();
        }
        Version version = jdbc.sql("""
                select id, etablie_le from projet_version where projet_id = :projet and etat <> 'EN_COURS' order by numero desc""")
                .param("projet", p.id()).query(Version.class).list().stream()
                .filter(v -> d.versionId() == null || Objects.equals(v.id(), d.versionId())).findFirst()
                .orElseThrow(() -> d.versionId() == null || connue(p, d.versionId())
                        ? Refus.champ("versionId", "Cette version n’est pas établie\u00a0: elle ne se remet pas encore.") : new Introuvable());
        List<RemiseSaisie> remises = d.remises() == null ? List.of() : d.remises();
        if (remises.isEmpty()) {
            throw Refus.champ("remises", "Dites à qui le projet est remis.");
        }
        for (int i = 0; i < remises.size(); i++) {
            noter(p, version, remises.get(i), "remises[" + i + "].");
        }
        versions.remise(version.id());
        actes.suivre(p, "remettre");
    }

    private boolean connue(Projet p, UUID version) {
        return jdbc.sql("select count(*) from projet_version where id = ? and projet_id = ?").params(version, p.id()).query(Long.class).single() > 0;
    }

    private void noter(Projet p, Version version, RemiseSaisie r, String champ) {
        if (r.destinataire() == null || !DESTINATAIRES.contains(r.destinataire())) {
            throw Refus.champ(champ + "destinataire", "Choisissez à qui le projet est remis.");
        }
        if ("TITULAIRE".equals(r.destinataire()) && r.adulteId() == null || "SERVICE".equals(r.destinataire()) && r.serviceId() == null
                || "TIERS".equals(r.destinataire()) && r.adulteId() == null && ActesProjet.net(r.nom()) == null) {
            throw Refus.champ(champ + "nom", "Dites à qui précisément.");
        }
        if (r.moyen() == null || !MOYENS.contains(r.moyen())) {
            throw Refus.champ(champ + "moyen", "Choisissez comment il est remis.");
        }
        garde.fait(champ + "le", r.le(), p);
        GardeProjet.pasAvant(champ + "le", r.le(), version.etablieLe(), "l’établissement de cette version");
        UUID id = Ids.nouveau();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("remise", id);
        details.put("version", version.id());
        details.put("destinataire", r.destinataire());
        details.put("moyen", r.moyen());
        UUID acte = actes.noter(p, GenreActeProjet.REMISE, r.le(), details, null, null);
        jdbc.sql("""
                insert into projet_remise(id, version_id, destinataire, adulte_id, service_id, nom, masques, moyen, le, document_id, acte_id)
                values (:id, :version, :destinataire, :adulte, :service, :nom, :masques, :moyen, :le, :document, :acte)""").param("id", id)
                .param("version", version.id()).param("destinataire", r.destinataire()).param("adulte", r.adulteId(), java.sql.Types.OTHER)
                .param("service", ActesProjet.net(r.serviceId())).param("nom", ActesProjet.net(r.nom()))
                .param("masques", papiers.getObject().masques(p.id(), version.id(), r.destinataire(), r.adulteId(), r.masques()).toArray(String[]::new)).param("moyen", r.moyen())
                .param("le", r.le()).param("document", r.documentId(), java.sql.Types.OTHER).param("acte", acte).update();
        papiers.getObject().garder(p.id(), id);
    }

    /** The act is cancelled: this hand-over never was. */
    void oublier(UUID acte, UUID version) {
        jdbc.sql("update projet_remise set annulee_le = clock_timestamp() where acte_id = ? and annulee_le is null").param(acte).update();
        versions.remise(version);
    }
}
