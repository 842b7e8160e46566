package fr.jalon.acces;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the database is told beside who acts, so that row-level security lets pass what the rule ({@link Acces}) let pass and nothing else. All of
 * it ends with the transaction. Reaching further is asked for here, by name: {@link #compter} and {@link #parLaMaison} are to be read in review.
 */
@Component
public class Mur {

    private final JdbcClient jdbc;

    Mur(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rule let the person read the subject: the page knows what else stands in the file of its children. */
    void ouvrirALaLecture(Sujet sujet) {
        ouvrir(sujet, false);
    }

    /** The rule let the person act on the subject: what follows from the act reads and writes the whole file of its children. */
    void ouvrirALActe(Sujet sujet) {
        ouvrir(sujet, true);
    }

    private void ouvrir(Sujet sujet, boolean acte) {
        if (!IdentiteCourante.exiger().departement() && TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.sql("select regard_ouvrir(?, ?, ?)").params(sujet.type().name(), sujet.id(), acte).query(Boolean.class).single();
        }
    }

    /** Children the rule let the person see in a list: what stands in their files is known to exist. Within a transaction. */
    public void approcher(Collection<UUID> enfants) {
        if (!enfants.isEmpty() && !IdentiteCourante.exiger().departement()) {
            jdbc.sql("select set_config('jalon.proches', concat_ws(',', nullif(current_setting('jalon.proches', true), ''), ?), true)")
                    .param(enfants.stream().map(UUID::toString).collect(Collectors.joining(","))).query(String.class).single();
        }
    }

    /** A reading that adds up: rows of codes and dates of every unit, neither name nor word. Within a transaction. */
    public <T> T compter(Supplier<T> lecture) {
        return avec("jalon.compte", lecture);
    }

    /** What the house works out whoever acts (a place left, a number, a date that follows from another file): nothing of it is shown as it is. Within a transaction. */
    public <T> T parLaMaison(Supplier<T> travail) {
        return avec("jalon.maison", travail);
    }

    private <T> T avec(String reglage, Supplier<T> travail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Le mur ne s’ouvre que dans une transaction");
        }
        String avant = poser(reglage, "oui");
        T resultat;
        try {
            resultat = travail.get();
        } catch (RuntimeException e) {
            try {
                poser(reglage, avant);
            } catch (DataAccessException rompue) {
                // The transaction is lost, and the setting with it.
                e.addSuppressed(rompue);
            }
            throw e;
        }
        poser(reglage, avant);
        return resultat;
    }

    private String poser(String reglage, String valeur) {
        return jdbc.sql("select coalesce(current_setting(?, true), '') as avant, set_config(?, ?, true)").params(reglage, reglage, valeur)
                .query((l, n) -> l.getString("avant")).single();
    }
}
