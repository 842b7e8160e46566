package fr.jalon.echeance;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code echeance_regle}. */
@Component
class RegleEnBase {

    private final JdbcClient jdbc;

    RegleEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version, replaced ones last; the ones in force by date. */
    List<Regle> toutes() {
        return jdbc.sql("select * from echeance_regle where remplacee_le is null order by ordre, code, du").query((l, n) -> lire(l)).list();
    }

    Regle version(UUID id) {
        return jdbc.sql("select * from echeance_regle where id = ?").param(id).query((l, n) -> lire(l)).single();
    }

    void inserer(Regle r, int ordre, Instant le, UUID par) {
        jdbc.sql("""
                insert into echeance_regle(id, code, genre, ordre, libelle, article, nature, origine, calcul, periode, etapes, etape_rappel,
                    rappels, destinataires, a_valider, source, periode_commune, motif, du, au, saisie_le, saisie_par)
                values (:id, :code, :genre, :ordre, :libelle, :article, :nature, :origine, :calcul, :periode, cast(:etapes as text[]),
                    :etapeRappel, cast(:rappels as text[]), cast(:destinataires as text[]), :aValider, :source, :periodeCommune, :motif,
                    :du, :au, :le, :par)""")
                .param("id", r.id()).param("code", r.code()).param("genre", r.genre()).param("ordre", ordre).param("libelle", r.libelle())
                .param("article", r.article()).param("nature", r.nature()).param("origine", r.origine())
                .param("calcul", r.calcul().name()).param("periode", r.periode()).param("etapes", tableau(r.etapes()))
                .param("etapeRappel", r.etapeRappel()).param("rappels", tableau(r.rappels()))
                .param("destinataires", tableau(r.destinataires())).param("aValider", r.aValider()).param("source", r.source())
                .param("periodeCommune", r.periodeCommune()).param("motif", r.motif()).param("du", r.du()).param("au", r.au())
                .param("le", Timestamp.from(le)).param("par", par).update();
    }

    int ordre(String code) {
        return jdbc.sql("select min(ordre) from echeance_regle where code = ?").param(code).query(Integer.class).single();
    }

    /** From {@code du} on, another edition applies: rows that began before end there, rows that begin later are replaced. */
    void ceder(String code, LocalDate du, Instant le) {
        jdbc.sql("update echeance_regle set remplacee_le = ? where code = ? and du >= ? and remplacee_le is null")
                .params(Timestamp.from(le), code, du).update();
        jdbc.sql("update echeance_regle set au = ? where code = ? and du < ? and (au is null or au > ?) and remplacee_le is null")
                .params(du, code, du, du).update();
    }

    /** Codes and ISO periods only: nothing to escape. */
    static String tableau(Collection<String> valeurs) {
        return "{" + String.join(",", valeurs) + "}";
    }

    static List<String> liste(Array tableau) throws SQLException {
        return tableau == null ? List.of() : Arrays.asList((String[]) tableau.getArray());
    }

    private static Regle lire(ResultSet l) throws SQLException {
        return new Regle(l.getObject("id", UUID.class), l.getString("code"), l.getString("genre"), l.getString("libelle"),
                l.getString("article"), l.getString("nature"), l.getString("origine"), Calcul.valueOf(l.getString("calcul")),
                l.getString("periode"), liste(l.getArray("etapes")), l.getString("etape_rappel"), liste(l.getArray("rappels")),
                new LinkedHashSet<>(liste(l.getArray("destinataires"))), l.getBoolean("a_valider"), l.getString("source"),
                l.getString("periode_commune"), l.getString("motif"), l.getObject("du", LocalDate.class),
                l.getObject("au", LocalDate.class));
    }
}
