package fr.jalon.bancs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.tache.Criteres;
import fr.jalon.tache.ListeTaches;
import fr.jalon.tache.Tri;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The task list with 100 000 open tasks: a page and its counters as somebody of a CDAS, against one query of the engine for the page and
 * one for each counter with the same filter and order; then the last page against the first, sort by sort, over the whole département.
 */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-taches", "jalon.recommencer=true",
    "jalon.demo.peupler=false", "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class TachesBanc {

    private static final int TACHES = 100_000;
    private static final int FOIS = 15;
    private static final int COMPTEURS = 9;
    private static final String UNITE = "cdas-redon";

    @Autowired
    private ListeTaches liste;
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
    void the_list_and_its_counters_against_the_queries_of_the_engine() throws Exception {
        DossiersEnMasse.ecrire(url, proprietaire, motDePasse, TACHES);
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("create schema if not exists nu");
        }
        UUID referent = gens.de(Role.EVALUATEUR, UNITE);
        Criteres equipe = new Criteres(Criteres.Vue.EQUIPE, null, null, null, null, null, false);
        try (MoteurNu nu = new MoteurNu(url + (url.contains("?") ? "&" : "?") + "currentSchema=nu", proprietaire, motDePasse)) {
            MoteurEnMasse.ecrire(nu, url, proprietaire, motDePasse, TACHES);
            List<Double> rapports = new ArrayList<>();
            List<Double> nous = new ArrayList<>();
            List<Double> moteur = new ArrayList<>();
            List<Double> couts = new ArrayList<>();
            for (int tour = 0; tour < 5; tour++) {
                double avant = Mesures.processeur(jdbc);
                double n = Mesures.duree(FOIS, () -> gens.en(referent, () -> List.of(
                        liste.page(equipe, Tri.ECHEANCE, ListeTaches.Position.PREMIERE, 50), liste.compteurs(equipe))));
                couts.add((Mesures.processeur(jdbc) - avant) / (FOIS + 3));
                double m = Mesures.duree(FOIS, () -> parLeMoteur(nu.moteur().getTaskService()));
                nous.add(n);
                moteur.add(m);
                rapports.add(m / n);
            }
            Mesures.noter("taches, %d ouvertes : page et compteurs %.1f ms (%.1f ms de processeur), moteur %.1f ms (1 + %d requêtes), rapport %.0f (médianes de 5 tours)", TACHES,
                    mediane(nous), mediane(couts), mediane(moteur), COMPTEURS, mediane(rapports));
        }
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        Criteres toutes = new Criteres(Criteres.Vue.TOUTES, null, null, null, null, null, false);
        for (Tri tri : Tri.values()) {
            double premiere = Mesures.duree(FOIS, () -> gens.en(direction, () -> liste.page(toutes, tri, ListeTaches.Position.PREMIERE, 50)));
            double derniere = Mesures.duree(FOIS, () -> gens.en(direction,
                    () -> liste.page(toutes, tri, new ListeTaches.Position(null, null, true), 50)));
            Mesures.noter("taches, tri %s : première page %.1f ms, dernière %.1f ms", tri, premiere, derniere);
        }
    }

    /** The page of fifty by due date, and the counters one would ask: mine, team, unit, all, three bands, held, unread. */
    private static Object parLeMoteur(TaskService taches) {
        List<Object> lus = new ArrayList<>(filtre(taches).orderByDueDate().asc().orderByTaskId().asc().listPage(0, 50));
        for (int i = 0; i < COMPTEURS; i++) {
            lus.add(i == 0 ? filtre(taches).count() : filtre(taches).dueBefore(new Date(System.currentTimeMillis() + i * 5L * 86_400_000)).count());
        }
        return lus;
    }

    private static TaskQuery filtre(TaskService taches) {
        return taches.createTaskQuery().taskCandidateGroup("recueil").processVariableValueEquals("uniteId", UNITE);
    }

    private static double mediane(List<Double> valeurs) {
        return Mesures.mediane(valeurs.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
