package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import fr.jalon.Jalon;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.BaseDEssai;
import fr.jalon.ip.HorlogeIp;
import fr.jalon.ip.InformationsPreoccupantes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two servers on one database, each with its own engine threads and scheduled work: they behave as one. */
class DeuxNoeudsIT {

    private static final int DOSSIERS = 15;

    private static ConfigurableApplicationContext un;
    private static ConfigurableApplicationContext deux;
    private static JdbcClient jdbc;
    private static String unite;

    @BeforeAll
    static void demarrer() {
        String url = BaseDEssai.nouvelleBase();
        un = noeud(url);
        deux = noeud(url);
        jdbc = un.getBean(JdbcClient.class);
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
    }

    private static ConfigurableApplicationContext noeud(String url) {
        return new SpringApplicationBuilder(Jalon.class).run("--server.port=0", "--spring.datasource.url=" + url,
                "--spring.datasource.username=jalon_app", "--spring.datasource.password=essai", "--spring.flyway.url=" + url,
                "--spring.flyway.user=jalon_proprietaire", "--spring.flyway.password=essai", "--jalon.demonstration=true",
                "--jalon.demo.peupler=false", "--camunda.bpm.job-execution.enabled=true", "--camunda.bpm.job-execution.wait-time-in-millis=100",
                "--camunda.bpm.job-execution.max-wait=300", "--spring.datasource.hikari.maximum-pool-size=8");
    }

    @AfterAll
    static void arreter() {
        IdentiteCourante.poser(null);
        if (deux != null) {
            deux.close();
        }
        if (un != null) {
            un.close();
        }
    }

    @Test
    void no_reminder_is_told_twice() throws Exception {
        List<Sujet> ips = dossiers(125);
        attendre(() -> rappels("select count(distinct sujet_id) from rappel where dit", ips) == DOSSIERS);
        // Whatever a second node could still tell, it would tell within its next rounds.
        Thread.sleep(2500);
        assertThat(rappels("select count(*) from rappel where dit", ips)).isEqualTo(DOSSIERS);
        assertThat(jdbc.sql("""
                select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id
                where e.type = 'rappel.emis' and s.sujet_type = 'IP' and s.sujet_id = any(?)""").param(ids(ips)).query(Long.class).single())
                .isEqualTo(DOSSIERS);
        assertThat(jdbc.sql("select count(*) from act_ru_job where exception_msg_ is not null").query(Long.class).single())
                .as("work that two nodes wanted is not work that failed").isZero();
        assertThat(jdbc.sql("select count(*) from act_ru_job where duedate_ < now()").query(Long.class).single()).isZero();
    }

    @Test
    void no_step_is_done_twice_and_no_task_opens_twice() throws Exception {
        List<Sujet> ips = dossiers(1);
        for (Sujet ip : ips) {
            CountDownLatch ensemble = new CountDownLatch(2);
            ExecutorService fils = Executors.newFixedThreadPool(2);
            try {
                List<Future<Boolean>> issues = fils.invokeAll(List.of(rendre(un, ip, ensemble), rendre(deux, ip, ensemble)));
                int passes = 0;
                for (Future<Boolean> issue : issues) {
                    passes += issue.get() ? 1 : 0;
                }
                assertThat(passes).isOne();
            } finally {
                fils.shutdown();
            }
        }
        assertThat(jdbc.sql("select count(*) from tache where etape = 'decider' and sujet_id = any(?)").param(ids(ips)).query(Long.class).single())
                .isEqualTo(DOSSIERS);
        assertThat(jdbc.sql("select count(*) from tache where sujet_id = any(?)").param(ids(ips)).query(Long.class).single()).isEqualTo(DOSSIERS);
        assertThat(jdbc.sql("""
                select count(*) from act_ru_task t join processus_instance i on i.instance_id = t.proc_inst_id_ where i.sujet_id = any(?)""")
                .param(ids(ips)).query(Long.class).single()).isEqualTo(DOSSIERS);
    }

    private static Callable<Boolean> rendre(ConfigurableApplicationContext noeud, Sujet ip, CountDownLatch ensemble) {
        return () -> IdentiteCourante.en(Identite.systeme("essai"), () -> {
            ensemble.countDown();
            ensemble.await();
            try {
                noeud.getBean(TransactionTemplate.class).executeWithoutResult(s -> noeud.getBean(Processus.class).terminer(ip, "evaluer", Map.of()));
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    /** Files under evaluation, received so many days ago, with their due dates and their watch. */
    private static List<Sujet> dossiers(int jours) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> {
            List<Sujet> ips = new ArrayList<>();
            for (int i = 0; i < DOSSIERS; i++) {
                Sujet ip = un.getBean(Chantier.class).enEvaluation(unite, unite);
                un.getBean(TransactionTemplate.class).executeWithoutResult(s -> {
                    jdbc.sql("update information_preoccupante set etat = 'EN_EVALUATION', recue_le = ? where id = ?")
                            .params(Timestamp.from(Instant.now().minus(Duration.ofDays(jours))), ip.id()).update();
                    un.getBean(HorlogeIp.class).suivre(un.getBean(InformationsPreoccupantes.class).findById(ip.id()).orElseThrow());
                });
                ips.add(ip);
            }
            return ips;
        });
    }

    private static long rappels(String sql, List<Sujet> ips) {
        return jdbc.sql(sql + " and sujet_id = any(?)").param(ids(ips)).query(Long.class).single();
    }

    private static java.util.UUID[] ids(List<Sujet> ips) {
        return ips.stream().map(Sujet::id).toArray(java.util.UUID[]::new);
    }

    private static void attendre(BooleanSupplier fait) throws InterruptedException {
        Instant fin = Instant.now().plusSeconds(60);
        while (!fait.getAsBoolean()) {
            assertThat(Instant.now()).as("both nodes together are slower than a minute").isBefore(fin);
            Thread.sleep(200);
        }
    }
}
