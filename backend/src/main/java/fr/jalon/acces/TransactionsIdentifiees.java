package fr.jalon.acces;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one transaction manager of JPA, SQL and the engine. Each transaction begins by telling the database who acts and for which units;
 * the settings end with the transaction, so a pooled connection never keeps somebody's rights. No identity: empty, which policies deny.
 */
class TransactionsIdentifiees extends JpaTransactionManager {

    TransactionsIdentifiees(EntityManagerFactory fabrique) {
        super(fabrique);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        RefusEnAttente.transactionOuverte();
        Identite qui = IdentiteCourante.siPresente().orElse(null);
        DataSource source = getDataSource();
        Connection connexion = DataSourceUtils.getConnection(source);
        try (PreparedStatement ordre = connexion.prepareStatement(
                "select set_config('jalon.acteur', ?, true), set_config('jalon.unites', ?, true), set_config('jalon.departement', ?, true)")) {
            ordre.setString(1, qui == null ? "" : qui.utilisateurId() == null ? qui.identifiant() : qui.utilisateurId().toString());
            ordre.setString(2, qui == null ? "" : String.join(",", qui.unites()));
            ordre.setString(3, qui != null && qui.departement() ? "oui" : "non");
            ordre.execute();
        } catch (SQLException e) {
            doRollbackAfterFailure(transaction);
            throw new TransactionSystemException("L’identité n’a pu être donnée à la base", e);
        } finally {
            DataSourceUtils.releaseConnection(connexion, source);
        }
    }

    /** Refusals told during the act are written once its connection is back, before anybody is answered. */
    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        List<Object[]> refus = RefusEnAttente.transactionFermee();
        if (!refus.isEmpty()) {
            new TransactionTemplate(this).executeWithoutResult(s -> new JdbcTemplate(getDataSource()).batchUpdate(JournalEnBase.LIGNE, refus));
        }
    }

    private void doRollbackAfterFailure(Object transaction) {
        doCleanupAfterCompletion(transaction);
    }
}
