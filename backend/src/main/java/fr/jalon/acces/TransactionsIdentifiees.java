package fr.jalon.acces;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one transaction manager of JPA, SQL and the engine. Each transaction begins by telling the database who acts and for which units, and tells it
 * again when somebody else acts within it (the house, for a moment); the settings end with the transaction, so a pooled connection never keeps
 * somebody's rights. No identity: empty, which policies refuse.
 */
class TransactionsIdentifiees extends JpaTransactionManager {

    private static final String DIRE = """
            select set_config('jalon.acteur', ?, true), set_config('jalon.unites', ?, true), set_config('jalon.departement', ?, true),
                set_config('jalon.maison', ?, true), set_config('jalon.ouverts', ?, true)""";
    private static final String DIRE_AUSSI = DIRE + ", set_config('jalon.proches', ?, true)";
    private static final String OUVERTS = "select coalesce(current_setting('jalon.ouverts', true), ''), coalesce(current_setting('jalon.proches', true), '')";

    /** Those of this thread, the running one first. */
    private static final ThreadLocal<Deque<TransactionsIdentifiees>> EN_COURS = ThreadLocal.withInitial(ArrayDeque::new);

    TransactionsIdentifiees(EntityManagerFactory fabrique) {
        super(fabrique);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        RefusEnAttente.transactionOuverte();
        EN_COURS.get().push(this);
        Identite qui = IdentiteCourante.siPresente().orElse(null);
        try {
            dire(qui, exceptions(qui), null);
        } catch (SQLException e) {
            doRollbackAfterFailure(transaction);
            throw new TransactionSystemException("L’identité n’a pu être donnée à la base", e);
        }
    }

    /** What the running act had opened, to be put back once somebody else has acted within it. */
    record Ouverts(String ouverts, String proches) {
    }

    /** Tells the running transaction, if any, that somebody else acts from now on. */
    static Ouverts changer(Identite qui) {
        TransactionsIdentifiees enCours = EN_COURS.get().peek();
        if (enCours == null) {
            return null;
        }
        try {
            Ouverts avant = enCours.ouverts();
            enCours.dire(qui, exceptions(qui), "");
            return avant;
        } catch (SQLException e) {
            throw new TransactionSystemException("L’identité n’a pu être donnée à la base", e);
        }
    }

    /** For the web filter: an answer that broke the transaction under way, if any, leaves nothing to tell it. */
    static void rendreOuTaire(Identite qui) {
        rendre(qui, new Ouverts(exceptions(qui), ""));
    }

    /** Whoever acted before acts again. */
    static void rendre(Identite qui, Ouverts avant) {
        TransactionsIdentifiees enCours = EN_COURS.get().peek();
        if (enCours == null || avant == null) {
            return;
        }
        try {
            enCours.dire(qui, avant.ouverts(), avant.proches());
        } catch (SQLException perdue) {
            // The transaction is lost, and its settings with it: whoever began it is told by its own failure.
        }
    }

    private static String exceptions(Identite qui) {
        return qui == null ? "" : qui.exceptions().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private void dire(Identite qui, String ouverts, String proches) throws SQLException {
        DataSource source = getDataSource();
        Connection connexion = DataSourceUtils.getConnection(source);
        try (PreparedStatement ordre = connexion.prepareStatement(proches == null ? DIRE : DIRE_AUSSI)) {
            ordre.setString(1, qui == null ? "" : qui.utilisateurId() == null ? qui.identifiant() : qui.utilisateurId().toString());
            ordre.setString(2, qui == null ? "" : String.join(",", qui.unites()));
            ordre.setString(3, qui != null && qui.departement() ? "oui" : "non");
            ordre.setString(4, qui != null && qui.systeme() ? "oui" : "");
            ordre.setString(5, ouverts);
            if (proches != null) {
                ordre.setString(6, proches);
            }
            ordre.execute();
        } finally {
            DataSourceUtils.releaseConnection(connexion, source);
        }
    }

    private Ouverts ouverts() throws SQLException {
        DataSource source = getDataSource();
        Connection connexion = DataSourceUtils.getConnection(source);
        try (PreparedStatement ordre = connexion.prepareStatement(OUVERTS); ResultSet ligne = ordre.executeQuery()) {
            ligne.next();
            return new Ouverts(ligne.getString(1), ligne.getString(2));
        } finally {
            DataSourceUtils.releaseConnection(connexion, source);
        }
    }

    /** Refusals told during the act are written once its connection is back, before anybody is answered. */
    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        EN_COURS.get().poll();
        List<Object[]> refus = RefusEnAttente.transactionFermee();
        if (!refus.isEmpty()) {
            new TransactionTemplate(this).executeWithoutResult(s -> new JdbcTemplate(getDataSource()).batchUpdate(JournalEnBase.LIGNE, refus));
        }
    }

    private void doRollbackAfterFailure(Object transaction) {
        doCleanupAfterCompletion(transaction);
    }
}
