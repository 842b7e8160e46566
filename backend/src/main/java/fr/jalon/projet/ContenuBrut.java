package fr.jalon.projet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The content of a version as its tables hold it, for a house where nobody words it: codes and texts, no layout. */
final class ContenuBrut implements ContenuDeVersion {

    private final JdbcClient jdbc;

    ContenuBrut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String modele(LocalDate jour) {
        return "ppe-1";
    }

    @Override
    public Map<String, String> domaines(String modele) {
        Map<String, String> domaines = new LinkedHashMap<>();
        domaines.put("developpement", "Développement et santé");
        domaines.put("relations", "Relations avec la famille et les proches");
        domaines.put("scolarite", "Scolarité et vie sociale");
        return domaines;
    }

    @Override
    public String figer(Projet projet, UUID versionId, Etablissement e) {
        return jdbc.sql("""
                select jsonb_build_object('etablieLe', cast(:le as date), 'revisionLe', cast(:revision as date), 'signataire', cast(:signataire as uuid),
                    'parties', coalesce((select jsonb_agg(jsonb_build_object('code', code, 'contributeur', contributeur, 'texte', texte) order by code, contributeur)
                        from projet_partie where version_id = :v), '[]'),
                    'objectifs', coalesce((select jsonb_agg(to_jsonb(o) - 'version' order by o.rang, o.id) from projet_objectif o where o.version_id = :v), '[]'),
                    'actions', coalesce((select jsonb_agg(to_jsonb(a) - 'version' order by a.rang, a.id) from projet_action a where a.version_id = :v), '[]'))::text""")
                .param("le", e.le()).param("revision", e.revisionLe()).param("signataire", e.signataire()).param("v", versionId).query(String.class).single();
    }
}
