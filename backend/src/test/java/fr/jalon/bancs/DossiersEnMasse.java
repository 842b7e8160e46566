package fr.jalon.bancs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Open IPs by the hundred thousand, written straight into the tables the lists read; the same ones at each run. */
final class DossiersEnMasse {

    private DossiersEnMasse() {
    }

    static void ecrire(String url, String proprietaire, String motDePasse, int combien) throws SQLException {
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("select setseed(0.35)");
            ordre.execute("create temp table equipes as select row_number() over (order by id) - 1 as rang, id from unite where type = 'CDAS'");
            ordre.execute("""
                    create temp table dossiers as select gen_random_uuid() as ip, gen_random_uuid() as info, g, e.id as unite,
                        current_date - (random() * 120)::int as recue, (array['confier','designer','evaluer','evaluer','evaluer','decider','informer'])[1 + floor(random() * 7)::int] as etape
                    from generate_series(1, %d) g join equipes e on e.rang = g %% (select count(*) from equipes)""".formatted(combien));
            ordre.execute("""
                    insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat)
                    select info, 'BANC-INF-' || g, recue, recue, 'TELEPHONE', 'INFORMATION', 'ECOLE', 'faits', unite, 'QUALIFIEE' from dossiers""");
            ordre.execute("""
                    insert into information_preoccupante(id, numero, information_initiale_id, recue_le, qualifiee_le, unite_pilote, etat)
                    select ip, 'BANC-IP-' || g, info, recue, recue, unite, 'EN_EVALUATION' from dossiers""");
            ordre.execute("""
                    insert into tache(id, sujet_type, sujet_id, ip_id, cle, etape, etape_rang, mission, unite_id, reference, cree_le, date_legale, en_consigne)
                    select 'banc-' || g, 'IP', ip, ip, 'information-preoccupante', etape, 3, 'evaluation', unite, 'BANC-IP-' || g, recue,
                        recue + 91, random() < 0.02 from dossiers""");
            ordre.execute("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'IP', ip, unite, 'PILOTE' from dossiers");
            ordre.execute("""
                    insert into tache_suivi(tache_id, titulaire_id, depuis) select 'banc-' || g, gen_random_uuid(), now() from dossiers where g % 5 < 3""");
            ordre.execute("""
                    insert into remise_rapport(id, ip_id, rendu_le, saisie_le, motif_depassement)
                    select gen_random_uuid(), ip, now(), now(), (array['CHARGE','EVALUATEUR_ABSENT','AVIS_ATTENDU'])[1 + g % 3] from dossiers where g % 10 = 0""");
            ordre.execute("vacuum analyze");
        }
    }
}
