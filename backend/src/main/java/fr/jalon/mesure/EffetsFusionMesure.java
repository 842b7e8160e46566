package fr.jalon.mesure;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.EffetsFusion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uniting two children changes for measures: rows keep their child and are read under both, so that a merge undone finds them as they were. */
@Component
class EffetsFusionMesure implements EffetsFusion {

    private final JdbcClient jdbc;

    EffetsFusionMesure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Effet> effets(Set<UUID> conserve, Set<UUID> absorbe) {
        long mesures = compter("enfant_id = any (cast(:absorbe as uuid[])) and etat <> 'ANNULEE'", conserve, absorbe);
        long accueils = compter("""
                enfant_id = any (cast(:absorbe as uuid[])) and accueil and etat in ('EXERCEE', 'SUSPENDUE') and exists (select 1 from mesure g
                where g.enfant_id = any (cast(:conserve as uuid[])) and g.accueil and g.etat in ('EXERCEE', 'SUSPENDUE'))""", conserve, absorbe);
        List<Effet> effets = new java.util.ArrayList<>();
        if (mesures > 0) {
            effets.add(new Effet("MESURES", mesures + "\u00a0" + (mesures > 1 ? "mesures seront lues" : "mesure sera lue") + " au dossier conservé.", mesures));
        }
        if (accueils > 0) {
            effets.add(new Effet("DEUX_ACCUEILS", "L’enfant sera confié par deux mesures à la fois\u00a0: mettez fin à l’une d’elles.", accueils));
        }
        return effets;
    }

    private long compter(String condition, Set<UUID> conserve, Set<UUID> absorbe) {
        return jdbc.sql("select count(*) from mesure where " + condition + " and cast(:conserve as uuid[]) is not null")
                .param("absorbe", texte(absorbe)).param("conserve", texte(conserve)).query(Long.class).single();
    }

    private static String[] texte(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
