package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.IndexNoms;
import fr.jalon.essai.Gens;
import fr.jalon.indicateur.Tableaux;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The synthetic département on a small scale, in a database of its own: nobody else's files are in its counts. */
@SpringBootTest(properties = {"jalon.demonstration=true", "jalon.demo.peupler=false", "camunda.bpm.job-execution.enabled=false",
    "jalon.travaux=false", "jalon.demo.version-modele=1.0"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {

    private static final BigDecimal ECHELLE = new BigDecimal("0.04");
    private static final LocalDate ANCRE = LocalDate.of(2025, 6, 16);

    @Autowired
    private Personnel personnel;
    @Autowired
    private Peuplement peuplement;
    @Autowired
    private Semis semis;
    @Autowired
    private Avancement avancement;
    @Autowired
    private Tableaux tableaux;
    @Autowired
    private Gens gens;
    @Autowired
    private Gestes gestes;
    @Autowired
    private Acteurs acteurs;
    @Autowired
    private ReglesDemo regles;
    @Autowired
    private Volumes volumes;
    @Autowired
    private IndexNoms index;
    @Autowired
    private RejeuMesure rejeu;
    @Autowired
    private List<TableDerivee> tables;
    @Autowired
    private Departement departement;
    @Autowired
    private DataSource source;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    void peupler() {
        personnel.installer();
        peuplement.remplir(new Reglages(true, false, 35, ANCRE, ECHELLE, Set.of()));
    }

    @BeforeEach
    void la_maison() {
        IdentiteCourante.poser(Identite.systeme("essai"));
    }

    @AfterEach
    void personne() {
        IdentiteCourante.poser(null);
    }

    private static int reduit(int volume) {
        return new Semis.Graine(35, LocalDate.EPOCH, ECHELLE).aLEchelle(volume);
    }

    @Test
    void the_yearly_table_of_the_contract_comes_out_of_the_events() {
        Tableaux.TableauAnnees tableau = gens.en(gens.de(Role.OBSERVATOIRE, null), () -> tableaux.annees(2019, 2023, null));
        Map<String, List<Integer>> valeurs = new TreeMap<>();
        tableau.lignes().forEach(l -> valeurs.put(l.indicateur().code(), l.valeurs().stream().map(v -> v.valeur() == null ? null : v.valeur().intValue())
                .toList()));
        assertThat(valeurs.get("IP_RECUES")).containsExactly(reduit(2089), reduit(2171), reduit(2417), reduit(2476), reduit(2689));
        assertThat(valeurs.get("IP_EVALUEES")).containsExactly(reduit(1378), reduit(1565), reduit(1686), reduit(1668), reduit(1830));
        assertThat(tableau.lignes().get(0).valeurs()).allMatch(Tableaux.Valeur::definitif);
    }

    @Test
    void the_present_is_alive_in_every_state_and_runs_in_the_engine() {
        Set<String> etats = new TreeSet<>(jdbc.sql("select distinct etat from information_preoccupante").query(String.class).list());
        assertThat(etats).contains("A_DESIGNER", "EN_EVALUATION", "A_DECIDER", "PRECISION_DEMANDEE", "SUITES_JUDICIAIRES", "TRAITEE");
        assertThat(jdbc.sql("select count(*) from information_entrante where etat = 'A_ANALYSER'").query(Long.class).single()).isPositive();
        // Each open file waits for somebody, in the engine and in the list.
        assertThat(jdbc.sql("""
                select count(*) from information_preoccupante ip where ip.etat not in ('TRAITEE', 'CLOSE_SANS_DECISION', 'ANNULEE') and not exists (
                    select 1 from tache t where t.sujet_type = 'IP' and t.sujet_id = ip.id)""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from periode where genre = 'CONSIGNE_PARQUET' and fin is null and connu_au is null")
                .query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("select count(*) from sujet_unite where sujet_type = 'IP' and titre = 'ASSOCIEE'").query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("select count(*) from enfant where naissance_precision = 'A_NAITRE'").query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("select count(*) from enfant where non_nomme").query(Long.class).single()).isPositive();
    }

    private List<Integer> annees(Tableaux.TableauAnnees tableau, String code) {
        return tableau.lignes().stream().filter(l -> l.indicateur().code().equals(code)).flatMap(l -> l.valeurs().stream())
                .map(v -> v.valeur() == null ? null : v.valeur().intValue()).toList();
    }

    @Test
    void the_rows_of_fiche_19_come_out_of_the_periods_of_measures() {
        Tableaux.TableauAnnees tableau = gens.en(gens.de(Role.OBSERVATOIRE, null), () -> tableaux.annees(2019, 2023, null));
        assertThat(annees(tableau, "ENFANTS_MESURES")).containsExactly(reduit(3244), reduit(3213), reduit(3395), reduit(3480), reduit(3726));
        assertThat(annees(tableau, "MESURES_EN_ATTENTE")).containsExactly(reduit(480), reduit(273), reduit(190), reduit(200), reduit(318));
        assertThat(annees(tableau, "TIERS")).containsExactly(reduit(136), reduit(136), reduit(124), reduit(132), reduit(153));
        assertThat(annees(tableau, "MESURES_EXERCEES")).allMatch(n -> n > reduit(2_500) && n < reduit(3_300));
        assertThat(annees(tableau, "MESURES_CADUQUES").stream().mapToInt(n -> n).sum()).isPositive();
        assertThat(annees(tableau, "DELAI_EXERCICE_MOYEN").get(1)).isBetween(110, 260);
        assertThat(jdbc.sql("select count(distinct famille_id) from lieu_accueil where au is null").query(Integer.class).single()).isEqualTo(reduit(830));
        // Young people of sixteen and more are told apart: they live in establishments.
        assertThat(jdbc.sql("select count(distinct mesure_id) from lieu_accueil where au is null and type = 'FAMILLE_ACCUEIL'").query(Integer.class).single())
                .isEqualTo(reduit(1860));
    }

    @Test
    void measures_live_in_every_state_and_each_one_under_way_waits_for_somebody_under_watch() {
        assertThat(jdbc.sql("select distinct etat from mesure").query(String.class).list())
                .contains("ATTENTE_ACCORD", "ATTENTE_EXERCICE", "EXERCEE", "TERMINEE", "CADUQUE");
        assertThat(jdbc.sql("select distinct etape from tache where sujet_type = 'MESURE'").query(String.class).list())
                .contains("recueillir-accord", "affecter", "exercer", "decider-suite");
        assertThat(jdbc.sql("""
                select count(*) from mesure m where m.etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE') and not (
                    exists (select 1 from tache t where t.sujet_type = 'MESURE' and t.sujet_id = m.id)
                    and exists (select 1 from processus_instance p where p.sujet_type = 'MESURE' and p.sujet_id = m.id and p.actif))""")
                .query(Long.class).single()).isZero();
        // The service sees what it exercises, and nothing of the child's own file.
        assertThat(jdbc.sql("select count(*) from sujet_unite where titre = 'EXERCICE' and sujet_type = 'MESURE'").query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("""
                select count(*) from sujet_unite s join unite u on u.id = s.unite_id where u.type = 'SERVICE' and s.sujet_type not in ('MESURE', 'PROJET')""")
                .query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from utilisateur where demo and identifiant = 'service.apase'").query(Long.class).single()).isOne();
        assertThat(jdbc.sql("select count(*) from (select decision_id from mesure group by decision_id having count(*) > 1) d").query(Long.class).single())
                .isPositive();
    }

    @Test
    void the_projets_of_the_contract_come_out_of_their_establishments_and_each_open_one_waits_for_somebody() {
        Tableaux.TableauAnnees tableau = gens.en(gens.de(Role.OBSERVATOIRE, null), () -> tableaux.annees(2019, 2023, null));
        assertThat(annees(tableau, "PPE_ETABLIS").subList(1, 3)).as("291 and 1 399").containsExactly(reduit(291), reduit(1399));
        assertThat(annees(tableau, "PPE_DANS_MEP").get(4)).as("62 % on 31 December 2023").isBetween(61, 63);
        assertThat(jdbc.sql("select distinct etat from projet").query(String.class).list()).contains("A_PREPARER", "A_RENCONTRER", "A_ECRIRE", "A_REMETTRE",
                "SUIVI", "CLOS");
        assertThat(jdbc.sql("""
                select count(*) from projet x where x.etat not in ('CLOS', 'ANNULE') and not (
                    exists (select 1 from tache t where t.sujet_type = 'PROJET' and t.sujet_id = x.id)
                    and exists (select 1 from processus_instance p where p.sujet_type = 'PROJET' and p.sujet_id = x.id and p.actif))""")
                .query(Long.class).single()).isZero();
        List<TableDerivee> desProjets = tables.stream().filter(t -> t.nom().endsWith("projets")).toList();
        assertThat(desProjets).hasSize(2);
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            desProjets.forEach(t -> new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(t.ecarts()).as(t.nom()).isEmpty()));
            return null;
        });
    }

    /** What one measure left in the log and the periods, without the ids that differ. */
    private List<String> traces(UUID mesure, boolean evenements) {
        return evenements ? jdbc.sql("""
                select e.type || ' ' || coalesce(e.element, '-') || ' ' || e.jour || ' ' || e.unite_id || ' ' || e.dimensions::text || ' ' || (
                    select string_agg(s.sujet_type, ',' order by s.sujet_type) from evenement_sujet s where s.evenement_id = e.id)
                from evenement e where e.type like 'mesure.%' and e.id in (select evenement_id from evenement_sujet where sujet_id = ?) order by 1""")
                .param(mesure).query(String.class).list() : jdbc.sql("""
                select genre || ' ' || segment || ' ' || unite_id || ' ' || dimensions::text || ' ' || debut || ' ' || coalesce(fin::text, '-')
                    || ' ' || (enfant_id is not null) from periode where connu_au is null and sujet_id = ? and genre <> 'LIEU_ACCUEIL' order by 1""")
                .param(mesure).query(String.class).list();
    }

    @Test
    void young_people_come_of_age_are_supported_and_leave_as_the_table_says_and_those_under_way_wait_for_somebody() {
        for (VolumesJeunes.Annee a : new VolumesJeunes("35").annees(new Semis.Graine(35, ANCRE, ECHELLE)).stream().filter(x -> x.annee() < 2025).toList()) {
            int an = a.annee();
            assertThat(jdbc.sql("select count(*) from autonomie a where extract(year from a.dix_huit_le) = ? and a.entree_le is not null and a.dix_huit_le < ?")
                    .params(an, ANCRE).query(Integer.class).single()).as("majeurs " + an).isEqualTo(a.majeurs());
            assertThat(jdbc.sql("""
                    select count(distinct p.enfant_id) from periode p where p.genre = 'EXERCEE' and p.dimensions ->> 'produit' = 'APJM' and p.connu_au is null
                    and p.debut <= make_date(?, 12, 31) and (p.fin is null or p.fin >= make_date(?, 1, 1))""").params(an, an).query(Integer.class).single())
                    .as("accompagnés " + an).isEqualTo(a.accompagnes());
            assertThat(jdbc.sql("select count(*) from evenement where type = 'autonomie.sortie' and extract(year from jour) = ? and dimensions ->> 'logementStable' = 'OUI'")
                    .param(an).query(Integer.class).single()).as("logement " + an).isEqualTo(a.logement());
            assertThat(jdbc.sql("select count(*) from evenement where type = 'autonomie.sortie' and extract(year from jour) = ? and dimensions ->> 'activite' = 'OUI'")
                    .param(an).query(Integer.class).single()).as("activité " + an).isEqualTo(a.activite());
        }
        Tableaux.TableauAnnees tableau = gens.en(gens.de(Role.OBSERVATOIRE, null), () -> tableaux.annees(2019, 2022, null));
        assertThat(annees(tableau, "DEVENUS_MAJEURS")).as("fiche 22").containsExactly(reduit(306), reduit(350), reduit(243), reduit(300));
        assertThat(annees(tableau, "MAJEURS_ANNEE").subList(2, 4)).as("739 and 759").containsExactly(reduit(739), reduit(759));
        assertThat(annees(tableau, "MAJEURS_FINS").subList(2, 4)).as("214 twice").containsExactly(reduit(214), reduit(214));
        assertThat(annees(tableau, "SORTIES_LOGEMENT_STABLE").subList(1, 4)).as("84, 125, 128").containsExactly(reduit(84), reduit(125), reduit(128));
        assertThat(annees(tableau, "SORTIES_RESSOURCES").subList(1, 4)).as("86, 97, 113").containsExactly(reduit(86), reduit(97), reduit(113));
        assertThat(annees(tableau, "SORTIES_ACTIVITE").subList(1, 4)).as("68, 100, 118").containsExactly(reduit(68), reduit(100), reduit(118));
        assertThat(jdbc.sql("select distinct etat from autonomie").query(String.class).list())
                .contains("PREPARATION", "MAJORITE", "ACCOMPAGNE", "CLOSE").hasSizeGreaterThan(5);
        assertThat(jdbc.sql("""
                select count(*) from autonomie a where a.etat <> 'CLOSE' and not (exists (select 1 from tache t where t.sujet_type = 'AUTONOMIE' and t.sujet_id = a.id)
                    and exists (select 1 from processus_instance p where p.sujet_type = 'AUTONOMIE' and p.sujet_id = a.id and p.actif))""").query(Long.class).single()).isZero();
        List<TableDerivee> chemins = tables.stream().filter(t -> t.nom().equals("autonomies")).toList();
        assertThat(chemins).hasSize(1);
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            chemins.forEach(t -> new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(t.ecarts()).as(t.nom()).isEmpty()));
            return null;
        });
    }

    @Test
    void the_nightly_checks_find_measures_as_their_acts_say() {
        List<TableDerivee> desMesures = tables.stream().filter(t -> t.nom().contains("mesures") || t.nom().equals("periodes-lieux") || t.nom().startsWith("taches")).toList();
        assertThat(desMesures).hasSizeGreaterThan(2);
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            desMesures.forEach(t -> new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(t.ecarts()).as(t.nom()).isEmpty()));
            return null;
        });
    }

    @Test
    void a_measure_written_in_bulk_leaves_what_the_acts_leave() {
        List<UUID> ecrites = jdbc.sql("""
                select id from mesure where id in (
                    select distinct on (produit, etat, cadre) id from mesure order by produit, etat, cadre, id)
                union select mesure_id from (select distinct on (genre) genre, mesure_id from mesure_acte order by genre, id) g""")
                .query(UUID.class).list();
        assertThat(ecrites.size()).isGreaterThan(10);
        // Each is rolled back: it would be counted.
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            ecrites.forEach(ecrite -> new TransactionTemplate(transactions).executeWithoutResult(s -> {
                comparer(ecrite);
                s.setRollbackOnly();
            }));
            return null;
        });
    }

    private void comparer(UUID ecrite) {
        List<String> evenements = traces(ecrite, true);
        List<String> periodes = traces(ecrite, false);
        Map<String, Object> ligne = rejeu.ligne(ecrite);
        UUID vecue = rejeu.vivre(ecrite);
        assertThat(traces(vecue, true)).as("events of %s", ecrite).containsExactlyElementsOf(evenements);
        assertThat(traces(vecue, false)).as("periods of %s", ecrite).containsExactlyElementsOf(periodes);
        assertThat(rejeu.ligne(vecue)).as("row of %s", ecrite).isEqualTo(ligne);
    }

    @Test
    void it_says_that_it_is_complete_and_which_years_are_invented() {
        assertThat(semis.avance().orElseThrow().complet()).isTrue();
        assertThat(avancement.lire().orElseThrow().pourcent()).isEqualTo(100);
        assertThat(jdbc.sql("select lot from demo_lot where lot like 'ouvert-%' and dossiers = 0").query(String.class).list()).isEmpty();
        assertThat(avancement.anneesFictives()).contains(2024).doesNotContain(2023);
        assertThat(jdbc.sql("select count(*) from indicateur_cloture").query(Long.class).single()).as("years written are added up at once").isPositive();
    }

    @Test
    void what_is_added_up_of_all_of_it_is_what_a_recount_counts() {
        assertThat(tables.stream().filter(t -> t.nom().equals("comptage")).flatMap(t -> t.ecarts().stream()).toList()).isEmpty();
    }

    @Test
    void a_second_start_writes_nothing_more_whatever_seed_it_asks() {
        long avant = jdbc.sql("select count(*) from evenement").query(Long.class).single();
        personnel.installer();
        peuplement.remplir(new Reglages(true, false, 36, null, ECHELLE, Set.of()));
        assertThat(jdbc.sql("select count(*) from evenement").query(Long.class).single()).isEqualTo(avant);
    }

    @Test
    void every_role_and_unit_has_its_person() {
        assertThat(jdbc.sql("""
                select count(*) from unite u where u.type = 'CDAS' and not exists (select 1 from utilisateur_role r join utilisateur p on p.id = r.utilisateur_id
                where p.demo and r.unite_id = u.id and r.role = 'REF')""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(distinct profession) from utilisateur where demo and identifiant like 'evaluateur-%redon'")
                .query(Long.class).single()).isEqualTo(4);
    }

    @Test
    void the_same_seed_imagines_the_same_département_and_another_one_another() {
        Semis.Graine graine = new Semis.Graine(7, LocalDate.of(2026, 3, 1), ECHELLE);
        List<Personnel.Agent> agents = personnel.composer();
        Chronique une = new Chronique(graine, departement, volumes, agents);
        Chronique autre = new Chronique(graine, departement, volumes, agents);
        assertThat(une.closes()).isEqualTo(autre.closes());
        assertThat(une.histoire(une.closes().get(10))).isEqualTo(autre.histoire(autre.closes().get(10)));
        Chronique differente = new Chronique(new Semis.Graine(8, graine.ancre(), ECHELLE), departement, volumes, agents);
        assertThat(differente.histoire(differente.closes().get(10))).isNotEqualTo(une.histoire(une.closes().get(10)));
    }

    /** What one file left in the log, the periods and the due dates, without the ids that differ. */
    private Map<String, List<String>> traces(UUID information) {
        Map<String, List<String>> traces = new TreeMap<>();
        traces.put("evenements", jdbc.sql("""
                with dossier(id) as (
                    select cast(:information as uuid) union select ip_id from information_entrante where id = :information and ip_id is not null
                    union select id from information_entrante where ip_id = (select ip_id from information_entrante where id = :information)
                    union select m.enfant_id from information_mineur m where m.information_id = :information)
                select e.type || ' ' || coalesce(e.element, '-') || ' ' || e.jour || ' ' || e.unite_id || ' '
                    || (e.dimensions - 'echeance' - 'consigne')::text || ' ' || (
                    select string_agg(s.sujet_type, ',' order by s.sujet_type) from evenement_sujet s where s.evenement_id = e.id)
                from evenement e where e.id in (select s.evenement_id from evenement_sujet s where s.sujet_id in (select id from dossier)) order by 1""")
                .param("information", information).query(String.class).list());
        traces.put("periodes", jdbc.sql("""
                select p.genre || ' ' || p.unite_id || ' ' || p.dimensions::text || ' ' || p.debut || ' ' || coalesce(p.fin::text, '-') from periode p
                where p.connu_au is null and p.sujet_id = (select ip_id from information_entrante where id = ?) order by 1""")
                .param(information).query(String.class).list());
        traces.put("echeances", jdbc.sql("""
                select h.sujet_type || ' ' || h.genre || ' ' || h.regle || ' ' || h.nature || ' ' || h.unite_id || ' ' || h.origine_jour || ' ' || h.date_legale
                    || ' ' || h.date_operationnelle || ' ' || h.etat || ' ' || coalesce(h.objet_type, '-') || ' ' || h.etapes::text from echeance h
                where h.sujet_id = :information or h.sujet_id = (select ip_id from information_entrante where id = :information) order by 1""")
                .param("information", information).query(String.class).list());
        return traces;
    }

    @Test
    void a_file_written_in_bulk_leaves_what_the_services_leave() {
        ZoneId zone = ZoneId.of(departement.profil().zone());
        Scenariste scenariste = new Scenariste(new Semis.Graine(99, LocalDate.of(2025, 12, 1), BigDecimal.ONE), departement, personnel.composer());
        LocalDate recue = LocalDate.of(2025, 1, 6);
        List<Histoire> histoires = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            LocalDate jour = recue.plusDays(n);
            LocalDate rapport = n % 4 == 3 ? null : Agenda.ouvre(jour.plusDays(45 + 3L * n));
            histoires.add(scenariste.imaginer(new Amorces.Amorce(2025, 9001 + n, jour, rapport, n % 5 == 4, n % 6 == 5)));
        }
        for (Histoire h : histoires) {
            UUID vecue = new TransactionTemplate(transactions).execute(s -> {
                UUID information = null;
                for (Recit.Acte acte : new Recit(h, Particularite.AUCUNE, gestes, zone).jusqua(Instant.now())) {
                    UUID avant = information;
                    information = acteurs.comme(acte.par(), acte.le(), () -> acte.geste().apply(avant));
                }
                return information;
            });
            IdentiteCourante.en(Identite.systeme("essai"), () -> {
                new TransactionTemplate(transactions).executeWithoutResult(s -> {
                    Copie copie = EcritureDossier.copie();
                    List<UUID> enfants = new ArrayList<>();
                    Histoire ecrite = h.complement() == null ? h : h.numerote(9500 + h.numero() % 100);
                    new EcritureDossier(new EcritureDossier.Atelier(copie, regles, zone, "1.0", enfants, departement.profil().sectionsRapport().stream()
                            .map(Profil.SectionRapport::code).toList()), ecrite, 99).ecrire(h.numero());
                    copie.envoyer(source);
                    index.indexerEnLot(enfants);
                });
                return null;
            });
            Map<String, List<String>> vecues = traces(vecue);
            Map<String, List<String>> ecrites = traces(h.id());
            assertThat(ecrites.get("evenements")).as("events of %s", h.numero()).containsExactlyElementsOf(vecues.get("evenements"));
            assertThat(ecrites.get("periodes")).as("periods of %s", h.numero()).containsExactlyElementsOf(vecues.get("periodes"));
            assertThat(ecrites.get("echeances")).as("due dates of %s", h.numero()).containsExactlyElementsOf(vecues.get("echeances"));
        }
    }
}
