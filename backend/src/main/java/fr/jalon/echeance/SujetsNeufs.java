package fr.jalon.echeance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.jalon.commun.Sujet;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The file being born in the running transaction, with the due dates set since: its task and its watch, which open with its process,
 * are answered from here, for nothing else can be in the database. Forgotten once the process is open, or as soon as a due date changes.
 */
@Component
class SujetsNeufs {

    /** Of the running transaction only. */
    private Map<Sujet, List<Echeance>> courants(boolean creer) {
        @SuppressWarnings("unchecked")
        Map<Sujet, List<Echeance>> presents = (Map<Sujet, List<Echeance>>) TransactionSynchronizationManager.getResource(this);
        if (presents == null && creer) {
            Map<Sujet, List<Echeance>> nouveaux = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, nouveaux);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResourceIfPossible(SujetsNeufs.this);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(SujetsNeufs.this, nouveaux);
                }

                @Override
                public void afterCompletion(int statut) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(SujetsNeufs.this);
                }
            });
            return nouveaux;
        }
        return presents;
    }

    void naitre(Sujet sujet) {
        courants(true).put(sujet, new ArrayList<>());
    }

    void ajouter(Echeance e) {
        Map<Sujet, List<Echeance>> presents = courants(false);
        if (presents != null && presents.containsKey(e.sujet())) {
            presents.get(e.sujet()).add(e);
        }
    }

    Optional<List<Echeance>> echeances(Sujet sujet) {
        Map<Sujet, List<Echeance>> presents = courants(false);
        return presents == null ? Optional.empty() : Optional.ofNullable(presents.get(sujet)).map(List::copyOf);
    }

    boolean neuf(Sujet sujet) {
        Map<Sujet, List<Echeance>> presents = courants(false);
        return presents != null && presents.containsKey(sujet);
    }

    /** Something other than a new due date happened: the database answers again. */
    void oublier() {
        Map<Sujet, List<Echeance>> presents = courants(false);
        if (presents != null) {
            presents.clear();
        }
    }
}
