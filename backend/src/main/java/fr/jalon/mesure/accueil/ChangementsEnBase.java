package fr.jalon.mesure.accueil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code changement_prevu}: one prepared at a time. A cancelled act that told the judge, or made the change, is as if it never was. */
@Component
class ChangementsEnBase {

    /** @param jugeAviseLe null as long as nobody told the judge */
    record Prevu(UUID id, LocalDate prevuLe, String motif, LocalDate jugeAviseLe, UUID acteId) {
    }

    private static final String PREPARE = """
            select c.id, c.prevu_le, c.motif, case when a.annule_le is null then c.juge_avise_le end as juge_avise_le, c.acte_id
            from changement_prevu c left join mesure_acte a on a.id = c.acte_id left join mesure_acte f on f.id = c.fait_acte_id
            where c.mesure_id = ? and c.annule_le is null and (c.fait_le is null or f.annule_le is not null)
            order by c.saisi_le desc limit 1""";

    private final JdbcClient jdbc;

    ChangementsEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Prevu> prepare(UUID mesureId) {
        return jdbc.sql(PREPARE).param(mesureId).query((l, n) -> lire(l)).optional();
    }

    LocalDate aviseLe(UUID mesureId) {
        return prepare(mesureId).map(Prevu::jugeAviseLe).orElse(null);
    }

    void inserer(UUID id, UUID mesureId, LocalDate prevuLe, String motif, Instant le, UUID par) {
        jdbc.sql("insert into changement_prevu(id, mesure_id, prevu_le, motif, saisi_le, saisi_par) values (:id, :mesure, :le, :motif, :saisi, :par)")
                .param("id", id).param("mesure", mesureId).param("le", prevuLe).param("motif", motif).param("saisi", Timestamp.from(le))
                .param("par", par, Types.OTHER).update();
    }

    void deplacer(UUID id, LocalDate prevuLe, String motif) {
        jdbc.sql("update changement_prevu set prevu_le = ?, motif = ? where id = ?").params(prevuLe, motif, id).update();
    }

    void aviser(UUID id, LocalDate le, UUID acte) {
        jdbc.sql("update changement_prevu set juge_avise_le = ?, acte_id = ? where id = ?").params(le, acte, id).update();
    }

    void renoncer(UUID id, String motif, Instant le) {
        jdbc.sql("update changement_prevu set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    /** The change took place: nothing is prepared any more. */
    void fait(UUID mesureId, LocalDate le, UUID acte) {
        prepare(mesureId).ifPresent(p -> jdbc.sql("update changement_prevu set fait_le = ?, fait_acte_id = ? where id = ?").params(le, acte, p.id()).update());
    }


    private static Prevu lire(ResultSet l) throws SQLException {
        return new Prevu(l.getObject("id", UUID.class), l.getObject("prevu_le", LocalDate.class), l.getString("motif"),
                l.getObject("juge_avise_le", LocalDate.class), l.getObject("acte_id", UUID.class));
    }
}
