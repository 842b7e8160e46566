package fr.jalon.mesure.attente;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The waiting board: what it counts and the page of the list it counts.
 *
 * @param attendent measures decided and not started that the criteria keep
 * @param accord measures whose holders' agreement is awaited, in the same territory: shown apart
 * @param derriere administrative measures behind a judicial one of the same territory and product
 * @param depassees those among them whose wait began first
 * @param ageMedian days since the decision
 * @param bandes like the other shares, each counts what choosing it would list, the other criteria kept
 * @param suivante key of the next page, or null
 */
public record TableauAttente(LocalDate jour, long attendent, long accord, long sansService, long moinsDeDeuxAns, long enFratrie, long derriere,
        long depassees, Integer ageMedian, Integer agePlusAncien, List<Part> bandes, List<Part> unites, List<Part> produits, List<Part> cadres,
        List<Part> services, List<Ligne> lignes, String suivante) {

    /** A share of what waits; {@code code} is the criterion that lists it. */
    public record Part(String code, String libelle, long nombre) {
    }

    /**
     * A measure of the list.
     *
     * @param position its place, from 1, in the list as filtered and in the order proposed; null in another sort
     * @param enfantId null when the child's file is for named people only: the line holds its place and opens nothing
     * @param jours days to the term, negative beyond; null without term
     * @param affectable somebody of another service is to exercise it: a place can be given
     */
    public record Ligne(UUID id, String numero, Integer position, UUID enfantId, String enfant, String age, boolean moinsDeDeuxAns, int freres,
            String cadre, String baseLegale, String produit, String produitLibelle, String uniteId, String unite, String serviceId, String service,
            boolean affectable, LocalDate decideeLe, int ageJours, LocalDate attenteDepuis, int attenteJours, LocalDate terme, Integer jours,
            Bande bande, LocalDate debutPrevu, boolean urgence, long version, Proposition proposition) {
    }

    /** Who proposed another place than that of arrival, when and why. */
    public record Proposition(String par, Instant le, String motif) {
    }
}
