package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The days figures can be read on. A fact of a month that is over is kept on the first of them that is not before it, so that ten years of
 * days are a hundred and twenty; from the first day of the month under way on, the day is kept as it is.
 *
 * @param horizon first day of the month under way
 * @param dates days of documents, at which a yearly stock can be read
 */
record Paliers(LocalDate horizon, NavigableSet<LocalDate> dates) {

    static Paliers au(LocalDate aujourdhui, Collection<LocalDate> dates) {
        return new Paliers(aujourdhui.withDayOfMonth(1), new TreeSet<>(dates));
    }

    static LocalDate debut(Collecte.Grain grain, LocalDate jour) {
        return grain == Collecte.Grain.ANNEE ? LocalDate.of(jour.getYear(), 1, 1) : jour.withDayOfMonth(1);
    }

    LocalDate palier(Collecte.Grain grain, Collecte.Composante composante, LocalDate jour) {
        if (composante == Collecte.Composante.OUVERTURE || composante == Collecte.Composante.FICHIERS_OUVERTURE) {
            LocalDate debut = debut(grain, jour);
            return debut.equals(jour) ? jour : grain == Collecte.Grain.ANNEE ? debut.plusYears(1) : debut.plusMonths(1);
        }
        if (!jour.isBefore(horizon)) {
            return jour;
        }
        LocalDate mois = jour.withDayOfMonth(jour.lengthOfMonth());
        if (grain == Collecte.Grain.MOIS) {
            return mois;
        }
        LocalDate fin = jour.getYear() < horizon.getYear() ? LocalDate.of(jour.getYear(), 12, 31) : mois;
        LocalDate date = dates.ceiling(jour);
        return date != null && date.isBefore(fin) ? date : fin;
    }
}
