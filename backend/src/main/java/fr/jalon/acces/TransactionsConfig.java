package fr.jalon.acces;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** One transaction manager for everything, and statements that never leave without it when somebody asks. */
@Configuration
class TransactionsConfig {

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory fabrique) {
        return new TransactionsIdentifiees(fabrique);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source, ObjectProvider<PlatformTransactionManager> transactions) {
        return new JdbcIdentifie(source, transactions);
    }
}
