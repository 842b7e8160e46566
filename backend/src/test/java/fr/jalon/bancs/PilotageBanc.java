package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.pilotage.Charges;
import fr.jalon.pilotage.Chiffre;
import fr.jalon.pilotage.Demande;
import fr.jalon.pilotage.ListeDossiers;
import fr.jalon.pilotage.Motifs;
import fr.jalon.pilotage.Pilotage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The supervisor's page with 100 000 open IPs, as somebody who has the whole département and as a team's supervisor. */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-pilotage", "jalon.recommencer=true",
    "jalon.demo.peupler=false", "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class PilotageBanc {

    private static final int DOSSIERS = 100_000;
    private static final int FOIS = 21;

    @Autowired
    private Pilotage pilotage;
    @Autowired
    private ListeDossiers liste;
    @Autowired
    private Charges charges;
    @Autowired
    private Motifs motifs;
    @Autowired
    private Gens gens;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;

    @Test
    void the_page_of_the_supervisor_at_a_hundred_thousand_open_files() throws Exception {
        peupler();
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        UUID equipe = gens.de(Role.SUPERVISEUR, "cdas-redon");
        double departement = Mesures.duree(FOIS, () -> gens.en(direction, () -> pilotage.tableau(null)));
        double territoire = Mesures.duree(FOIS, () -> gens.en(equipe, () -> pilotage.tableau(null)));
        double page = Mesures.duree(FOIS, () -> gens.en(direction, () -> liste.page(new Demande(Chiffre.RETARD, null, null, null, null, false), null, 50)));
        double charge = Mesures.duree(FOIS, () -> gens.en(equipe, () -> charges.personnes("cdas-redon")));
        double raisons = Mesures.duree(FOIS, () -> gens.en(direction, () -> motifs.compter(null)));
        Mesures.noter("pilotage, %d IP ouvertes : page du département %.1f ms, d’une équipe %.1f ms ; liste d’un chiffre %.1f ms ; "
                + "charges d’une équipe %.1f ms ; motifs %.1f ms (médianes de %d)", DOSSIERS, departement, territoire, page, charge, raisons, FOIS);
        assertThat(departement).isLessThan(100);
        assertThat(territoire).isLessThan(100);
        assertThat(page).isLessThan(100);
    }

    private void peupler() throws Exception {
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("select setseed(0.35)");
            ordre.execute("create temp table equipes as select row_number() over (order by id) - 1 as rang, id from unite where type = 'CDAS'");
            ordre.execute("""
                    create temp table dossiers as select gen_random_uuid() as ip, gen_random_uuid() as info, g, e.id as unite,
                        current_date - (random() * 120)::int as recue, (array['confier','designer','evaluer','evaluer','evaluer','decider','informer'])[1 + floor(random() * 7)::int] as etape
                    from generate_series(1, %d) g join equipes e on e.rang = g %% (select count(*) from equipes)""".formatted(DOSSIERS));
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
