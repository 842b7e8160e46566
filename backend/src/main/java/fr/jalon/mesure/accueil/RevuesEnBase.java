package fr.jalon.mesure.accueil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code revue_statut}: the child's, whatever the measure. */
@Component
class RevuesEnBase {

    /** @param tenueLe null as long as it is only planned */
    record Revue(UUID id, UUID mesureId, GenreRevue genre, LocalDate prevueLe, LocalDate tenueLe, String avis, String texte, UUID acteId) {
    }

    private final JdbcClient jdbc;

    RevuesEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the child and of the files united into theirs. */
    List<Revue> de(UUID enfantId) {
        return jdbc.sql("select * from revue_vivante where enfant_id in (" + LieuxEnBase.IDENTITES + ") order by coalesce(tenue_le, prevue_le), id")
                .param("enfant", enfantId).query((l, n) -> lire(l)).list();
    }

    void inserer(Revue r, UUID enfantId, Instant le, UUID par) {
        jdbc.sql("""
                insert into revue_statut(id, enfant_id, mesure_id, genre, prevue_le, tenue_le, avis, texte, acte_id, saisi_le, saisi_par)
                values (:id, :enfant, :mesure, :genre, :prevue, :tenue, :avis, :texte, :acte, :le, :par)""")
                .param("id", r.id()).param("enfant", enfantId).param("mesure", r.mesureId()).param("genre", r.genre().name()).param("prevue", r.prevueLe())
                .param("tenue", r.tenueLe()).param("avis", r.avis()).param("texte", r.texte()).param("acte", r.acteId(), Types.OTHER)
                .param("le", Timestamp.from(le)).param("par", par, Types.OTHER).update();
    }

    void tenir(UUID id, LocalDate tenueLe, String avis, String texte, UUID acte) {
        jdbc.sql("update revue_statut set tenue_le = ?, avis = ?, texte = ?, acte_id = ? where id = ?").params(tenueLe, avis, texte, acte, id).update();
    }

    void annuler(UUID id, String motif, Instant le) {
        jdbc.sql("update revue_statut set annulee_le = ?, annulee_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    private static Revue lire(ResultSet l) throws SQLException {
        return new Revue(l.getObject("id", UUID.class), l.getObject("mesure_id", UUID.class), GenreRevue.valueOf(l.getString("genre")),
                l.getObject("prevue_le", LocalDate.class), l.getObject("tenue_le", LocalDate.class), l.getString("avis"), l.getString("texte"),
                l.getObject("acte_id", UUID.class));
    }
}
