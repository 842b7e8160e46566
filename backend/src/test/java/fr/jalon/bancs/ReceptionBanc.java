package fr.jalon.bancs;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import fr.jalon.acces.Role;
import fr.jalon.dossier.AdulteSaisi;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.ExerciceAutorite;
import fr.jalon.dossier.FoyerSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.QualiteAdulte;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Reception;
import fr.jalon.ip.reception.SaisieInformation;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A full intake (information, child, holder, home, event, due dates, process, task, journal) against the bare engine starting the same
 * model: durable commits, four threads, rounds of one and of the other in turn, on one server.
 */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc", "jalon.recommencer=true", "jalon.demo.peupler=false",
    "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class ReceptionBanc {

    private static final int FILS = 4;
    private static final int TOURS = Integer.getInteger("tours", 7);
    private static final int CHAUFFES_MAX = Integer.getInteger("chauffes", 15);
    private static final int SECONDES = Integer.getInteger("secondes", 8);

    @Autowired
    private Reception reception;
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

    /** The children of the search benchmark: names as a département bears them, so that a new child has the homonyms it would have. */
    private static final List<PopulationInventee.Invente> POPULATION = population();

    private final AtomicInteger numero = new AtomicInteger();

    @Test
    void a_full_intake_against_the_bare_engine() throws Exception {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        // The bare engine has tables of its own, in another schema of the same database and so on the same disk.
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement ordre = connexion.createStatement()) {
            ordre.execute("create schema if not exists nu");
        }
        try (MoteurNu nu = new MoteurNu(url + (url.contains("?") ? "&" : "?") + "currentSchema=nu", proprietaire, motDePasse)) {
            List<Double> pleins = new ArrayList<>();
            List<Double> nus = new ArrayList<>();
            List<Double> rapports = new ArrayList<>();
            List<Double> couts = new ArrayList<>();
            List<Double> coutsNus = new ArrayList<>();
            int chauffes = chauffer(agent, nu);
            for (int tour = 0; tour < TOURS; tour++) {
                double avant = processeur();
                double plein = plein(agent);
                double entre = processeur();
                double seul = seul(nu);
                // What a busy machine does not change: processor time of this process and of the database, an intake and a start.
                couts.add((entre - avant) / (plein * SECONDES));
                coutsNus.add((processeur() - entre) / (seul * SECONDES));
                pleins.add(plein);
                nus.add(seul);
                rapports.add(plein / seul);
            }
            Mesures.noter("intake: full %.0f/s, bare engine %.0f/s, ratio median %.2f (min %.2f, max %.2f), %d rounds of %d s, %d threads",
                    mediane(pleins), mediane(nus), mediane(rapports), rapports.stream().min(Double::compare).orElseThrow(),
                    rapports.stream().max(Double::compare).orElseThrow(), TOURS, SECONDES, FILS);
            Mesures.noter("intake: %d rounds of each before, until the compiler of the virtual machine was quiet", chauffes);
            Mesures.noter("intake: processor %.1f ms full, %.1f ms bare engine, ratio %.2f (round by round: %s)", mediane(couts), mediane(coutsNus),
                    mediane(coutsNus) / mediane(couts), rapports.stream().map(r -> String.format(java.util.Locale.ROOT, "%.2f", r)).toList());
        }
    }

    private double plein(UUID agent) throws Exception {
        return Mesures.debit(FILS, SECONDES, () -> gens.en(agent, () -> reception.recevoir(saisie(numero.incrementAndGet()))));
    }

    private static double seul(MoteurNu nu) throws Exception {
        return Mesures.debit(FILS, SECONDES, () -> {
            nu.demarrer();
            return null;
        });
    }

    /**
     * A server has run for days before an agent meets it. While the virtual machine still compiles, its compiler takes processors from the
     * intake, which is more code than the bare engine: rounds of both until it takes less than a twentieth of one processor.
     *
     * @return how many it took
     */
    private int chauffer(UUID agent, MoteurNu nu) throws Exception {
        for (int tours = 1;; tours++) {
            long compile = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
            plein(agent);
            seul(nu);
            if (ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compile < 2 * SECONDES * 1000 / 20 || tours == CHAUFFES_MAX) {
                return tours;
            }
        }
    }

    /** Milliseconds used so far by this process and by the database's, where the system tells (Linux, embedded server). */
    private double processeur() {
        double somme = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        for (Long pid : jdbc.sql("select pid from pg_stat_activity where datname = current_database()").query(Long.class).list()) {
            somme += ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).map(d -> d.toNanos() / 1e6).orElse(0.0);
        }
        return somme;
    }

    private static double mediane(List<Double> valeurs) {
        return Mesures.mediane(valeurs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<PopulationInventee.Invente> population() {
        PopulationInventee population = new PopulationInventee(35);
        return java.util.stream.Stream.generate(population::suivant).limit(200_000).toList();
    }

    /** The {@code n}th intake: a child, a holder and a home of its own. */
    static SaisieInformation saisie(int n) {
        PopulationInventee.Invente invente = POPULATION.get(n % POPULATION.size());
        String nom = invente.nom();
        SaisieFamille famille = new SaisieFamille(
                List.of(new SaisieFamille.EnfantDe("e", null, EnfantSaisi.de(nom, invente.prenoms(),
                        new Naissance(Naissance.Precision.EXACTE, invente.naissance(), null), Sexe.INCONNU))),
                List.of(new SaisieFamille.TitulaireDe("t", null, AdulteSaisi.de(nom, "Parent", null), QualiteAdulte.MERE,
                        ExerciceAutorite.CONJOINT, null, null, null, null)),
                List.of(new SaisieFamille.FoyerDe("f", null, FoyerSaisi.a("1 rue de l’Essai", "35600", "Redon", "cdas-redon"), null, List.of("t"),
                        true, null)));
        return new SaisieInformation("INFORMATION", "TELEPHONE", "EDUCATION_NATIONALE",
                new SaisieInformation.TransmetteurSaisi(SaisieInformation.Cadre.PROFESSIONNEL, "Essai", "Directrice d’école", null, false, false),
                null, false, null, false, null, "Faits rapportés.", "INCONNU", null, null, famille, Map.of());
    }
}
