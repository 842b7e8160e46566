package fr.jalon.acces;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** One transaction manager for everything. */
@Configuration
class TransactionsConfig {

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory fabrique) {
        return new TransactionsIdentifiees(fabrique);
    }
}
