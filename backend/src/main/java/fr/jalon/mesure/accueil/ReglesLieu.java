package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.jalon.commun.Refus;

/** What is impossible of a place, and what the law counts. Pure. */
final class ReglesLieu {

    /** L223-3: the judge is told when the child has lived for two years with the same person or in the same house… */
    static final int ANNEES_CHEZ_LE_MEME = 2;
    /** … at least a month before. */
    static final int MOIS_AVANT = 1;

    private ReglesLieu() {
    }

    /** Dates out of order, told at their fields. */
    static void exigerDates(LocalDate du, LocalDate au, LocalDate jugeAviseLe, LocalDate demarreeLe, LocalDate finieLe, LocalDate aujourdhui) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (du.isAfter(aujourdhui)) {
            erreurs.add(new Refus.Erreur("du", "Cette date est dans le futur : préparez plutôt un changement de lieu.".replace(" :", "\u00a0:")));
        } else if (du.isBefore(demarreeLe)) {
            erreurs.add(new Refus.Erreur("du", "L’accueil n’avait pas commencé à cette date."));
        } else if (finieLe != null && du.isAfter(finieLe)) {
            erreurs.add(new Refus.Erreur("du", "La mesure était finie à cette date."));
        }
        if (au != null && au.isBefore(du)) {
            erreurs.add(new Refus.Erreur("au", "La fin précède le début."));
        } else if (au != null && au.isAfter(aujourdhui)) {
            erreurs.add(new Refus.Erreur("au", "Cette date est dans le futur."));
        } else if (finieLe != null && au == null) {
            erreurs.add(new Refus.Erreur("au", "La mesure est finie : indiquez jusqu’à quand l’enfant y a vécu.".replace(" :", "\u00a0:")));
        } else if (finieLe != null && au.isAfter(finieLe)) {
            erreurs.add(new Refus.Erreur("au", "La mesure était finie à cette date."));
        }
        if (jugeAviseLe != null && jugeAviseLe.isAfter(aujourdhui)) {
            erreurs.add(new Refus.Erreur("jugeAviseLe", "Cette date est dans le futur."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    static boolean deuxPrincipaux(List<Lieu> presents, NatureLieu nature, LocalDate du, LocalDate au) {
        return nature == NatureLieu.PRINCIPAL
                && presents.stream().anyMatch(l -> l.nature() == NatureLieu.PRINCIPAL && l.croise(du, au));
    }

    /**
     * Since when the child has lived where {@code courant} is, without another main place in between.
     *
     * @param principaux main places of the child, whatever the measure
     */
    static LocalDate depuis(Lieu courant, List<Lieu> principaux) {
        LocalDate depuis = courant.du();
        List<Lieu> avant = principaux.stream().filter(l -> !l.id().equals(courant.id()) && !l.du().isAfter(courant.du()))
                .sorted(Comparator.comparing(Lieu::du).reversed()).toList();
        for (Lieu l : avant) {
            boolean touche = l.au() == null || !l.au().plusDays(1).isBefore(depuis);
            if (!touche || !l.memeAccueillant(courant)) {
                break;
            }
            depuis = l.du();
        }
        return depuis;
    }

    /** Whether the judge was to be told of a change that day. */
    static boolean avisDu(LocalDate depuis, LocalDate changement) {
        return !depuis.plusYears(ANNEES_CHEZ_LE_MEME).isAfter(changement);
    }

    static boolean aviseATemps(LocalDate jugeAviseLe, LocalDate changement) {
        return jugeAviseLe != null && !jugeAviseLe.isAfter(changement.minusMonths(MOIS_AVANT));
    }
}
