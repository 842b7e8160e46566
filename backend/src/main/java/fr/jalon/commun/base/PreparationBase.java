package fr.jalon.commun.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a superuser does once before Flyway: two roles, one database, three extensions. The same statements stand in
 * {@code docs/exploitation.md} for an existing server.
 */
public final class PreparationBase {

    private PreparationBase() {
    }

    public static void roles(Statement ordre, String motDePasseProprietaire, String motDePasseApplication) throws SQLException {
        role(ordre, BaseEmbarquee.PROPRIETAIRE, motDePasseProprietaire);
        role(ordre, BaseEmbarquee.APPLICATION, motDePasseApplication);
    }

    /** Passwords are hexadecimal: nothing to escape. */
    private static void role(Statement ordre, String role, String motDePasse) throws SQLException {
        if (!existe(ordre, "select 1 from pg_roles where rolname = '" + role + "'")) {
            ordre.execute("create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + motDePasse + "'");
        }
    }

    public static void base(Statement ordre, String base) throws SQLException {
        if (!existe(ordre, "select 1 from pg_database where datname = '" + base + "'")) {
            ordre.execute("create database " + base + " owner " + BaseEmbarquee.PROPRIETAIRE);
        }
    }

    public static void extensions(Statement ordre) throws SQLException {
        for (String extension : new String[] {"pg_trgm", "unaccent", "fuzzystrmatch"}) {
            ordre.execute("create extension if not exists " + extension);
        }
    }

    private static boolean existe(Statement ordre, String requete) throws SQLException {
        try (ResultSet lignes = ordre.executeQuery(requete)) {
            return lignes.next();
        }
    }
}
