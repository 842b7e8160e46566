package fr.jalon.acces;

import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A statement of somebody outside any transaction is a transaction of one statement, so that the database knows for whom. Within one, and for
 * nobody, nothing changes.
 */
class JdbcIdentifie extends JdbcTemplate {

    private final ObjectProvider<PlatformTransactionManager> transactions;

    JdbcIdentifie(DataSource source, ObjectProvider<PlatformTransactionManager> transactions) {
        super(source);
        this.transactions = transactions;
    }

    @Override
    public <T> T query(PreparedStatementCreator ordre, PreparedStatementSetter valeurs, ResultSetExtractor<T> lecture) {
        return pourQuelquUn(() -> super.query(ordre, valeurs, lecture));
    }

    @Override
    protected int update(PreparedStatementCreator ordre, PreparedStatementSetter valeurs) {
        return pourQuelquUn(() -> super.update(ordre, valeurs));
    }

    @Override
    public <T> T execute(PreparedStatementCreator ordre, PreparedStatementCallback<T> action) {
        return pourQuelquUn(() -> super.execute(ordre, action));
    }

    private <T> T pourQuelquUn(Supplier<T> travail) {
        return TransactionSynchronizationManager.isActualTransactionActive() || IdentiteCourante.siPresente().isEmpty() ? travail.get()
                : new TransactionTemplate(transactions.getObject()).execute(statut -> travail.get());
    }
}
