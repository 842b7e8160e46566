package fr.jalon.autonomie;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.EffetsFusion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uniting two children changes for their paths: each stays under its file, and the older one is read. */
@Component
class EffetsFusionAutonomie implements EffetsFusion {

    private final JdbcClient jdbc;

    EffetsFusionAutonomie(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Effet> effets(Set<UUID> conserve, Set<UUID> absorbe) {
        long siens = compter(absorbe);
        if (siens == 0) {
            return List.of();
        }
        return compter(conserve) == 0 ? List.of(new Effet("AUTONOMIE", "Le parcours vers l’autonomie sera lu au dossier conservé.", siens))
                : List.of(new Effet("DEUX_AUTONOMIES", "Deux parcours vers l’autonomie seront lus ensemble\u00a0: le plus ancien sera suivi.", siens));
    }

    private long compter(Set<UUID> enfants) {
        return jdbc.sql("select count(*) from autonomie where enfant_id = any (:enfants)").param("enfants", enfants.toArray(UUID[]::new))
                .query(Long.class).single();
    }
}
