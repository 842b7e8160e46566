package fr.jalon.ip.reception;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.NouvelEvenement;

/** The events of what comes in, in one place: codes and ids, never a word that was told. */
public final class FaitsReception {

    private FaitsReception() {
    }

    public static NouvelEvenement recue(InformationEntrante i, Collection<UUID> enfants) {
        return dimensions(NouvelEvenement.de("information.recue").survenu(i.recueLe()).unite(i.uniteId()).element("recue")
                .sujet(Sujet.information(i.id())).sujets(enfants.stream().map(Sujet::enfant).toList()), i)
                .dimension("regularisation", oui(i.regularisation())).dimension("mineurs", enfants.size());
    }

    /** Reasons given for what was warned: the codes are counted, the words are kept apart. */
    public static NouvelEvenement avertissements(InformationEntrante i, Map<String, String> passes) {
        return NouvelEvenement.de("information.motif-donne").unite(i.uniteId()).sujet(Sujet.information(i.id()))
                .dimension("motifs", String.join(",", passes.keySet())).texte(String.join("\n", passes.values()));
    }

    /** What every event of an information is counted by. */
    public static NouvelEvenement dimensions(NouvelEvenement e, InformationEntrante i) {
        return e.dimension("nature", i.nature()).dimension("origine", i.origine()).dimension("mode", i.mode())
                .dimension("urgence", oui(i.urgence())).dimension("comptee", oui(i.comptee()));
    }

    public static String oui(boolean valeur) {
        return valeur ? "OUI" : "NON";
    }
}
