package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a figure is about.
 *
 * @param du first day of the span
 * @param au last day of the span, included
 * @param jour day of a stock: the last of the span, or today when the span is not over
 * @param unites units counted, or null for the whole département
 * @param dimensions of the measures counted (one product, one frame, one service): empty for all
 */
record Portee(LocalDate du, LocalDate au, LocalDate jour, Set<String> unites, Map<String, String> dimensions) {

    Portee(LocalDate du, LocalDate au, LocalDate jour, Set<String> unites) {
        this(du, au, jour, unites, Map.of());
    }

    static Portee annee(int annee, LocalDate aujourdhui, Set<String> unites) {
        LocalDate fin = LocalDate.of(annee, 12, 31);
        return new Portee(LocalDate.of(annee, 1, 1), fin, fin.isAfter(aujourdhui) ? aujourdhui : fin, unites);
    }

    /** An undated fact is in no span; one of the future neither. */
    boolean contient(LocalDate date) {
        return date != null && !date.isBefore(du) && !date.isAfter(jour);
    }

    boolean compte(String unite) {
        return unites == null || unites.contains(unite);
    }

    boolean contient(Faits.Fait fait) {
        return fait != null && contient(fait.jour()) && compte(fait.unite());
    }

    /** Read on another day: a stock the document dates. */
    Portee au(LocalDate autreJour) {
        return new Portee(du, au, autreJour, unites, dimensions);
    }

    Portee dont(Map<String, String> voulues) {
        return new Portee(du, au, jour, unites, voulues);
    }

    boolean compte(String unite, Map<String, String> tenues) {
        return compte(unite) && (dimensions.isEmpty() || dimensions.entrySet().stream().allMatch(d -> d.getValue().equals(tenues.get(d.getKey()))));
    }
}
