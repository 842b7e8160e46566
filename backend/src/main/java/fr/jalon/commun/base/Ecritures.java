package fr.jalon.commun.base;

import java.sql.Types;
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

    private final ThreadLocal<List<Regroupement.Ordre>> groupe = new ThreadLocal<>();
    private final JdbcTemplate jdbc;
    private final EntityManager entites;

    Ecritures(JdbcTemplate jdbc, EntityManager entites) {
        this.jdbc = jdbc;
        this.entites = entites;
    }

    /** @param sql one statement, with a {@code ?} for each parameter */
    public void ecrire(String sql, Object... parametres) {
        List<Regroupement.Ordre> ouverts = groupe.get();
        if (ouverts == null) {
            jdbc.update(sql, parametres);
        } else {
            ouverts.add(Regroupement.ordre(sql, parametres));
        }
    }

    /** Within a transaction. A group inside a group is part of it. */
    public <T> T grouper(Supplier<T> acte) {
        return grouper(acte, true);
    }

    /** The same for a few writes that need no entity written before them. */
    public void ensemble(Runnable ecritures) {
        grouper(() -> {
            ecritures.run();
            return null;
        }, false);
    }

    private <T> T grouper(Supplier<T> acte, boolean avecEntites) {
        if (groupe.get() != null) {
            return acte.get();
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Des écritures ne se groupent que dans une transaction");
        }
        groupe.set(new ArrayList<>());
        try {
            T resultat = acte.get();
            if (avecEntites) {
                entites.flush();
            }
            envoyer(groupe.get());
            return resultat;
        } finally {
            groupe.remove();
        }
    }

    /** The driver sends every statement of such a text before it waits for the first answer. */
    private void envoyer(List<Regroupement.Ordre> ecrits) {
        if (ecrits.isEmpty()) {
            return;
        }
        List<Regroupement.Ordre> ordres = Regroupement.de(ecrits);
        jdbc.update(String.join(";\n", ordres.stream().map(Regroupement.Ordre::sql).toList()), p -> {
            int n = 0;
            for (Regroupement.Ordre ordre : ordres) {
                for (Object valeur : ordre.parametres()) {
                    if (valeur == null) {
                        p.setNull(++n, Types.NULL);
                    } else {
                        p.setObject(++n, valeur);
                    }
                }
            }
        });
    }
}
