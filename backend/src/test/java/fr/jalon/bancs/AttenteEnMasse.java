package fr.jalon.bancs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A département's measures: those that wait, those exercised and a long past, written straight into the tables; the same ones at each run. */
final class AttenteEnMasse {

    private AttenteEnMasse() {
    }

    static void ecrire(String url, String proprietaire, String motDePasse, int enAttente, int exercees, int passees) throws SQLException {
        int tout = enAttente + exercees + passees;
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("select setseed(0.35)");
            ordre.execute("create temp table equipes as select row_number() over (order by id) - 1 as rang, id from unite where type = 'CDAS'");
            // One decision in three is about two children, who are brother and sister.
            ordre.execute("""
                    create temp table m as select g, gen_random_uuid() as id, gen_random_uuid() as enfant, e.id as unite,
                        md5('decision' || case when g %% 3 = 1 then g - 1 else g end)::uuid as decision,
                        case when g <= %1$d then 'ATTENTE_EXERCICE' when g <= %2$d then 'EXERCEE' else 'TERMINEE' end as etat,
                        case when g <= %2$d then current_date - (random() * 420)::int else current_date - 800 - (random() * 2000)::int end as decidee,
                        case when random() < 0.6 then 'JUDICIAIRE' else 'ADMINISTRATIF' end as cadre,
                        (array['MEP','MEP','MEP','PAD','AEDFG'])[1 + floor(random() * 5)::int] as produit,
                        (array['svc-apase','svc-semo','svc-cde','svc-arass'])[1 + floor(random() * 4)::int] as service
                    from generate_series(1, %3$d) g join equipes e on e.rang = (g / 3) %% (select count(*) from equipes)"""
                    .formatted(enAttente, enAttente + exercees, tout));
            ordre.execute("""
                    insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                    select enfant, 'Banc ' || g, 'Prénom', 'INCONNU', 'EXACTE', current_date - (random() * 6000)::int, now() from m""");
            ordre.execute("""
                    insert into mesure(id, numero, enfant_id, decision_id, origine, cadre, base_legale, produit, etat, unite_id, service_id, exercice,
                        autorite, decidee_le, terme, attente_depuis, affectee_le, demarree_le, finie_le, saisie_le)
                    select id, 'BANC-MES-' || g, enfant, decision, 'REPRISE', cadre, case cadre when 'JUDICIAIRE' then 'AEMO' else 'AED' end, produit, etat,
                        unite, case when produit <> 'AEDFG' and (etat <> 'ATTENTE_EXERCICE' or g % 4 = 0) then service end,
                        case when produit = 'AEDFG' then 'UNITE' else 'SERVICE' end, 'PRESIDENT', decidee, decidee + 365, decidee,
                        case when produit <> 'AEDFG' and (etat <> 'ATTENTE_EXERCICE' or g % 4 = 0) then decidee + 30 end,
                        case when etat <> 'ATTENTE_EXERCICE' then decidee + 120 end, case when etat = 'TERMINEE' then decidee + 400 end, now() from m""");
            ordre.execute("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'MESURE', id, unite, 'PILOTE' from m");
            ordre.execute("""
                    insert into lien_enfants(id, enfant_a, enfant_b, genre, pose_le)
                    select gen_random_uuid(), least(a.enfant, b.enfant), greatest(a.enfant, b.enfant), 'FRATRIE', now()
                    from m a join m b on b.g = a.g + 2 and a.g % 5 = 0""");
            ordre.execute("""
                    insert into attente_rang(mesure_id, rang, motif, propose_le)
                    select id, decidee - date '1970-01-01' - 10, 'Motif du banc', now() from m where etat = 'ATTENTE_EXERCICE' and g % 25 = 0""");
            ordre.execute("vacuum analyze");
        }
    }
}
