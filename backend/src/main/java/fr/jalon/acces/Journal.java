package fr.jalon.acces;

import fr.jalon.commun.Sujet;

/**
 * Who opened or changed which file, when and as what. A line of an act goes in the act's transaction; a refusal in its own, so that
 * rolling back the act does not erase it. Lines hold ids and codes only. A list is no line; a search is one.
 */
public interface Journal {

    void ouverture(Sujet sujet);

    /** @param quoi code of the act, e.g. {@code ip.decider} */
    void modification(Sujet sujet, String quoi);

    void recherche(int resultats);

    /** @param sujet may be null when no subject was named */
    void refus(Sujet sujet, String quoi);
}
