package fr.jalon.projet;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.EffetsFusion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uniting two children changes for their projets: each stays as it is, and the first one opened follows the measures of both. */
@Component
class EffetsFusionProjet implements EffetsFusion {

    private final JdbcClient jdbc;

    EffetsFusionProjet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Effet> effets(Set<UUID> conserve, Set<UUID> absorbe) {
        long absorbes = compter(absorbe);
        if (absorbes == 0) {
            return List.of();
        }
        return List.of(compter(conserve) == 0 ? new Effet("PROJET", "Le projet pour l’enfant sera lu au dossier conservé.", absorbes)
                : new Effet("DEUX_PROJETS", "L’enfant aura deux projets\u00a0: le premier ouvert suivra toutes ses mesures.", absorbes));
    }

    private long compter(Set<UUID> enfants) {
        return jdbc.sql("select count(*) from projet where enfant_id = any (cast(:enfants as uuid[])) and etat <> 'ANNULE'")
                .param("enfants", enfants.stream().map(UUID::toString).toArray(String[]::new)).query(Long.class).single();
    }
}
