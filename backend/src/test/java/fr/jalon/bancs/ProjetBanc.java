package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.projet.LectureProjet;
import fr.jalon.projet.suivi.CasProjet;
import fr.jalon.projet.suivi.Couverture;
import fr.jalon.projet.suivi.Couverture.FiltreCouverture;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coverage of a hundred thousand children, the lists behind it, and the page of a projet of twelve versions. */
@TestIntegration
class ProjetBanc {

    private static final int ENFANTS = 100_000;
    private static final int VERSIONS = 12;
    private static final int FOIS = 21;

    @Autowired
    private Couverture couverture;
    @Autowired
    private LectureProjet lecture;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;

    @Test
    void coverage_of_a_hundred_thousand_children_and_a_projet_of_twelve_versions() throws Exception {
        UUID long12 = ecrire();
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        UUID ref = gens.de(Role.REF, "cdas-redon");
        assertThat(gens.en(direction, () -> couverture.tableau()).ensemble().parCas().values().stream().mapToLong(n -> n).sum()).isGreaterThanOrEqualTo(ENFANTS);
        double departement = Mesures.duree(FOIS, () -> gens.en(direction, () -> couverture.tableau()));
        // What a busy machine does not change: the processor this thread and the database used for one.
        double avant = Mesures.processeur(jdbc);
        for (int n = 0; n < FOIS; n++) {
            gens.en(direction, () -> couverture.tableau());
        }
        double processeur = (Mesures.processeur(jdbc) - avant) / FOIS;
        double territoire = Mesures.duree(FOIS, () -> gens.en(ref, () -> couverture.tableau()));
        FiltreCouverture enRetard = new FiltreCouverture(CasProjet.JAMAIS_COMMENCE, null, null, null, null);
        double liste = Mesures.duree(FOIS, () -> gens.en(direction, () -> couverture.liste(enRetard, null, 50)));
        String suite = gens.en(direction, () -> couverture.liste(enRetard, null, 50)).suivante();
        double page = Mesures.duree(FOIS, () -> gens.en(direction, () -> couverture.liste(enRetard, suite, 50)));
        double ouverture = Mesures.duree(FOIS, () -> gens.en(direction, () -> lecture.ouvrir(long12)));
        Mesures.noter("projets, couverture de %d enfants : département %.0f ms (dont processeur %.0f ms), territoire %.0f ms ; liste %.0f ms, page suivante %.0f ms ; page d’un projet de %d versions %.0f ms",
                ENFANTS, departement, processeur, territoire, liste, page, VERSIONS, ouverture);
        assertThat(departement).isLessThan(100);
        assertThat(territoire).isLessThan(100);
        assertThat(ouverture).isLessThan(100);
    }

    private UUID ecrire() throws Exception {
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("select setseed(0.35)");
            ordre.execute("create temp table equipes as select row_number() over (order by id) - 1 as rang, id from unite where type = 'CDAS'");
            ordre.execute("""
                    create temp table m as select g, gen_random_uuid() as id, gen_random_uuid() as enfant, e.id as unite, current_date - (random() * 1500)::int as depuis,
                        random() as sort from generate_series(1, %d) g join equipes e on e.rang = g %% (select count(*) from equipes)""".formatted(ENFANTS));
            ordre.execute("""
                    insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                    select enfant, 'Banc ' || g, 'Prénom', 'INCONNU', 'EXACTE', current_date - (random() * 6500)::int, now() from m""");
            ordre.execute("""
                    insert into projet(id, numero, enfant_id, etat, unite_id, ouvert_le, depuis, mesure_depuis, produits, commence, etabli_le, premier_etabli_le,
                        etabli_avec_mep, revision_le, majeur_le, saisi_le)
                    select id, 'BANC-PPE-' || g, enfant, case when sort < 0.5 then 'SUIVI' else 'A_PREPARER' end, unite, depuis, depuis, depuis + (random() * 60)::int,
                        case when sort < 0.3 then '{MEP}'::text[] when sort < 0.6 then '{PLACEMENT}' when sort < 0.8 then '{MEP,PLACEMENT}' else '{AEDFG}' end,
                        sort < 0.7, case when sort < 0.5 then depuis + 80 end, case when sort < 0.5 then depuis + 80 end, sort < 0.3,
                        case when sort < 0.5 then depuis + 445 end, current_date + (random() * 6500)::int - 100, now() from m""");
            ordre.execute("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'PROJET', id, unite, 'PILOTE' from m");
            ordre.execute("""
                    create temp table l as select id from m order by g limit 1;
                    insert into projet_version(id, projet_id, numero, modele, etat, ouverte_le, etablie_le, contenu, empreinte)
                    select gen_random_uuid(), l.id, n, 'ppe-1', case when n < %1$d then 'REMISE' else 'EN_COURS' end, current_date - 400 + n, case when n < %1$d then current_date - 399 + n end,
                        case when n < %1$d then jsonb_build_object('texte', repeat('Un paragraphe du projet, écrit avec la famille. ', 2000)) end,
                        case when n < %1$d then md5(n::text) end from l, generate_series(1, %1$d) n;
                    update projet set version_id = (select id from projet_version where projet_id = projet.id and numero = %1$d) where id = (select id from l);
                    insert into projet_objectif(id, version_id, lignee, rang, domaine, besoin, objectif)
                    select gen_random_uuid(), v.id, gen_random_uuid(), o, 'relations', repeat('Besoin ', 40), repeat('Objectif ', 40)
                    from projet_version v join l on l.id = v.projet_id, generate_series(1, 30) o;
                    insert into projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle, qui, echeance)
                    select gen_random_uuid(), o.version_id, o.id, gen_random_uuid(), a, 'ENFANT', repeat('Action ', 20), 'La mère', current_date + 30
                    from projet_objectif o join projet_version v on v.id = o.version_id join l on l.id = v.projet_id, generate_series(1, 3) a;
                    insert into projet_partie(id, version_id, code, contributeur, texte)
                    select gen_random_uuid(), v.id, 'partie-' || p, 'PARCOURS', repeat('Un paragraphe. ', 400) from projet_version v join l on l.id = v.projet_id, generate_series(1, 14) p;
                    insert into projet_acte(id, projet_id, genre, le, details, texte, saisi_le)
                    select gen_random_uuid(), l.id, 'AVIS_FAMILLE', current_date - n, '{"sens":"ACCORD"}', repeat('Un avis. ', 100), now() from l, generate_series(1, 80) n"""
                    .formatted(VERSIONS));
            ordre.execute("vacuum analyze");
        }
        return jdbc.sql("select projet_id from projet_version group by projet_id having count(*) = ? limit 1").param(VERSIONS).query(UUID.class).single();
    }
}
