package fr.jalon.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class RefusSimultanesIT {

    @Autowired
    private Acces acces;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private PlatformTransactionManager transactions;
    @Value("${spring.datasource.hikari.maximum-pool-size}")
    private int connexions;

    @Test
    void as_many_refusals_at_once_as_there_are_connections_do_not_wait_for_each_other() throws Exception {
        UUID agent = gens.de(Role.REF, "cdas-redon");
        CyclicBarrier ensemble = new CyclicBarrier(connexions);
        ExecutorService fils = Executors.newFixedThreadPool(connexions);
        List<UUID> dossiers = new ArrayList<>();
        List<Future<?>> refus = new ArrayList<>();
        try {
            for (int i = 0; i < connexions; i++) {
                UUID dossier = UUID.randomUUID();
                dossiers.add(dossier);
                refus.add(fils.submit(() -> gens.en(agent, () -> transaction.execute(s -> {
                    attendre(ensemble);
                    acces.exigerVue(Sujet.ip(dossier));
                    return null;
                }))));
            }
            for (Future<?> f : refus) {
                assertThatThrownBy(() -> f.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(Introuvable.class);
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from journal_acces where genre = 'REFUS' and sujet_id in (:ids)").param("ids", dossiers)
                .query(Long.class).single()).isEqualTo(connexions);
    }

    @Test
    void a_refusal_inside_a_transaction_of_its_own_is_written_once_the_outer_one_has_ended() {
        UUID agent = gens.de(Role.REF, "cdas-redon");
        UUID dossier = UUID.randomUUID();
        TransactionTemplate aPart = new TransactionTemplate(transactions);
        aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        gens.en(agent, () -> transaction.execute(s -> {
            assertThatThrownBy(() -> aPart.executeWithoutResult(t -> acces.exigerVue(Sujet.ip(dossier)))).isInstanceOf(Introuvable.class);
            assertThat(refus(dossier)).isZero();
            return null;
        }));

        assertThat(refus(dossier)).isOne();
    }

    @Test
    void a_refusal_outside_any_transaction_is_written_at_once() {
        UUID agent = gens.de(Role.REF, "cdas-redon");
        UUID dossier = UUID.randomUUID();

        assertThatThrownBy(() -> gens.en(agent, () -> {
            acces.exigerVue(Sujet.ip(dossier));
            return null;
        })).isInstanceOf(Introuvable.class);

        assertThat(refus(dossier)).isOne();
    }

    private long refus(UUID dossier) {
        return jdbc.sql("select count(*) from journal_acces where genre = 'REFUS' and sujet_id = ?").param(dossier).query(Long.class).single();
    }

    private static void attendre(CyclicBarrier ensemble) {
        try {
            ensemble.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
