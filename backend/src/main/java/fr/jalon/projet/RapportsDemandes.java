package fr.jalon.projet;

import java.time.LocalDate;
import java.util.List;
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
        return jdbc.sql("""
                with recursive projet_vu as (select p.enfant_id, p.etabli_le from projet p where p.id = :projet and p.etabli_le is not null),
                identites(id) as (select enfant_id from projet_vu union select e.id from enfant e join identites i on e.fusionne_vers = i.id),
                bilans as (select a.details ->> 'rapport' as rapport, count(distinct a.details ->> 'objectif') as repondus, max(a.le) as fin
                    from projet_acte a where a.projet_id = :projet and a.genre = 'BILAN_OBJECTIF' and a.annule_le is null group by 1),
                attendus as (select count(*) as nombre from projet_objectif where version_id = """ + ETABLIE + """
                )
                select r.id, r.mesure_id, m.numero as mesure, r.le, coalesce(b.repondus, 0) as repondus,
                    case when coalesce(b.repondus, 0) >= t.nombre then coalesce(b.fin, r.le) end as fin_le
                from projet_vu p join mesure m on m.enfant_id in (select id from identites) join mesure_acte r on r.mesure_id = m.id
                cross join attendus t left join bilans b on b.rapport = r.id::text
                where r.genre = 'RAPPORT' and r.annule_le is null and r.le >= p.etabli_le and m.etat <> 'ANNULEE' order by r.le, r.id""")
                .param("projet", projetId).query(Rapport.class).list();
    }
}
