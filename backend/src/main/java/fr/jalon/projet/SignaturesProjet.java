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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signature of each parent, of the child, of a service, as it is: it describes and never blocks. */
@Service
public class SignaturesProjet {

    /**
     * @param qualite {@code ENFANT}, {@code TITULAIRE}, {@code TUTEUR} or {@code SERVICE}
     * @param statut {@code SIGNEE}, {@code REFUSEE}, {@code ABSENTE} or {@code SANS_OBJET}
     */
    public record SignatureSaisie(String qualite, UUID adulteId, String serviceId, @Size(max = 200) String nom, String statut, LocalDate le,
            @Size(max = 4000) String motif) {
    }

    /** @param versionId the version signed, or null for the one under way */
    public record DemandeSignatures(Long version, UUID versionId, @Valid List<SignatureSaisie> signatures) {
    }

    private final ActesProjet actes;
    private final GardeProjet garde;
    private final JdbcClient jdbc;

    SignaturesProjet(ActesProjet actes, GardeProjet garde, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.jdbc = jdbc;
    }

    @Transactional
    public void noter(UUID projetId, DemandeSignatures d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS, Mission.MESURE);
        GardeProjet.ouvert(p);
        UUID version = version(p, d.versionId());
        List<SignatureSaisie> signatures = d.signatures() == null ? List.of() : d.signatures();
        if (signatures.isEmpty()) {
            throw Refus.champ("signatures", "Dites qui a signé, ou pourquoi non.");
        }
        for (int i = 0; i < signatures.size(); i++) {
            noter(p, version, signatures.get(i), "signatures[" + i + "].");
        }
        actes.suivre(p, "signer");
    }

    private UUID version(Projet p, UUID demandee) {
        if (demandee == null || Objects.equals(demandee, p.versionId())) {
            return p.versionId();
        }
        return jdbc.sql("select id from projet_version where id = ? and projet_id = ?").params(demandee, p.id()).query(UUID.class).optional()
                .orElseThrow(Introuvable::new);
    }

    private void noter(Projet p, UUID version, SignatureSaisie s, String champ) {
        if (s.qualite() == null || !Set.of("ENFANT", "TITULAIRE", "TUTEUR", "SERVICE").contains(s.qualite())) {
            throw Refus.champ(champ + "qualite", "Dites de qui est cette signature.");
        }
        if (s.statut() == null || !Set.of("SIGNEE", "REFUSEE", "ABSENTE", "SANS_OBJET").contains(s.statut())) {
            throw Refus.champ(champ + "statut", "Dites si cette personne a signé, refusé, était absente, ou si c’est sans objet.");
        }
        LocalDate le = s.le() == null && !"SIGNEE".equals(s.statut()) ? garde.aujourdhui() : garde.fait(champ + "le", s.le(), p);
        // What was noted of this person for this version is replaced, its act cancelled with it.
        jdbc.sql("""
                select acte_id from projet_signature where version_id = :version and qualite = :qualite and adulte_id is not distinct from :adulte
                and service_id is not distinct from :service and annulee_le is null""").param("version", version).param("qualite", s.qualite())
                .param("adulte", s.adulteId(), java.sql.Types.OTHER).param("service", s.serviceId()).query(UUID.class).optional()
                .ifPresent(acte -> remplacer(p, acte));
        UUID id = Ids.nouveau();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("signature", id);
        details.put("version", version);
        details.put("qualite", s.qualite());
        details.put("adulte", s.adulteId());
        details.put("statut", s.statut());
        UUID acte = actes.noter(p, GenreActeProjet.SIGNATURE, le, details, null, s.motif());
        jdbc.sql("""
                insert into projet_signature(id, version_id, qualite, adulte_id, service_id, nom, statut, le, motif, acte_id)
                values (:id, :version, :qualite, :adulte, :service, :nom, :statut, :le, :motif, :acte)""").param("id", id).param("version", version)
                .param("qualite", s.qualite()).param("adulte", s.adulteId(), java.sql.Types.OTHER).param("service", s.serviceId())
                .param("nom", ActesProjet.net(s.nom())).param("statut", s.statut()).param("le", le).param("motif", ActesProjet.net(s.motif()))
                .param("acte", acte).update();
    }

    private void remplacer(Projet p, UUID acte) {
        actes.de(p).stream().filter(a -> a.id().equals(acte) && a.vivant()).forEach(a -> actes.effacer(a, "Remplacée"));
        oublier(acte);
    }

    /** The act is cancelled: the signature never was. */
    void oublier(UUID acte) {
        jdbc.sql("update projet_signature set annulee_le = clock_timestamp() where acte_id = ? and annulee_le is null").param(acte).update();
    }
}
