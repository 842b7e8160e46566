package fr.jalon.ip.consigne;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code consigne_parquet}. */
@Component
class ConsigneEnBase {

    private final JdbcClient jdbc;

    ConsigneEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Consigne> de(UUID ipId) {
        return jdbc.sql("select * from consigne_parquet where ip_id = ? order by du, saisie_le, id").param(ipId)
                .query((l, n) -> lire(l)).list();
    }

    /** Those an information came with, those its IP carries now included. */
    List<Consigne> deInformation(UUID informationId) {
        return jdbc.sql("select * from consigne_parquet where information_id = ? order by du, saisie_le, id").param(informationId)
                .query((l, n) -> lire(l)).list();
    }

    Optional<Consigne> parId(UUID ipId, UUID id) {
        return jdbc.sql("select * from consigne_parquet where id = ? and ip_id = ?").params(id, ipId).query((l, n) -> lire(l)).optional();
    }

    Optional<Consigne> enAttente(UUID informationId, UUID id) {
        return jdbc.sql("select * from consigne_parquet where id = ? and information_id = ? and ip_id is null").params(id, informationId)
                .query((l, n) -> lire(l)).optional();
    }

    Consigne relire(UUID id) {
        return jdbc.sql("select * from consigne_parquet where id = ?").param(id).query((l, n) -> lire(l)).single();
    }

    List<UUID> enfants(UUID informationId) {
        return jdbc.sql("select enfant_id from information_mineur where information_id = ? order by ordre").param(informationId)
                .query(UUID.class).list();
    }

    void inserer(Consigne c) {
        jdbc.sql("""
                insert into consigne_parquet(id, ip_id, information_id, du, auteur, reference, portees, precisions, saisie_le, saisie_par,
                    evenement_id)
                values (?, ?, ?, ?, ?, ?, cast(? as text[]), ?, ?, ?, ?)""")
                .params(c.id(), c.ipId(), c.informationId(), c.du(), c.auteur(), c.reference(), codes(c.portees()), c.precisions(),
                        Timestamp.from(c.saisieLe()), c.saisiePar(), c.evenementId()).update();
    }

    void lever(UUID id, LocalDate le, String reference, Consigne.MotifLevee motif, UUID evenement, Instant saisieLe, UUID par) {
        jdbc.sql("""
                update consigne_parquet set levee_le = ?, levee_reference = ?, levee_motif = ?, levee_evenement_id = ?, levee_saisie_le = ?,
                    levee_par = ? where id = ?""")
                .params(le, reference, motif == null ? null : motif.name(), evenement, Timestamp.from(saisieLe), par, id).update();
    }

    void annulerLevee(UUID id) {
        jdbc.sql("""
                update consigne_parquet set levee_le = null, levee_reference = null, levee_motif = null, levee_evenement_id = null,
                    levee_saisie_le = null, levee_par = null where id = ?""").param(id).update();
    }

    void reprendre(UUID id, UUID ipId, Consigne.Reprise r) {
        jdbc.sql("update consigne_parquet set ip_id = ?, ip_le = ?, ip_du = ?, reprise_id = ? where id = ?")
                .params(ipId, r.le(), r.du(), r.evenementId(), id).update();
    }

    void rendre(UUID id, UUID informationId) {
        jdbc.sql("update consigne_parquet set ip_id = null, information_id = ?, ip_le = null, ip_du = null, reprise_id = null where id = ?")
                .params(informationId, id).update();
    }

    void annuler(UUID id, String motif, Instant le, UUID par) {
        jdbc.sql("update consigne_parquet set annulee_le = ?, annulee_motif = ?, annulee_par = ? where id = ?")
                .params(Timestamp.from(le), motif, par, id).update();
    }

    private static String codes(Set<Portee> portees) {
        return portees.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static Consigne lire(ResultSet l) throws SQLException {
        Set<Portee> portees = Arrays.stream((String[]) l.getArray("portees").getArray()).map(Portee::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Portee.class)));
        Timestamp annulee = l.getTimestamp("annulee_le");
        String motif = l.getString("levee_motif");
        LocalDate repriseLe = l.getObject("ip_le", LocalDate.class);
        return new Consigne(l.getObject("id", UUID.class), l.getObject("ip_id", UUID.class), l.getObject("information_id", UUID.class),
                l.getObject("du", LocalDate.class), l.getString("auteur"), l.getString("reference"), portees, l.getString("precisions"),
                l.getTimestamp("saisie_le").toInstant(), l.getObject("saisie_par", UUID.class), l.getObject("evenement_id", UUID.class),
                l.getObject("levee_le", LocalDate.class), l.getString("levee_reference"),
                motif == null ? null : Consigne.MotifLevee.valueOf(motif), l.getObject("levee_evenement_id", UUID.class),
                repriseLe == null ? null : new Consigne.Reprise(repriseLe, l.getObject("ip_du", LocalDate.class), l.getObject("reprise_id", UUID.class)),
                annulee == null ? null : annulee.toInstant(), l.getString("annulee_motif"));
    }
}
