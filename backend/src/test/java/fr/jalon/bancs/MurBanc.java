package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.dossier.IndexNoms;
import fr.jalon.dossier.RechercheEnfants;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Reception;
import fr.jalon.pilotage.Pilotage;
import fr.jalon.tache.Criteres;
import fr.jalon.tache.ListeTaches;
import fr.jalon.tache.Tri;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What row-level security costs the task list, the search, the supervisor's page and the intake: 100 000 open IPs with a child each, thirty of them
 * restricted; rounds with the policies and without them in turn, in the same run, on the same rows.
 */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-mur", "jalon.recommencer=true", "jalon.demo.peupler=false",
    "jalon.travaux=false", "jalon.recherche.par-minute=0", "camunda.bpm.job-execution.enabled=false"})
class MurBanc {

    private static final int DOSSIERS = Integer.getInteger("dossiers", 100_000);
    private static final int TOURS = Integer.getInteger("tours", 12);
    private static final int FOIS = Integer.getInteger("fois", 30);
    private static final int LOT = 10_000;
    private static final String UNITE = "cdas-redon";

    @Autowired
    private ListeTaches liste;
    @Autowired
    private Pilotage pilotage;
    @Autowired
    private RechercheEnfants recherche;
    @Autowired
    private Reception reception;
    @Autowired
    private IndexNoms index;
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

    private final List<PopulationInventee.Invente> inventes = new ArrayList<>();
    private int suivant;

    private record Releve(List<Double> avec, List<Double> sans, List<Double> coutAvec, List<Double> coutSans) {

        Releve() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Test
    void the_policies_against_the_same_pages_without_them() throws Exception {
        peupler();
        UUID agent = gens.de(Role.EVALUATEUR, UNITE);
        UUID superviseur = gens.de(Role.SUPERVISEUR, UNITE);
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        UUID accueil = gens.de(Role.ASSISTANTE_IP, UNITE);
        Criteres equipe = new Criteres(Criteres.Vue.EQUIPE, null, null, null, null, null, false);
        Criteres toutes = new Criteres(Criteres.Vue.TOUTES, null, null, null, null, null, false);
        Map<String, Callable<?>> pages = new LinkedHashMap<>();
        pages.put("task list of a CDAS", () -> gens.en(agent, () -> List.of(liste.page(equipe, Tri.ECHEANCE, ListeTaches.Position.PREMIERE, 50),
                liste.compteurs(equipe))));
        pages.put("task list, whole département", () -> gens.en(direction, () -> List.of(liste.page(toutes, Tri.ECHEANCE, ListeTaches.Position.PREMIERE, 50),
                liste.compteurs(toutes))));
        pages.put("supervisor page of a CDAS", () -> gens.en(superviseur, () -> pilotage.tableau(null)));
        pages.put("supervisor page, whole département", () -> gens.en(direction, () -> pilotage.tableau(null)));
        pages.put("search from a CDAS", () -> gens.en(superviseur, this::chercher));
        pages.put("search, whole département", () -> gens.en(direction, this::chercher));
        pages.put("intake", () -> gens.en(accueil, () -> reception.recevoir(ReceptionBanc.saisie(++suivant))));
        Map<String, Releve> releves = new LinkedHashMap<>();
        for (int tour = -2; tour < TOURS; tour++) {
            for (boolean avec : new boolean[] {tour % 2 == 0, tour % 2 != 0}) {
                politiques(avec);
                int graine = suivant;
                for (Map.Entry<String, Callable<?>> page : pages.entrySet()) {
                    suivant = page.getKey().equals("intake") ? 1_000_000 + graine + (tour + 3) * 2 * FOIS + (avec ? FOIS : 0) : 1_000 * (tour + 3);
                    double avant = Mesures.processeur(jdbc);
                    double duree = Mesures.duree(FOIS, page.getValue());
                    double cout = (Mesures.processeur(jdbc) - avant) / (FOIS + 3);
                    if (tour >= 0) {
                        Releve r = releves.computeIfAbsent(page.getKey(), k -> new Releve());
                        (avec ? r.avec : r.sans).add(duree);
                        (avec ? r.coutAvec : r.coutSans).add(cout);
                    }
                }
            }
        }
        politiques(true);
        for (Map.Entry<String, Releve> e : releves.entrySet()) {
            Releve r = e.getValue();
            Mesures.noter("mur | %s | with %.1f ms (processor %.1f), without %.1f ms (%.1f) | cost %.0f %% (processor %.0f %%)", e.getKey(), mediane(r.avec), mediane(r.coutAvec),
                    mediane(r.sans), mediane(r.coutSans), 100 * (mediane(r.avec) / mediane(r.sans) - 1), 100 * (mediane(r.coutAvec) / mediane(r.coutSans) - 1));
        }
        Mesures.noter("mur: %d files, %d rounds of %d of each, load %.1f", DOSSIERS, TOURS, FOIS, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(releves).hasSameSizeAs(pages);
    }

    private Object chercher() {
        PopulationInventee.Invente e = inventes.get((suivant++ * 7919) % inventes.size());
        return recherche.rechercher(Fautes.abimer(e.nom(), e.prenoms().split(" ")[0], Fautes.Genre.tirer(new Random(suivant)), new Random(suivant)),
                e.naissance().toString(), false, 12);
    }

    private void politiques(boolean avec) throws SQLException {
        try (Connection c = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = c.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet r = ordre.executeQuery("select distinct tablename from pg_policies where schemaname = 'public'")) {
                while (r.next()) {
                    tables.add(r.getString(1));
                }
            }
            for (String table : tables) {
                ordre.execute("alter table " + table + (avec ? " enable" : " disable") + " row level security");
            }
        }
    }

    private void peupler() throws SQLException {
        DossiersEnMasse.ecrire(url, proprietaire, motDePasse, DOSSIERS);
        PopulationInventee population = new PopulationInventee(20260314);
        try (Connection c = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = c.createStatement()) {
            ordre.execute("create temp table a_naitre as select id as ip, unite_pilote as unite, row_number() over (order by id) as rang from information_preoccupante");
            for (int de = 0; de < DOSSIERS; de += LOT) {
                int n = Math.min(LOT, DOSSIERS - de);
                String[] noms = new String[n];
                String[] prenoms = new String[n];
                String[] naissances = new String[n];
                for (int i = 0; i < n; i++) {
                    PopulationInventee.Invente e = population.suivant();
                    inventes.add(e);
                    noms[i] = e.nom();
                    prenoms[i] = e.prenoms();
                    naissances[i] = e.naissance().toString();
                }
                try (PreparedStatement p = c.prepareStatement("""
                        with lot as (select gen_random_uuid() as enfant, n.nom, n.prenoms, n.naissance, a.ip, a.unite
                            from unnest(?::text[], ?::text[], ?::date[]) with ordinality as n(nom, prenoms, naissance, i) join a_naitre a on a.rang = n.i + ?),
                        nes as (insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                            select enfant, nom, prenoms, 'INCONNU', 'EXACTE', naissance, now() from lot),
                        vus as (insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) select 'ENFANT', enfant, unite, 'SUIVI' from lot)
                        insert into mineur_concerne(id, ip_id, enfant_id, ordre) select gen_random_uuid(), ip, enfant, 0 from lot""")) {
                    p.setArray(1, c.createArrayOf("text", noms));
                    p.setArray(2, c.createArrayOf("text", prenoms));
                    p.setArray(3, c.createArrayOf("text", naissances));
                    p.setInt(4, de);
                    p.executeUpdate();
                }
            }
            ordre.execute("update enfant set restreint = true where id in (select id from enfant order by id limit 30)");
        }
        IdentiteCourante.en(Identite.systeme("banc"), () -> {
            index.reconstruire();
            return null;
        });
        try (Connection c = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = c.createStatement()) {
            ordre.execute("vacuum analyze");
        }
    }

    private static double mediane(List<Double> valeurs) {
        return Mesures.mediane(valeurs.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
