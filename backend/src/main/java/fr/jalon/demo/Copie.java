package fr.jalon.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows gathered in memory and sent table by table with COPY, in the caller's transaction: many times the speed of inserts. COPY does not write into
 * a table under row-level security: it fills a temporary table of the same columns, and one insert takes the rows from there.
 */
final class Copie {

    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();

    /** @param entete {@code table(column, column)}: rows of one heading leave together, in the order the headings were first named */
    void ligne(String entete, Object... valeurs) {
        StringBuilder texte = tables.computeIfAbsent(entete, k -> new StringBuilder());
        for (int i = 0; i < valeurs.length; i++) {
            if (i > 0) {
                texte.append('\t');
            }
            ecrire(texte, valeurs[i]);
        }
        texte.append('\n');
    }

    /** Names a table before its rows come, so that those it refers to leave before it. */
    void annoncer(String... entetes) {
        for (String entete : entetes) {
            tables.computeIfAbsent(entete, k -> new StringBuilder());
        }
    }

    void envoyer(DataSource source) {
        Connection connexion = DataSourceUtils.getConnection(source);
        try {
            PGConnection postgres = connexion.unwrap(PGConnection.class);
            for (Map.Entry<String, StringBuilder> t : tables.entrySet()) {
                if (!t.getValue().isEmpty()) {
                    envoyer(connexion, postgres, t.getKey(), t.getValue());
                    t.getValue().setLength(0);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Écriture en lot impossible", e);
        } finally {
            DataSourceUtils.releaseConnection(connexion, source);
        }
    }

    private static void envoyer(Connection connexion, PGConnection postgres, String entete, StringBuilder lignes) throws SQLException, IOException {
        int colonnes = entete.indexOf('(');
        String noms = entete.substring(colonnes + 1, entete.lastIndexOf(')'));
        String depot = "pg_temp.copie_" + Integer.toHexString(entete.hashCode());
        try (Statement ordre = connexion.createStatement()) {
            ordre.execute("create temp table if not exists " + depot.substring("pg_temp.".length()) + " on commit delete rows as select " + noms + " from "
                    + entete.substring(0, colonnes) + " with no data");
            postgres.getCopyAPI().copyIn("copy " + depot + " from stdin", new StringReader(lignes.toString()));
            ordre.execute("insert into " + entete + " select * from " + depot);
            ordre.execute("delete from " + depot);
        }
    }

    private static void ecrire(StringBuilder texte, Object valeur) {
        if (valeur == null) {
            texte.append("\\N");
        } else if (valeur instanceof Boolean b) {
            texte.append(b ? 't' : 'f');
        } else if (valeur instanceof Collection<?> c) {
            texte.append('{').append(String.join(",", c.stream().map(String::valueOf).toList())).append('}');
        } else if (valeur instanceof Instant || valeur instanceof LocalDate || valeur instanceof Number || valeur instanceof java.util.UUID) {
            texte.append(valeur);
        } else {
            echapper(texte, valeur.toString());
        }
    }

    private static void echapper(StringBuilder texte, String valeur) {
        for (int i = 0; i < valeur.length(); i++) {
            char c = valeur.charAt(i);
            switch (c) {
                case '\\' -> texte.append("\\\\");
                case '\t' -> texte.append("\\t");
                case '\n' -> texte.append("\\n");
                case '\r' -> texte.append("\\r");
                default -> texte.append(c);
            }
        }
    }
}
