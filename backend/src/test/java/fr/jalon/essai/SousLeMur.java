package fr.jalon.essai;

import java.lang.reflect.Field;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;

import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tests write and read rows for nobody in particular, which row-level security refuses to the application: their own {@link JdbcClient} is the
 * owner's of the database, under the wall. Within a transaction of somebody it stays the application's, so that what a test asks there it asks as
 * that person; a transaction opened for nobody is the house's. The application's beans are left alone.
 */
@Component
class SousLeMur implements BeanPostProcessor, DisposableBean {

    private final Environment environnement;
    private HikariDataSource proprietaire;

    SousLeMur(Environment environnement) {
        this.environnement = environnement;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String nom) {
        if (duTest(bean.getClass())) {
            donner(bean);
        }
        return bean;
    }

    /** A helper of the tests that opens a transaction of its own opens it for the house. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String nom) {
        if (bean instanceof Advised conseille && conseille.getTargetClass() != null && duTest(conseille.getTargetClass()) && !conseille.isFrozen()) {
            conseille.addAdvice(0, (MethodInterceptor) appel -> IdentiteCourante.siPresente().isPresent() ? appel.proceed()
                    : IdentiteCourante.en(DeLaMaison.ESSAI, () -> {
                        try {
                            return appel.proceed();
                        } catch (Exception e) {
                            throw e;
                        } catch (Throwable e) {
                            throw new IllegalStateException(e);
                        }
                    }));
        }
        return bean;
    }

    private static boolean duTest(Class<?> classe) {
        return classe.getName().startsWith("fr.jalon.") && classe.getProtectionDomain().getCodeSource() != null
                && classe.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
    }

    private void donner(Object objet) {
        for (Class<?> c = objet.getClass(); c != null && c.getName().startsWith("fr.jalon."); c = c.getSuperclass()) {
            for (Field champ : c.getDeclaredFields()) {
                if (!c.isRecord() && (champ.getType() == JdbcClient.class || champ.getType() == TransactionTemplate.class)) {
                    remplacer(objet, champ);
                }
            }
        }
    }

    private void remplacer(Object objet, Field champ) {
        try {
            champ.setAccessible(true);
            Object valeur = champ.get(objet);
            if (valeur instanceof JdbcClient application && !(application instanceof Aiguillage)) {
                champ.set(objet, new Aiguillage(application, JdbcClient.create(proprietaire())));
            } else if (valeur instanceof TransactionTemplate application && !(application instanceof DeLaMaison)) {
                champ.set(objet, new DeLaMaison(application));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized HikariDataSource proprietaire() {
        if (proprietaire == null) {
            HikariConfig reglages = new HikariConfig();
            reglages.setJdbcUrl(environnement.getRequiredProperty("spring.flyway.url"));
            reglages.setUsername(environnement.getRequiredProperty("spring.flyway.user"));
            reglages.setPassword(environnement.getRequiredProperty("spring.flyway.password"));
            reglages.setMaximumPoolSize(8);
            reglages.setMinimumIdle(0);
            reglages.setIdleTimeout(30_000);
            proprietaire = new HikariDataSource(reglages);
        }
        return proprietaire;
    }

    @Override
    public void destroy() {
        if (proprietaire != null) {
            proprietaire.close();
        }
    }

    private record Aiguillage(JdbcClient application, JdbcClient proprietaire) implements JdbcClient {

        @Override
        public StatementSpec sql(String sql) {
            boolean deQuelquUn = TransactionSynchronizationManager.isActualTransactionActive() && IdentiteCourante.siPresente().isPresent();
            return (deQuelquUn ? application : proprietaire).sql(sql);
        }
    }

    /** A transaction a test opens for nobody is the house's. */
    private static final class DeLaMaison extends TransactionTemplate {

        private static final Identite ESSAI = Identite.systeme("essai");

        private DeLaMaison(TransactionTemplate modele) {
            super(modele.getTransactionManager(), modele);
        }

        @Override
        public <T> T execute(TransactionCallback<T> travail) {
            return IdentiteCourante.siPresente().isPresent() ? super.execute(travail) : IdentiteCourante.en(ESSAI, () -> super.execute(travail));
        }
    }

    /** The test classes themselves, which are no beans. */
    static class Ecoute extends AbstractTestExecutionListener {

        @Override
        public int getOrder() {
            return 2_500;
        }

        @Override
        public void prepareTestInstance(TestContext contexte) {
            if (contexte.hasApplicationContext() && contexte.getApplicationContext().getBeanNamesForType(SousLeMur.class).length > 0) {
                contexte.getApplicationContext().getBean(SousLeMur.class).donner(contexte.getTestInstance());
            }
        }
    }
}
