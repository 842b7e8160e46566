package fr.jalon.mesure;

import fr.jalon.commun.Avertissements;

/**
 * The one way a service is given a measure, whatever the act: the assignment, the opening with a service already chosen, a transfer, a new
 * decision. Whoever is giving a place of the same service for the same product is waited for, so that the last one is never given twice
 * unseen. Beyond the places it warns and never refuses: a judge's order is exercised all the same. The waiting list knows the places and
 * implements it; without it nothing is warned.
 */
public interface ControleService {

    /**
     * Places about to be taken.
     *
     * @param unite territory of the children
     * @param mesures how many measures the act gives the service
     * @param vues free places the person saw when choosing, or null
     */
    record Prise(String service, String produit, String unite, int mesures, Integer vues) {
    }

    /**
     * Holds the places of the service for the product until the end of the transaction and adds what they warn of: {@code
     * SERVICE_SANS_PRODUIT}, {@code SERVICE_COMPLET}.
     *
     * @throws fr.jalon.commun.Conflit when the person saw a free place and somebody took it since
     */
    void prendre(Avertissements.Controle controle, Prise prise);

    /** Holds the places alone, without a warning: for what gives one back, or puts a measure back where it was. */
    void tenir(String service, String produit);
}
