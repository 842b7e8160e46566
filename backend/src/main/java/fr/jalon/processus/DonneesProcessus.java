package fr.jalon.processus;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's own tables: what it ran for these files leaves them with the purge, history included. */
@Component
class DonneesProcessus implements DonneesDuDossier {

    /** Wherever the engine writes the id of an instance: read from the database itself, so that no table of a later engine is forgotten. */
    private static final String LIENS = """
            select table_name, string_agg('t.' || column_name || ' = any(:ids)', ' or ' order by column_name) as condition
            from information_schema.columns where table_schema = 'public' and table_name like 'act\\_%'
            and column_name in ('proc_inst_id_', 'process_instance_id_', 'root_proc_inst_id_') group by table_name order by table_name""";

    private record Lien(String table, String condition) {
    }

    private final HistoryService histoire;
    private final JdbcClient jdbc;

    DonneesProcessus(HistoryService histoire, JdbcClient jdbc) {
        this.histoire = histoire;
        this.jdbc = jdbc;
    }

    @Override
    public List<TableDuDossier> tables() {
        return List.of(de("processus_instance", "t.sujet_id = any(:tous)").technique("Quel parcours porte quel dossier."));
    }

    @Override
    public List<String> prefixesAilleurs() {
        return List.of("act_");
    }

    @Override
    public Map<String, Long> effacerAilleurs(Cles cles) {
        List<String> instances = jdbc.sql("select instance_id from processus_instance where sujet_id = any(:tous)").params(cles.parametres()).query(String.class).list();
        Map<String, Long> comptes = new LinkedHashMap<>();
        if (instances.isEmpty()) {
            return comptes;
        }
        String[] ids = instances.toArray(String[]::new);
        List<Lien> liens = jdbc.sql(LIENS).query((l, n) -> new Lien(l.getString(1), l.getString(2))).list();
        for (Lien l : liens) {
            long n = jdbc.sql("select count(*) from " + l.table() + " t where " + l.condition()).param("ids", ids).query(Long.class).single();
            if (n > 0 && l.table().startsWith("act_ru_")) {
                throw new Conflit(null, null, "Un parcours de ce dossier est encore en cours : rien n’est éliminé.");
            }
            if (n > 0) {
                comptes.put(l.table(), n);
            }
        }
        histoire.deleteHistoricProcessInstancesIfExists(instances);
        // What the engine's own deletion leaves behind (a line of a log, an orphan).
        liens.stream().filter(l -> !l.table().startsWith("act_ru_"))
                .forEach(l -> jdbc.sql("delete from " + l.table() + " t where " + l.condition()).param("ids", ids).update());
        return comptes;
    }
}
