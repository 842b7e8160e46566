package fr.jalon.projet;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.Processus;
import fr.jalon.tache.Taches;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The actions of the version established last, as tasks of the engine from the day each begins until it is finished. An action carried from
 * one version to the next keeps its task; one the next version leaves out loses it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TachesDesActions {

    static final String ETAPE = "faire-action";
    private static final String MESSAGE = "action-a-faire";

    private final ActionsEnBase actions;
    private final Processus processus;
    private final Taches taches;
    private final Horloge horloge;

    TachesDesActions(ActionsEnBase actions, Processus processus, Taches taches, Horloge horloge) {
        this.actions = actions;
        this.processus = processus;
        this.taches = taches;
        this.horloge = horloge;
    }

    /** Starts what has begun and is not finished, withdraws what the projet no longer asks. @return how many tasks moved */
    int accorder(Projet p) {
        if (!p.etat().ouvert() || p.etabliLe() == null) {
            return 0;
        }
        Sujet sujet = Sujet.projet(p.id());
        LocalDate jour = horloge.aujourdhui();
        var etablies = actions.etablies(p.id());
        Map<UUID, ActionsEnBase.ActionEtablie> voulues = etablies.stream().filter(a -> a.finie() == null && (a.debut() == null || !a.debut().isAfter(jour)))
                .collect(Collectors.toMap(ActionsEnBase.ActionEtablie::lignee, a -> a, (a, b) -> a));
        Set<UUID> faites = etablies.stream().filter(a -> a.finie() != null).map(ActionsEnBase.ActionEtablie::lignee).collect(Collectors.toSet());
        Set<UUID> attendent = processus.enAttente(sujet, ETAPE);
        int bougees = 0;
        for (UUID objet : attendent) {
            if (faites.contains(objet)) {
                processus.terminer(sujet, ETAPE, objet);
                bougees++;
            } else if (!voulues.containsKey(objet)) {
                processus.retirer(sujet, ETAPE, objet);
                bougees++;
            }
        }
        for (ActionsEnBase.ActionEtablie a : voulues.values()) {
            if (!attendent.contains(a.lignee())) {
                processus.lancer(sujet, MESSAGE, ETAPE, a.lignee());
                if (a.utilisateurId() != null) {
                    taches.confier(sujet, a.lignee(), a.utilisateurId());
                }
                bougees++;
            }
        }
        return bougees;
    }
}
