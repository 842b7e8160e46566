package fr.jalon.processus;

import java.util.List;

import fr.jalon.commun.controle.TableDerivee;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code processus_instance.actif} and its version follow the engine; which subject an instance carries is a fact and is not rebuilt. */
@Component
class ControleInstances implements TableDerivee {

    private static final String ECART = """
            from (select i.instance_id, i.sujet_type, i.sujet_id, i.actif, i.version, d.version_tag_ as vraie, e.id_ is not null as vivante
                  from processus_instance i left join act_ru_execution e on e.id_ = i.instance_id
                  left join act_re_procdef d on d.id_ = e.proc_def_id_) x
            where x.actif <> x.vivante or (x.vivante and x.version <> x.vraie)""";

    private final JdbcClient jdbc;

    ControleInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "parcours";
    }

    @Override
    public String libelle() {
        return "Parcours en cours";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = jdbc.sql("select * " + ECART + " order by x.instance_id limit ?").param(ECARTS_MAX)
                .query((rs, n) -> new Ecart(rs.getString("sujet_type") + " " + rs.getString("sujet_id"),
                        rs.getBoolean("actif") != rs.getBoolean("vivante")
                                ? rs.getBoolean("actif") ? "dit en cours, fini dans le moteur" : "dit fini, en cours dans le moteur"
                                : "dit sur la version " + rs.getString("version") + ", le moteur est sur la " + rs.getString("vraie")))
                .list();
        List<Ecart> tous = new java.util.ArrayList<>(ecarts);
        jdbc.sql("""
                select e.id_ from act_ru_execution e where e.parent_id_ is null and e.super_exec_ is null
                and not exists (select 1 from processus_instance i where i.instance_id = e.id_) order by e.id_ limit ?""")
                .param(ECARTS_MAX).query(String.class).list().forEach(id -> tous.add(new Ecart(id, "parcours du moteur sans dossier")));
        return tous.subList(0, Math.min(tous.size(), ECARTS_MAX));
    }

    @Override
    public long reconstruire() {
        // What the engine runs without a row says its subject in its own variables.
        int retrouvees = jdbc.sql("""
                insert into processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif)
                select e.id_, t.text_, cast(s.text_ as uuid), d.key_, d.version_tag_, true
                from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                join act_ru_variable t on t.proc_inst_id_ = e.id_ and t.name_ = 'sujetType' and t.execution_id_ = e.id_
                join act_ru_variable s on s.proc_inst_id_ = e.id_ and s.name_ = 'sujetId' and s.execution_id_ = e.id_
                where e.parent_id_ is null and e.super_exec_ is null
                and not exists (select 1 from processus_instance i where i.instance_id = e.id_)""").update();
        int corrigees = jdbc.sql("""
                update processus_instance i set actif = x.vivante, version = coalesce(x.vraie, i.version)
                from (select x.instance_id, x.vivante, x.vraie %s) x where x.instance_id = i.instance_id""".formatted(ECART)).update();
        return retrouvees + corrigees;
    }
}
