package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.TypeSujet;

/** A figure counted again from all the facts below a fence: slow, and what every faster way must equal. */
final class Recompte {

    private Recompte() {
    }

    /** @param unites null for the whole département */
    static Resultat annee(Indicateur i, Faits faits, int annee, LocalDate aujourdhui, Set<String> unites, Map<String, String> dimensions) {
        Resultat inconnu = inconnu(i, faits.premierJour(i.mesure()), annee, aujourdhui);
        return inconnu != null ? inconnu : faits.calculer(i.mesure(), portee(i, annee, aujourdhui, unites).dont(dimensions));
    }

    /** A month of that year; a stock is read on its last day. */
    static Resultat mois(Indicateur i, Faits faits, int annee, int mois, LocalDate aujourdhui, Set<String> unites) {
        LocalDate du = LocalDate.of(annee, mois, 1);
        if (du.isAfter(aujourdhui)) {
            return rien("Le mois n’a pas commencé.");
        }
        Resultat inconnu = inconnu(i, faits.premierJour(i.mesure()), annee, aujourdhui);
        LocalDate fin = du.plusMonths(1).minusDays(1);
        return inconnu != null ? inconnu
                : faits.calculer(i.mesure(), new Portee(du, fin, fin.isAfter(aujourdhui) ? aujourdhui : fin, unites));
    }

    static Portee portee(Indicateur i, int annee, LocalDate aujourdhui, Set<String> unites) {
        Portee portee = Portee.annee(annee, aujourdhui, unites);
        LocalDate date = i.date(annee);
        return date == null ? portee : portee.au(date.isAfter(aujourdhui) ? aujourdhui : date);
    }

    /** Why nothing can be told of that year, or null. @param premier first day something was recorded of what is counted, or null */
    static Resultat inconnu(Indicateur i, LocalDate premier, int annee, LocalDate aujourdhui) {
        if (annee > aujourdhui.getYear()) {
            return rien("L’année n’a pas commencé.");
        }
        if (premier == null || annee < premier.getYear()) {
            String rien = "Aucune " + i.mesure().objet() + " n’est enregistrée";
            return rien(premier == null ? rien + "." : rien + " avant " + premier.getYear() + ".");
        }
        return null;
    }

    private static Resultat rien(String raison) {
        return new Resultat(null, raison, TypeSujet.IP, List.of(), List.of());
    }

    static Chiffre chiffre(Indicateur i, Resultat r) {
        return new Chiffre(r.valeur(), r.nonConnu(), r.comptes().size(), i.partage() && r.valeur() != null ? (long) r.base().size() : null);
    }
}
