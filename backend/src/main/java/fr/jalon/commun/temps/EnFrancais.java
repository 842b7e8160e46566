package fr.jalon.commun.temps;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as sentences say them: « 14 mars 2026 », « 1er avril 2026 ». */
public final class EnFrancais {

    private static final DateTimeFormatter SUITE = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private EnFrancais() {
    }

    public static String jour(LocalDate jour) {
        return (jour.getDayOfMonth() == 1 ? "1er" : jour.getDayOfMonth()) + " " + SUITE.format(jour);
    }
}
