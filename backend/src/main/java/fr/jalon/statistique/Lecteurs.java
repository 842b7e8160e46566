package fr.jalon.statistique;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;

/** Tables without a name: for whoever counts, and whoever supervises the whole département. */
final class Lecteurs {

    private Lecteurs() {
    }

    static void exiger(Acces acces) {
        if (!IdentiteCourante.exiger().territoire(Mission.SUPERVISION).departement()) {
            acces.exiger(Mission.COMPTAGE);
        }
    }
}
