package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.bancs.Mesures;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.BaseDEssai;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The counts of a whole country: 20 million events and 3 million periods over ten years ({@code -Devenements -Dperiodes}), rolled up as the
 * nights would have. Figures against the same formulas asked of the log in SQL, in the same run.
 */
@SpringBootTest(properties = {"jalon.demonstration=true", "jalon.demo.peupler=false", "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class IndicateursBanc {

    private static final long EVENEMENTS = Long.getLong("evenements", 20_000_000);
    private static final long PERIODES = Long.getLong("periodes", EVENEMENTS * 3 / 20);
    private static final int FOIS = 9;
    private static final int CHAUFFES = 30;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final List<String> COMPAREES = List.of("IP_RECUES", "IP_EVALUEES", "ENFANTS_MESURES", "MESURES_EXERCEES", "DELAI_EXERCICE_MEDIAN",
            "PART_TROIS_MOIS");

    @Autowired
    private Roulement roulement;
    @Autowired
    private Comptage comptage;
    @Autowired
    private Catalogue catalogue;
    @Autowired
    private Evenements evenements;
    @Autowired
    private Periodes periodes;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    private List<String> codes;
    /** Every figure is taken before any is judged. */
    private final SoftAssertions demandes = new SoftAssertions();

    @Test
    void figures_of_a_country_are_read_at_once() throws Exception {
        String base = jdbc.sql("select current_database()").query(String.class).single();
        try (Connection c = BaseDEssai.superutilisateur(base)) {
            long debut = System.nanoTime();
            PaysInvente pays = new PaysInvente(c, EVENEMENTS, PERIODES);
            pays.ecrire();
            Mesures.noter("indicateurs : %d événements, %d versions de périodes écrits en %.0f s, base de %s", pays.compter("evenement"), pays.compter("periode"),
                    secondes(debut), jdbc.sql("select pg_size_pretty(pg_database_size(current_database()))").query(String.class).single());
            rouler(pays);
            try (var ordre = c.createStatement()) {
                ordre.execute("vacuum (analyze) indicateur_cumul");
                ordre.execute("vacuum (analyze) indicateur_delta");
            }
        }
        codes = catalogue.tous().stream().map(Indicateur::code).toList();
        table();
        parUniteEtMois();
        alors();
        enSql();
        ecriture(base);
        demandes.assertAll();
    }

    private static double secondes(long debut) {
        return (System.nanoTime() - debut) / 1e9;
    }

    /** Once for all a year ago, then month by month, night by night around the past day that is asked, and last night. */
    private void rouler(PaysInvente pays) throws Exception {
        int fin = PaysInvente.JOURS - 1;
        for (int jour = fin - 365; jour <= fin; jour++) {
            int reste = fin - jour;
            boolean nuit = reste == 365 || reste % 30 == 0 || reste >= 181 && reste <= 184 || reste == 1;
            if (nuit) {
                LocalDate date = PaysInvente.DEBUT.plusDays(jour + 1);
                Roulement.Bilan b = roulement.rouler(pays.cloture(jour), date.atTime(1, 0).atZone(ZONE).toInstant(), date);
                if (reste == 365 || reste == 182 || reste == 0) {
                    Mesures.noter("indicateurs : %s, %d dossiers, %d cellules, %d ms", reste == 365 ? "première addition" : "addition d’une nuit", b.sujets(), b.lignes(), b.ms());
                    if (reste == 182 || reste == 0) {
                        demandes.assertThat(b.ms()).as("a night").isLessThan(10_000);
                    }
                }
            }
        }
        Roulement.Bilan derniere = roulement.rouler();
        Mesures.noter("indicateurs : cellules gardées %d, changements gardés %d, %s", compter("indicateur_cumul"), compter("indicateur_delta"), derniere);
    }

    private long compter(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void table() throws Exception {
        long debut = System.nanoTime();
        List<Comptage.LigneComptee> lignes = comptage.table(codes, 2016, 2025, Connu.maintenant());
        double premiere = (System.nanoTime() - debut) / 1e6;
        assertThat(lignes.stream().filter(l -> l.code().equals("IP_RECUES")).findFirst().orElseThrow().chiffres().get(5).valeur()).isPositive();
        double duree = Mesures.duree(FOIS, () -> comptage.table(codes, 2016, 2025, Connu.maintenant()));
        Mesures.noter("indicateurs : table de %d indicateurs et dix ans : %.1f ms (la première fois %.0f ms)", codes.size(), duree, premiere);
        demandes.assertThat(duree).as("the whole table").isLessThan(300);
    }

    private void parUniteEtMois() throws Exception {
        List<String> trois = List.of("MESURES_EXERCEES", "IP_RECUES", "ENFANTS_MESURES");
        // As on a server that has answered for a while.
        for (int n = 0; n < CHAUFFES; n++) {
            comptage.parUniteEtMois(trois.get(n % 3), 2016 + n % 9);
        }
        for (String code : trois) {
            double duree = Mesures.duree(FOIS, () -> comptage.parUniteEtMois(code, 2024));
            Mesures.noter("indicateurs : %s par unité et mois, %d unités : %.1f ms", code, comptage.parUniteEtMois(code, 2024).size(), duree);
            demandes.assertThat(duree).as("%s by unit and month", code).isLessThan(50);
        }
    }

    private void alors() throws Exception {
        Instant moment = PaysInvente.DEBUT.plusDays(PaysInvente.JOURS - 1 - 181).atTime(18, 0).atZone(ZONE).toInstant();
        long debut = System.nanoTime();
        List<Comptage.LigneComptee> lignes = comptage.table(codes, 2016, 2025, Connu.le(moment));
        double ms = (System.nanoTime() - debut) / 1e6;
        assertThat(lignes.stream().filter(l -> l.code().equals("IP_RECUES")).findFirst().orElseThrow().chiffres().get(5).valeur()).isPositive();
        Mesures.noter("indicateurs : la même table comme on la connaissait six mois avant : %.0f ms", ms);
        demandes.assertThat(ms).as("the table as known six months before").isLessThan(3000);
    }

    private static final String TIENT = """
            e.annule_id is null and not exists (select 1 from evenement a where a.annule_id = e.id) and not exists (select 1 from evenement r where r.rectifie_id = e.id)""";

    private static final Map<String, String> SQL = Map.of(
            "IP_RECUES", """
            select extract(year from e.jour) as an, count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'INFORMATION'
            where e.type = 'information.recue' and e.dimensions ->> 'comptee' = 'OUI' and %s and not exists (select 1 from evenement_sujet j join evenement q
                on q.id = j.evenement_id and q.type = 'information.jointe' where j.sujet_id = s.sujet_id and j.sujet_type = 'INFORMATION') group by 1""".formatted(TIENT),
            "IP_EVALUEES", """
            select extract(year from e.jour) as an, count(distinct s.sujet_id) from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'IP'
            where e.type = 'ip.rapport-rendu' and %s group by 1""".formatted(TIENT),
            "ENFANTS_MESURES", """
            select y as an, count(distinct p.enfant_id) from generate_series(2016, 2025) y join periode p on p.connu_au is null and p.genre = 'EXERCEE'
                and p.debut <= make_date(y, 12, 31) and (p.fin is null or p.fin > make_date(y, 1, 1) and p.fin > p.debut)
                and p.dimensions ->> 'produit' in ('MEP', 'MEP_HEBERGEMENT', 'AEDFG', 'PAD') group by 1""",
            "MESURES_EXERCEES", """
            select y as an, count(distinct p.sujet_id) from generate_series(2016, 2025) y join periode p on p.connu_au is null and p.genre = 'EXERCEE'
                and p.debut <= make_date(y, 12, 31) and (p.fin is null or p.fin > make_date(y, 12, 31))
                and p.dimensions ->> 'produit' in ('MEP', 'MEP_HEBERGEMENT', 'AEDFG', 'PAD') group by 1""",
            "DELAI_EXERCICE_MEDIAN", """
            select extract(year from a.debut) as an, percentile_cont(0.5) within group (order by a.debut - d.debut) from periode a join periode d
                on d.sujet_id = a.sujet_id and d.genre = 'MESURE' and d.connu_au is null
            where a.genre = 'EXERCEE' and a.connu_au is null and a.dimensions ->> 'produit' in ('MEP', 'MEP_HEBERGEMENT') group by 1""",
            "PART_TROIS_MOIS", """
            select extract(year from p.debut + interval '3 months') as an, round(100.0 * count(*) filter (where r.jour <= p.debut + interval '3 months') / count(*), 1)
            from periode p left join lateral (select e.jour from evenement_sujet s join evenement e on e.id = s.evenement_id and e.type = 'ip.rapport-rendu' and %s
                where s.sujet_id = p.sujet_id and s.sujet_type = 'IP' limit 1) r on true
            where p.genre = 'TRAITEMENT' and p.connu_au is null and p.debut + interval '3 months' < date '2026-01-01' group by 1""".formatted(TIENT));

    /** The same figures asked of the log, to the unit; and how much longer it takes. */
    private void enSql() throws Exception {
        List<Comptage.LigneComptee> lues = comptage.table(COMPAREES, 2017, 2024, Connu.maintenant());
        double nous = Mesures.duree(FOIS, () -> comptage.table(COMPAREES, 2017, 2024, Connu.maintenant()));
        double eux = 0;
        for (int n = 0; n < COMPAREES.size(); n++) {
            String code = COMPAREES.get(n);
            long debut = System.nanoTime();
            Map<Integer, BigDecimal> parAn = new java.util.HashMap<>();
            jdbc.sql(SQL.get(code)).query(l -> {
                parAn.put(l.getInt(1), l.getBigDecimal(2));
            });
            double ms = (System.nanoTime() - debut) / 1e6;
            eux += ms;
            Mesures.noter("indicateurs : %s en SQL sur le journal : %.0f ms", code, ms);
            for (int an = 2017; an <= 2024; an++) {
                assertThat(lues.get(n).chiffres().get(an - 2017).valeur()).as("%s %d", code, an).isEqualByComparingTo(parAn.get(an));
            }
        }
        Mesures.noter("indicateurs : six formules sur huit ans : %.2f ms, en SQL %.0f ms, rapport %.0f", nous, eux, eux / nous);
        demandes.assertThat(eux / nous).as("against SQL over the log").isGreaterThan(100);
    }

    /** Events, a period opened and closed, a child: with what counting needs on them and without, in turn. */
    private void ecriture(String base) throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        int tours = 21;
        double[] avec = new double[tours];
        double[] sans = new double[tours];
        try (Connection c = BaseDEssai.superutilisateur(base)) {
            ecrire(transaction, 400);
            for (int t = 0; t < tours; t++) {
                avec[t] = ecrire(transaction, 400);
                try (var s = c.createStatement()) {
                    s.execute("alter table enfant disable trigger user");
                    s.execute("drop index periode_passee_par_sujet");
                    s.execute("drop index periode_passee_par_enfant");
                }
                sans[t] = ecrire(transaction, 400);
                try (var s = c.createStatement()) {
                    s.execute("alter table enfant enable trigger user");
                    s.execute("create index periode_passee_par_sujet on periode (sujet_id) where connu_au is not null and (sujet_type = 'IP' or enfant_id is null)");
                    s.execute("create index periode_passee_par_enfant on periode (enfant_id) where connu_au is not null and enfant_id is not null");
                }
            }
        }
        double rapport = Mesures.mediane(avec) / Mesures.mediane(sans);
        Mesures.noter("indicateurs : un acte écrit et compté %.3f ms, sans rien pour le compter %.3f ms, rapport %.3f", Mesures.mediane(avec), Mesures.mediane(sans), rapport);
        demandes.assertThat(rapport).as("a write that is counted").isLessThan(1.10);
    }

    /** Milliseconds an act. */
    private double ecrire(TransactionTemplate transaction, int combien) {
        long debut = System.nanoTime();
        IdentiteCourante.en(Identite.systeme("banc"), () -> {
            for (int n = 0; n < combien; n++) {
                UUID enfant = UUID.randomUUID();
                Sujet mesure = Sujet.mesure(UUID.randomUUID());
                transaction.executeWithoutResult(s -> {
                    jdbc.sql("insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le) values (?, 'Banc', 'Enfant', 'FILLE', 'EXACTE', date '2015-01-01', now())")
                            .param(enfant).update();
                    evenements.ajouter(NouvelEvenement.de("mesure.decidee").unite("n0001").sujet(mesure).sujet(Sujet.enfant(enfant)).dimension("produit", "MEP"));
                    UUID periode = periodes.ouvrir("MESURE", mesure, enfant, "n0001", Map.of("produit", "MEP"), LocalDate.of(2025, 1, 1));
                    evenements.ajouter(NouvelEvenement.de("mesure.terminee").unite("n0001").sujet(mesure).sujet(Sujet.enfant(enfant)).dimension("produit", "MEP"));
                    periodes.fermer(periode, LocalDate.of(2025, 6, 1));
                });
            }
            return null;
        });
        return (System.nanoTime() - debut) / 1e6 / combien;
    }
}
