package fr.jalon.acces;

import java.util.UUID;

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

    /**
     * Coming in, going out, being cut off: a line whose act is the login itself, in the transaction of whoever calls.
     *
     * @param quoi e.g. {@code connexion.annuaire}, {@code deconnexion}
     */
    void connexion(String quoi);

    /** Something about somebody's account or duties. @param quoi codes only, e.g. {@code habilitation.donnee REF cdas-redon} */
    void compte(UUID utilisateur, String quoi);
}
