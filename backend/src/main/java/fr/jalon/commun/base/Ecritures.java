package fr.jalon.commun.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes of one act sent to the database together. Outside {@link #grouper} a write leaves at once; inside, it waits for the end of the
 * group and all leave in one round trip, in the order they were written, after the entities. Whoever groups answers for it that nothing
 * in between reads what waits. A group never outlives its transaction.
 */
@Component
public class Ecritures {

    private record Ordre(String sql, Object[] parametres) {
    }

    private final ThreadLocal<List<Ordre>> groupe = new ThreadLocal<>();
    private final JdbcTemplate jdbc;
    private final EntityManager entites;

    Ecritures(JdbcTemplate jdbc, EntityManager entites) {
        this.jdbc = jdbc;
        this.entites = entites;
    }

    /** @param sql one statement, with a {@code ?} for each parameter */
    public void ecrire(String sql, Object... parametres) {
        List<Ordre> ouverts = groupe.get();
        if (ouverts == null) {
            jdbc.update(sql, parametres);
        } else {
            ouverts.add(new Ordre(sql, parametres));
        }
    }

    /** Within a transaction. A group inside a group is part of it. */
    public <T> T grouper(Supplier<T> acte) {
        if (groupe.get() != null) {
            return acte.get();
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Des écritures ne se groupent que dans une transaction");
        }
        groupe.set(new ArrayList<>());
        try {
            T resultat = acte.get();
            entites.flush();
            envoyer(groupe.get());
            return resultat;
        } finally {
            groupe.remove();
        }
    }

    /** The driver sends every statement of such a text before it waits for the first answer. */
    private void envoyer(List<Ordre> ordres) {
        if (!ordres.isEmpty()) {
            jdbc.update(String.join(";\n", ordres.stream().map(Ordre::sql).toList()),
                    ordres.stream().flatMap(o -> java.util.Arrays.stream(o.parametres())).toArray());
        }
    }
}
