package fr.jalon.bancs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * A département's minors in care, from birth to eighteen, written straight into the tables: those of sixteen and more have their path, its due
 * date, its landmarks and its process, but for the last ones, whom nobody opened.
 */
final class JeunesEnMasse {

    private JeunesEnMasse() {
    }

    /** @param jour the business day; {@code jours} those whose sixteenth birthday came in the last so many days have no path yet */
    static void ecrire(String url, String proprietaire, String motDePasse, LocalDate jour, int confies, int jours) throws SQLException {
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            // The day of the house, which near midnight is not the database's.
            ordre.execute("create temp table le as select date '" + jour + "' as jour");
            ordre.execute("select setseed(0.35)");
            ordre.execute("create temp table equipes as select row_number() over (order by id) - 1 as rang, id from unite where type = 'CDAS'");
            ordre.execute("""
                    create temp table j as select g, gen_random_uuid() as mesure, gen_random_uuid() as enfant, gen_random_uuid() as parcours, e.id as unite,
                        ((select jour from le) - interval '18 years')::date + 1 + (g * (18 * 365.25 - 2) / %d)::int as ne
                    from generate_series(0, %d - 1) g join equipes e on e.rang = g %% (select count(*) from equipes)""".formatted(confies, confies));
            ordre.execute("""
                    insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                    select enfant, 'Banc ' || g, 'Prénom', 'INCONNU', 'EXACTE', ne, now() from j""");
            ordre.execute("""
                    insert into mesure(id, numero, enfant_id, decision_id, origine, cadre, base_legale, produit, accueil, etat, unite_id, service_id,
                        exercice, autorite, decidee_le, terme, attente_depuis, affectee_le, demarree_le, saisie_le)
                    select mesure, 'BANC-JEUNE-' || g, enfant, mesure, 'REPRISE', 'JUDICIAIRE', 'PLACEMENT_ASE', 'PLACEMENT', true, 'EXERCEE', unite,
                        'svc-familial', 'SERVICE', 'JUGE_ENFANTS', greatest(ne, (select jour from le) - 900), (select jour from le) + 300, greatest(ne, (select jour from le) - 900),
                        greatest(ne, (select jour from le) - 900), greatest(ne, (select jour from le) - 900), now() from j""");
            for (String genre : new String[] {"MESURE", "EXERCEE", "CONFIE"}) {
                ordre.execute("""
                        insert into periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut)
                        select gen_random_uuid(), gen_random_uuid(), 0, '%s', 'MESURE', mesure, enfant, unite,
                            '{"base": "PLACEMENT_ASE", "cadre": "JUDICIAIRE", "produit": "PLACEMENT", "accueil": "OUI"}', greatest(ne, (select jour from le) - 900)
                        from j""".formatted(genre));
            }
            ordre.execute("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'MESURE', mesure, unite, 'PILOTE' from j");
            ordre.execute("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'ENFANT', enfant, unite, 'SUIVI' from j");
            ordre.execute("""
                    create temp table p as select j.*, (ne + interval '16 years')::date as seize, (ne + interval '17 years')::date as dix_sept,
                        (ne + interval '18 years')::date as dix_huit, (ne + interval '21 years')::date as vingt_et_un
                    from j where (ne + interval '16 years')::date <= (select jour from le) - %d""".formatted(jours));
            ordre.execute("""
                    insert into autonomie(id, enfant_id, unite_id, etat, naissance, dix_sept_le, dix_huit_le, vingt_et_un_le, ouverte_le, entree_le,
                        en_charge, entretien_du_le, entretien_le, entretien_issue, saisie_le)
                    select parcours, enfant, unite, case when dix_sept < (select jour from le) then 'NOTIFICATION' else 'PREPARATION' end, ne, dix_sept, dix_huit,
                        vingt_et_un, seize, (select jour from le) - 900, true, dix_sept, case when dix_sept < (select jour from le) then dix_sept - 20 end,
                        case when dix_sept < (select jour from le) then 'TENU' end, now() from p""");
            ordre.execute("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'AUTONOMIE', parcours, unite, 'PILOTE' from p");
            ordre.execute("""
                    insert into autonomie_acte(id, autonomie_id, genre, le, details, saisi_le)
                    select gen_random_uuid(), parcours, 'OUVERTURE', seize, jsonb_build_object('naissance', ne, 'exacte', 'OUI', 'unite', unite), now() from p""");
            ordre.execute("""
                    insert into autonomie_repere(id, autonomie_id, code, le, etat, fait_le)
                    select gen_random_uuid(), parcours, 'BANC-' || m, le, case when le > (select jour from le) then 'A_VENIR' else 'FAIT' end,
                        case when le <= (select jour from le) then le end
                    from (select p.*, m, (ne + interval '16 years' + make_interval(months => m * 2))::date as le from p, generate_series(0, 10) m) x""");
            ordre.execute("""
                    insert into processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif)
                    select 'banc-' || g, 'AUTONOMIE', parcours, 'autonomie', '1.0', true from p""");
            ordre.execute("""
                    insert into echeance(id, sujet_type, sujet_id, genre, regle, regle_id, nature, unite_id, origine_jour, date_legale, date_operationnelle,
                        etapes, etat, posee_le)
                    select gen_random_uuid(), 'AUTONOMIE', parcours, 'ENTRETIEN_17', 'ENTRETIEN_17', (select id from echeance_regle where code = 'ENTRETIEN_17'
                        limit 1), 'LEGALE', unite, ne, dix_sept, dix_sept, '{preparer-entretien,tenir-entretien}', 'OUVERTE', now()
                    from p where dix_sept >= (select jour from le)""");
            ordre.execute("""
                    insert into tache(id, sujet_type, sujet_id, cle, etape, etape_rang, mission, unite_id, reference, cree_le, urgence, en_consigne)
                    select 'banc-t-' || g, 'AUTONOMIE', parcours, 'autonomie', 'preparer-entretien', 0, 'parcours', unite, 'Autonomie', now(), false, false
                    from p where dix_sept >= (select jour from le)""");
            ordre.execute("vacuum analyze");
        }
    }
}
