package fr.jalon.ip.analyse;

import fr.jalon.commun.Sujet;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.tache.Taches;

import org.springframework.stereotype.Component;

/** Tells the people of an evaluation that something new came in, the same minute. */
@Component
class Prevenance {

    private final Taches taches;

    Prevenance(Taches taches) {
        this.taches = taches;
    }

    void complement(InformationPreoccupante ip, InformationEntrante information) {
        taches.aRelire(Sujet.ip(ip.id()));
    }
}
