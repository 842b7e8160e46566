package fr.jalon.contrat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the typed cells. */
@Component
class ValeursEnBase {

    record Cle(String code, int annee, ValeurSaisie.Type type) {
    }

    private static final String LUES = """
            select distinct on (code, annee, type) code, annee, type, version, sorte, valeur, texte, base, source, arrete_au, commentaire, motif, par, saisie_le
            from indicateur_valeur where code in (:codes) and saisie_le <= :le order by code, annee, type, version desc""";

    private final JdbcClient jdbc;

    ValeursEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As they stood at that moment; a cell emptied since is still told, as emptied. */
    Map<Cle, ValeurSaisie> connues(Collection<String> codes, Instant le) {
        Map<Cle, ValeurSaisie> lues = new LinkedHashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql(LUES).param("codes", codes).param("le", Timestamp.from(le)).query((l, n) -> lire(l)).list()
                    .forEach(v -> lues.put(new Cle(v.code(), v.annee(), v.type()), v));
        }
        return lues;
    }

    /** All its versions, the last first. */
    List<ValeurSaisie> histoire(Cle cle) {
        return jdbc.sql("""
                select code, annee, type, version, sorte, valeur, texte, base, source, arrete_au, commentaire, motif, par, saisie_le
                from indicateur_valeur where code = ? and annee = ? and type = ? order by version desc""")
                .params(cle.code(), cle.annee(), cle.type().name()).query((l, n) -> lire(l)).list();
    }

    /** Two people typing the same cell: the second waits here, and then sees the first's version. */
    void verrouiller(Cle cle) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 205))").param(cle.toString()).query(l -> { });
    }

    void ajouter(ValeurSaisie v, UUID importId) {
        jdbc.sql("""
                insert into indicateur_valeur(id, code, annee, type, version, sorte, valeur, texte, base, source, arrete_au, commentaire, motif, import_id, par, saisie_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(Ids.nouveau(), v.code(), v.annee(), v.type().name(), v.version(), v.sorte().name(), v.valeur(), v.texte(), v.base(),
                        v.source(), v.arreteAu(), v.commentaire(), v.motif(), importId, v.par(), Timestamp.from(v.saisieLe()))).update();
    }

    private static ValeurSaisie lire(ResultSet l) throws SQLException {
        long base = l.getLong("base");
        Long baseOuRien = l.wasNull() ? null : base;
        return new ValeurSaisie(l.getString("code"), l.getInt("annee"), ValeurSaisie.Type.valueOf(l.getString("type")), l.getInt("version"),
                SorteValeur.valueOf(l.getString("sorte")), l.getBigDecimal("valeur"), l.getString("texte"), baseOuRien, l.getString("source"),
                l.getObject("arrete_au", java.time.LocalDate.class), l.getString("commentaire"), l.getString("motif"), l.getObject("par", UUID.class),
                l.getTimestamp("saisie_le").toInstant());
    }
}
