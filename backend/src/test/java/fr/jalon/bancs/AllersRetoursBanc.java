package fr.jalon.bancs;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Reception;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what one intake sends to the database: each execution, batch and commit waits for an answer once. */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-comptes", "jalon.recommencer=true",
    "jalon.demo.peupler=false", "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class AllersRetoursBanc {

    /** By first words of the statement, for the thread of the test while it counts. */
    private static final ThreadLocal<Map<String, Integer>> COMPTES = new ThreadLocal<>();

    @TestConfiguration
    static class Compte {

        @Bean
        static BeanPostProcessor compteur() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String nom) {
                    return bean instanceof DataSource source && "dataSource".equals(nom) ? new Comptante(source) : bean;
                }
            };
        }
    }

    private static final class Comptante extends DelegatingDataSource {

        Comptante(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, super.getConnection(), "");
        }
    }

    private static <T> T proxy(Class<T> type, Object cible, String sql) {
        InvocationHandler relais = (moi, methode, arguments) -> {
            Map<String, Integer> comptes = COMPTES.get();
            if (comptes != null && (methode.getName().startsWith("execute") || methode.getName().equals("commit"))) {
                String texte = methode.getName().equals("commit") ? "commit" : arguments != null && arguments[0] instanceof String s ? s : sql;
                comptes.merge(texte.strip().replaceAll("\\s+", " ").replaceAll("^(.{70}).*", "$1…"), 1, Integer::sum);
            }
            Object resultat;
            try {
                resultat = methode.invoke(cible, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            return resultat instanceof PreparedStatement p ? proxy(PreparedStatement.class, p, (String) arguments[0])
                    : resultat instanceof Statement s && type == Connection.class ? proxy(Statement.class, s, "") : resultat;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, relais));
    }

    @Autowired
    private Reception reception;
    @Autowired
    private Gens gens;

    @Test
    void round_trips_of_one_full_intake() throws Exception {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        for (int i = 0; i < 20; i++) {
            gens.en(agent, () -> reception.recevoir(ReceptionBanc.saisie(1)));
        }
        Map<String, Integer> comptes = new TreeMap<>();
        gens.en(agent, () -> {
            COMPTES.set(comptes);
            try {
                return reception.recevoir(ReceptionBanc.saisie(2));
            } finally {
                COMPTES.remove();
            }
        });
        comptes.forEach((sql, combien) -> System.out.println("  " + combien + " × " + sql));
        Mesures.noter("intake: %d round trips (engine tables %d)", comptes.values().stream().mapToInt(Integer::intValue).sum(),
                comptes.entrySet().stream().filter(e -> e.getKey().toUpperCase(java.util.Locale.ROOT).contains("ACT_")).mapToInt(Map.Entry::getValue).sum());
    }
}
