package fr.jalon.ip.consigne;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.reception.InformationEntrante;

/** Events of a request while its information is not qualified: told of the information and of its children. */
final class FaitsConsigne {

    private FaitsConsigne() {
    }

    static NouvelEvenement de(String type, InformationEntrante information, Collection<UUID> enfants, UUID consigne, Set<Portee> portees) {
        return NouvelEvenement.de(type).unite(information.uniteId()).element("premiere-analyse").sujet(Sujet.information(information.id()))
                .sujets(enfants.stream().map(Sujet::enfant).toList()).dimension("consigne", consigne).dimension("portees", Consigne.codes(portees));
    }
}
