package fr.jalon.bancs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The same number of open tasks in the bare engine: one instance is started by its API, then its rows are copied with other ids, the unit,
 * the step and the due date drawn as in {@link DossiersEnMasse}.
 */
final class MoteurEnMasse {

    private MoteurEnMasse() {
    }

    /** @param nu engine of the schema {@code nu}; its one started instance is the mould */
    static void ecrire(MoteurNu nu, String url, String proprietaire, String motDePasse, int combien) throws SQLException {
        nu.demarrer();
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("set search_path = nu, public");
            ordre.execute("select setseed(0.35)");
            ordre.execute("""
                    create temp table copies as select g, e.id as unite, current_date - (random() * 120)::int + 91 as due
                    from generate_series(1, %d) g join (select row_number() over (order by id) - 1 as rang, id from public.unite
                    where type = 'CDAS') e on e.rang = g %% (select count(*) from public.unite where type = 'CDAS')""".formatted(combien));
            for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_variable")) {
                copier(ordre, table);
            }
            ordre.execute("""
                    insert into act_ru_variable(id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_, sequence_counter_, is_concurrent_local_)
                    select 'u-' || c.g, 1, 'string', 'uniteId', m.id_ || '-' || c.g, m.id_ || '-' || c.g, c.unite, m.id_ || '-' || c.g, 1, false
                    from act_ru_execution m, copies c where m.id_ = m.proc_inst_id_ and m.id_ !~ '-'""");
            ordre.execute("vacuum analyze");
        }
    }

    private static void copier(Statement ordre, String table) throws SQLException {
        List<String> colonnes = new ArrayList<>();
        try (ResultSet lignes = ordre.executeQuery("select column_name from information_schema.columns where table_schema = 'nu' and table_name = '"
                + table + "' order by ordinal_position")) {
            while (lignes.next()) {
                colonnes.add(lignes.getString(1));
            }
        }
        List<String> ids = List.of("id_", "execution_id_", "proc_inst_id_", "parent_id_", "task_id_", "var_scope_", "root_proc_inst_id_");
        String valeurs = String.join(", ", colonnes.stream().map(c -> ids.contains(c) ? "m." + c + " || '-' || c.g"
                : c.equals("due_date_") ? "c.due" : "m." + c).toList());
        ordre.execute("insert into " + table + "(" + String.join(", ", colonnes) + ") select " + valeurs + " from " + table + " m, copies c");
    }
}
