package fr.jalon.mesure;

import java.time.LocalDate;

/**
 * Whether a service can take one more measure. The waiting list knows the places and implements it; without it nothing is warned. It warns
 * and never refuses: a judge's order is exercised all the same.
 */
public interface ControleService {

    /**
     * @param libre places still free for the product on that day; negative when more are exercised than there are places
     * @param habilite whether the service has places for the product at all
     */
    record Place(boolean habilite, int libre) {
    }

    /** Places of a service for a product in a territory on a day, the measures it already has taken away. */
    Place place(String service, String produit, String unite, LocalDate le);
}
