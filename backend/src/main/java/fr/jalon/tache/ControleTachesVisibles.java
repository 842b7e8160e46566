package fr.jalon.tache;

import java.util.List;

import fr.jalon.commun.controle.TableDerivee;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code tache_visible} against the tasks and the rule of sight it is copied from. */
@Component
class ControleTachesVisibles implements TableDerivee {

    private final JdbcClient jdbc;

    ControleTachesVisibles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "taches-visibles";
    }

    @Override
    public String libelle() {
        return "Tâches vues par chaque unité";
    }

    @Override
    public List<Ecart> ecarts() {
        return jdbc.sql("select id, vue_par, ecart from tache_visible_ecarts limit ?").param(ECARTS_MAX)
                .query((rs, n) -> new Ecart(rs.getString("id"), "ligne de l’unité " + rs.getString("vue_par") + " : "
                        + (rs.getString("ecart").equals("manque") ? "elle manque ou n’est pas à jour" : "elle est en trop ou n’est plus à jour")))
                .list();
    }

    @Override
    public long reconstruire() {
        jdbc.sql("delete from tache_visible").update();
        return jdbc.sql("insert into tache_visible select * from tache_visible_source").update();
    }
}
