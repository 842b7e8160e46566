package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Situation reports handed in since the version in force was established: each asks what becomes of every objective. */
@Component
class RapportsDemandes {

    /**
     * A report of one of the child's measures.
     *
     * @param repondus objectives answered for it
     * @param finLe day the last one was, null while some wait
     */
    record Rapport(UUID id, UUID mesureId, String mesure, LocalDate le, long repondus, LocalDate finLe) {
    }

    record ObjectifEtabli(UUID id, UUID lignee, int rang, String domaine, String objectif, String bilan, LocalDate bilanLe) {
    }

    private static final String ETABLIE = """
            (select v.id from projet_version v where v.projet_id = :projet and v.etat <> 'EN_COURS' order by v.numero desc limit 1)""";

    private final JdbcClient jdbc;

    RapportsDemandes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Objectives of the version established last. */
    List<ObjectifEtabli> objectifs(UUID projetId) {
        return jdbc.sql("select id, lignee, rang, domaine, objectif, bilan, bilan_le from projet_objectif where version_id = " + ETABLIE
                + " order by rang, id").param("projet", projetId).query(ObjectifEtabli.class).list();
    }

    List<Rapport> de(UUID projetId) {
        return de(List.of(projetId)).getOrDefault(projetId, List.of());
    }

    Map<UUID, List<Rapport>> de(Collection<UUID> projets) {
        Map<UUID, List<Rapport>> parProjet = new HashMap<>();
        jdbc.sql("""
                with recursive vus as (select p.id, p.enfant_id, p.etabli_le from projet p where p.id = any(:projets) and p.etabli_le is not null),
                identites(projet_id, id) as (select id, enfant_id from vus
                    union select i.projet_id, e.id from enfant e join identites i on e.fusionne_vers = i.id),
                bilans as (select a.projet_id, a.details ->> 'rapport' as rapport, count(distinct a.details ->> 'objectif') as repondus, max(a.le) as fin
                    from projet_acte a where a.projet_id = any(:projets) and a.genre = 'BILAN_OBJECTIF' and a.annule_le is null group by 1, 2),
                etablies as (select distinct on (projet_id) projet_id, id from projet_version where projet_id = any(:projets) and etat <> 'EN_COURS'
                    order by projet_id, numero desc),
                attendus as (select v.projet_id, count(o.id) as nombre from etablies v left join projet_objectif o on o.version_id = v.id group by 1)
                select p.id as projet_id, r.id, r.mesure_id, m.numero as mesure, r.le, coalesce(b.repondus, 0) as repondus,
                    case when coalesce(b.repondus, 0) >= coalesce(t.nombre, 0) then coalesce(b.fin, r.le) end as fin_le
                from vus p join identites i on i.projet_id = p.id join mesure m on m.enfant_id = i.id join mesure_acte r on r.mesure_id = m.id
                left join attendus t on t.projet_id = p.id left join bilans b on b.projet_id = p.id and b.rapport = r.id::text
                where r.genre = 'RAPPORT' and r.annule_le is null and r.le >= p.etabli_le and m.etat <> 'ANNULEE' order by r.le, r.id""")
                .param("projets", projets.toArray(UUID[]::new)).query(l -> {
                    parProjet.computeIfAbsent(l.getObject("projet_id", UUID.class), k -> new ArrayList<>()).add(new Rapport(l.getObject("id", UUID.class),
                            l.getObject("mesure_id", UUID.class), l.getString("mesure"), l.getObject("le", LocalDate.class), l.getLong("repondus"),
                            l.getObject("fin_le", LocalDate.class)));
                });
        return parProjet;
    }
}
