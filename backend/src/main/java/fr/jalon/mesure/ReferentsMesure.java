package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;

import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for a measure: the service's « référent de mesure », the territory's « référent de parcours »; one of each at a time. */
@Service
public class ReferentsMesure {

    /** @param utilisateurId somebody who signs in here, or null when only the name is known */
    public record DemandeReferent(Long version, String genre, UUID utilisateurId, @Size(max = 120) String nom, LocalDate du) {
    }

    private final ActesMesure actes;
    private final Garde garde;
    private final Utilisateurs utilisateurs;
    private final JdbcClient jdbc;

    ReferentsMesure(ActesMesure actes, Garde garde, Utilisateurs utilisateurs, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.utilisateurs = utilisateurs;
        this.jdbc = jdbc;
    }

    @Transactional
    public void nommer(UUID mesureId, DemandeReferent d) {
        Mesure m = "PARCOURS".equals(d.genre()) ? actes.ouvrir(mesureId, d.version(), Mission.PARCOURS, Mission.MESURE)
                : actes.ouvrir(mesureId, d.version(), Mission.EXERCICE, Mission.MESURE);
        if (!m.etat().ouverte()) {
            throw m.pasMaintenant();
        }
        noter(m, d);
        actes.suivre(m, "referent");
    }

    /** Within an act that goes on. */
    void noter(Mesure m, DemandeReferent d) {
        if (d.genre() == null || !Set.of("MESURE", "PARCOURS").contains(d.genre())) {
            throw Refus.champ("genre", "Dites s’il s’agit du référent de mesure ou du référent de parcours.");
        }
        garde.fait("du", d.du(), m);
        String nom = ActesMesure.net(d.nom());
        if (d.utilisateurId() == null && nom == null || d.utilisateurId() != null && utilisateurs.parId(d.utilisateurId()).isEmpty()) {
            throw Refus.champ("utilisateurId", "Choisissez une personne, ou écrivez son nom.");
        }
        boolean commence = jdbc.sql("select exists (select 1 from mesure_referent where mesure_id = ? and genre = ? and au is null and du > ?)")
                .params(m.id(), d.genre(), d.du()).query(Boolean.class).single();
        if (commence) {
            throw Refus.champ("du", "Le référent actuel a été nommé après cette date.");
        }
        UUID id = Ids.nouveau();
        UUID precedent = jdbc.sql("select id from mesure_referent where mesure_id = ? and genre = ? and au is null").params(m.id(), d.genre())
                .query(UUID.class).optional().orElse(null);
        jdbc.sql("update mesure_referent set au = ? where id = ?").params(d.du(), precedent).update();
        jdbc.sql("insert into mesure_referent(id, mesure_id, genre, utilisateur_id, nom, du) values (:id, :mesure, :genre, :qui, :nom, :du)")
                .param("id", id).param("mesure", m.id()).param("genre", d.genre()).param("qui", d.utilisateurId(), java.sql.Types.OTHER)
                .param("nom", d.utilisateurId() == null ? nom : null).param("du", d.du()).update();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("genre", d.genre());
        details.put("referent", id);
        details.put("precedent", precedent);
        actes.noter(m, GenreActe.REFERENT, d.du(), details, null, null);
    }

    /** The naming is cancelled: whoever was in charge before is again. */
    void defaire(Acte a) {
        jdbc.sql("delete from mesure_referent where id = ?").param(UUID.fromString(a.d("referent"))).update();
        if (a.d("precedent") != null) {
            jdbc.sql("update mesure_referent set au = null where id = ?").param(UUID.fromString(a.d("precedent"))).update();
        }
    }
}
