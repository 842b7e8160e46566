package fr.jalon.acces.mur;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One row of the same file in every table under a policy, whatever the table: columns are filled from the catalogue, so that a table added tomorrow
 * is in the test without a line here. On a superuser's connection, in a transaction that is rolled back, with triggers, foreign keys and checks off.
 */
final class UnDossierPartout {

    /** Columns that name a subject without a foreign key saying so. */
    private static final Map<String, String> PAR_NOM = Map.of("enfant_id", "enfant", "enfant_a", "enfant", "conserve", "enfant", "ip_id", "information_preoccupante",
            "information_id", "information_entrante", "mesure_id", "mesure", "projet_id", "projet", "autonomie_id", "autonomie");
    private static final Map<String, String> SUJETS = Map.of("ENFANT", "enfant", "INFORMATION", "information_entrante", "IP", "information_preoccupante",
            "MESURE", "mesure", "PROJET", "projet", "AUTONOMIE", "autonomie");

    private record Colonne(String nom, String type, boolean exigee, String reference) {
    }

    private final Connection base;
    private final Map<String, UUID> ids = new HashMap<>();
    /** Table → where its row stands. */
    private final Map<String, String> lignes = new LinkedHashMap<>();

    UnDossierPartout(Connection base) {
        this.base = base;
    }

    static List<String> sousPolitique(Connection base) throws SQLException {
        return textes(base, "select distinct tablename from pg_policies where schemaname = 'public' and policyname = 'regard_lire' order by 1");
    }

    Map<String, String> lignes() {
        return lignes;
    }

    UUID id(String table) {
        return ids.get(table);
    }

    /** @param unite sees every subject of the file, unless null */
    void ecrire(List<String> tables, String unite) throws SQLException {
        executer("set local session_replication_role = replica");
        List<String> toutes = new ArrayList<>(tables);
        toutes.add("evenement");
        toutes.forEach(t -> ids.put(t, UUID.randomUUID()));
        for (String table : toutes) {
            for (String contrainte : textes(base, "select conname from pg_constraint where contype = 'c' and conrelid = '" + table + "'::regclass")) {
                executer("alter table " + table + " drop constraint \"" + contrainte + "\"");
            }
            inserer(table);
        }
        for (String table : tables) {
            executer("alter table " + table + " enable row level security");
        }
        executer("insert into evenement_sujet(evenement_id, sujet_type, sujet_id) values ('" + id("evenement") + "', 'IP', '" + id("information_preoccupante") + "')");
        for (Map.Entry<String, String> s : SUJETS.entrySet()) {
            if (unite != null) {
                executer("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('" + s.getKey() + "', '" + id(s.getValue()) + "', '" + unite + "', 'SUIVI')");
            }
        }
        executer("set local session_replication_role = origin");
    }

    /** After a change: a row changed stands elsewhere. */
    void relire(String table) throws SQLException {
        lignes.put(table, textes(base, "select ctid::text from " + table + " where id = '" + id(table) + "'").get(0));
    }

    private void inserer(String table) throws SQLException {
        List<String> noms = new ArrayList<>();
        List<String> valeurs = new ArrayList<>();
        for (Colonne c : colonnes(table)) {
            String valeur = valeur(table, c);
            if (valeur != null) {
                noms.add("\"" + c.nom() + "\"");
                valeurs.add(valeur);
            }
        }
        List<String> place = textes(base, "insert into " + table + "(" + String.join(", ", noms) + ") values (" + String.join(", ", valeurs) + ") returning ctid::text");
        lignes.put(table, place.get(0));
    }

    private String valeur(String table, Colonne c) {
        UUID cible = c.nom().equals("id") ? ids.get(table) : c.reference() != null && ids.containsKey(c.reference()) ? ids.get(c.reference())
                : PAR_NOM.containsKey(c.nom()) ? ids.get(PAR_NOM.get(c.nom())) : null;
        if (c.nom().equals("fusionne_vers") || c.nom().equals("suite_de") || c.nom().equals("frere_id")) {
            cible = c.exigee() ? UUID.randomUUID() : null;
        }
        if (c.type().equals("uuid") && cible != null) {
            return "'" + cible + "'";
        }
        if (c.nom().equals("sujet_type")) {
            return "'IP'";
        }
        if (c.nom().equals("sujet_id")) {
            return "'" + id("information_preoccupante") + "'";
        }
        return c.exigee() ? quelconque(c.type()) : null;
    }

    private static String quelconque(String type) {
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type) {
            case "uuid" -> "'" + UUID.randomUUID() + "'";
            case "boolean" -> "false";
            case "date" -> "date '2025-01-01'";
            case "jsonb" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "xid8" -> "'1'";
            case "timestamp with time zone" -> "now()";
            case "text", "\"char\"" -> "'" + UUID.randomUUID().toString().substring(0, type.equals("text") ? 30 : 1) + "'";
            default -> "1";
        };
    }

    private List<Colonne> colonnes(String table) throws SQLException {
        List<Colonne> colonnes = new ArrayList<>();
        try (PreparedStatement ordre = base.prepareStatement("""
                select a.attname, format_type(a.atttypid, null), a.attnotnull and not a.atthasdef,
                    (select c.confrelid::regclass::text from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and c.conkey = array[a.attnum] limit 1)
                from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''""")) {
            ordre.setString(1, table);
            try (ResultSet r = ordre.executeQuery()) {
                while (r.next()) {
                    colonnes.add(new Colonne(r.getString(1), r.getString(2), r.getBoolean(3), r.getString(4)));
                }
            }
        }
        return colonnes;
    }

    void executer(String sql) throws SQLException {
        try (Statement ordre = base.createStatement()) {
            ordre.execute(sql);
        }
    }

    static List<String> textes(Connection base, String sql) throws SQLException {
        List<String> textes = new ArrayList<>();
        try (Statement ordre = base.createStatement(); ResultSet r = ordre.executeQuery(sql)) {
            while (r.next()) {
                textes.add(r.getString(1));
            }
        }
        return textes;
    }
}
