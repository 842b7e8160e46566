package fr.jalon.bancs;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Reception;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What the journal costs an intake, its seals each second included: durable commits, four threads, rounds with it and without it in turn. */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-journal", "jalon.recommencer=true", "jalon.demo.peupler=false",
    "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class JournalBanc {

    private static final int FILS = 4;
    private static final int TOURS = Integer.getInteger("tours", 30);
    private static final int CHAUFFES_MAX = Integer.getInteger("chauffes", 12);
    private static final int SECONDES = Integer.getInteger("secondes", 2);

    private static volatile boolean tenu = true;

    /** The journal, which the benchmark can turn off. */
    @TestConfiguration
    static class JournalDebrayable {

        @Bean
        static BeanPostProcessor debrayage() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String nom) {
                    return !(bean instanceof Journal vrai) ? bean : Proxy.newProxyInstance(Journal.class.getClassLoader(), new Class<?>[] {Journal.class},
                            (proxy, methode, arguments) -> {
                                try {
                                    return tenu || methode.getReturnType() != void.class ? methode.invoke(vrai, arguments) : null;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
                }
            };
        }
    }

    @Autowired
    private Reception reception;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationContext contexte;

    private final AtomicInteger numero = new AtomicInteger();

    @Test
    void an_intake_with_its_journal_and_without() throws Exception {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        chauffer(agent);
        long avant = jdbc.sql("select count(*) from journal_acces").query(Long.class).single();
        int actes = numero.get();
        List<Double> avec = new ArrayList<>();
        List<Double> sans = new ArrayList<>();
        List<Double> rapports = new ArrayList<>();
        List<Double> coutsAvec = new ArrayList<>();
        List<Double> coutsSans = new ArrayList<>();
        List<Double> rapportsDesCouts = new ArrayList<>();
        int actesAvec = 0;
        for (int tour = 0; tour < TOURS; tour++) {
            // Which goes first changes each time: what a round leaves behind (checkpoints, garbage) falls on both.
            Tour premier = tour(agent, tour % 2 == 0);
            Tour second = tour(agent, tour % 2 != 0);
            Tour a = tour % 2 == 0 ? premier : second;
            Tour s = tour % 2 == 0 ? second : premier;
            avec.add(a.debit);
            sans.add(s.debit);
            rapports.add(s.debit / a.debit - 1);
            coutsAvec.add(a.cout);
            coutsSans.add(s.cout);
            rapportsDesCouts.add(a.cout / s.cout - 1);
            actesAvec += a.actes;
        }
        long lignes = jdbc.sql("select count(*) from journal_acces").query(Long.class).single() - avant;
        Mesures.noter("journal: intake %.0f/s with, %.0f/s without, cost median %.1f %% (round by round: %s)", mediane(avec), mediane(sans),
                100 * mediane(rapports), pourCent(rapports));
        Mesures.noter("journal: processor of an intake %.2f ms with, %.2f ms without, cost median %.1f %% (round by round: %s)", mediane(coutsAvec),
                mediane(coutsSans), 100 * mediane(rapportsDesCouts), pourCent(rapportsDesCouts));
        Mesures.noter("journal: %d rounds of %d s of each, %d threads, %.1f lines an intake, %d intakes, load %.1f", TOURS, SECONDES, FILS,
                (double) lignes / actesAvec, numero.get() - actes, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private record Tour(double debit, double cout, int actes) {
    }

    /** One round; the seals of its lines are part of it, the last ones included. */
    private Tour tour(UUID agent, boolean journal) throws Exception {
        tenu = journal;
        ScheduledExecutorService sceau = Executors.newSingleThreadScheduledExecutor();
        int premier = numero.get();
        double avant = processeur();
        double debit;
        try {
            sceau.scheduleWithFixedDelay(this::sceller, 1, 1, TimeUnit.SECONDS);
            debit = Mesures.debit(FILS, SECONDES, () -> gens.en(agent, () -> reception.recevoir(ReceptionBanc.saisie(numero.incrementAndGet()))));
        } finally {
            sceau.shutdown();
            sceau.awaitTermination(30, TimeUnit.SECONDS);
            tenu = true;
        }
        sceller();
        int faits = numero.get() - premier;
        return new Tour(debit, (processeur() - avant) / faits, faits);
    }

    private void sceller() {
        IdentiteCourante.en(Identite.systeme("sceau"), () -> {
            while (ReflectionTestUtils.<Integer>invokeMethod(contexte.getBean("scellement"), "sceller") > 0) {
                // Next lot.
            }
            return null;
        });
    }

    private void chauffer(UUID agent) throws Exception {
        for (int tours = 1; tours <= CHAUFFES_MAX; tours++) {
            long compile = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
            tour(agent, true);
            tour(agent, false);
            if (ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compile < 2 * SECONDES * 1000 / 20) {
                return;
            }
        }
    }

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

    private static List<String> pourCent(List<Double> valeurs) {
        return valeurs.stream().map(v -> String.format(java.util.Locale.ROOT, "%.1f", 100 * v)).toList();
    }
}
