package fr.jalon.echeance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates and periods as a professional reads them: « 1er mai 2026 », « 3 mois », « 72 heures ». */
final class Francais {

    private static final String INSECABLE = "\u00a0";
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter SEMAINE = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);

    private Francais() {
    }

    static String date(LocalDate jour) {
        return (jour.getDayOfMonth() == 1 ? "1er" : jour.getDayOfMonth()) + INSECABLE + MOIS.format(jour);
    }

    static String moisSeul(LocalDate jour) {
        return MOIS.format(jour);
    }

    static String jourSemaine(LocalDate jour) {
        return SEMAINE.format(jour);
    }

    static String jourEtDate(LocalDate jour) {
        return jourSemaine(jour) + " " + date(jour);
    }

    static String heure(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.getHour() + INSECABLE + "h" + INSECABLE + "%02d".formatted(local.getMinute());
    }

    /** An ISO period in words. */
    static String periode(String iso) {
        try {
            return iso.contains("T") ? duree(Duration.parse(iso)) : periode(Period.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String duree(Duration duree) {
        long heures = duree.toHours();
        return heures + INSECABLE + (heures > 1 ? "heures" : "heure");
    }

    private static String periode(Period p) {
        List<String> parts = new ArrayList<>();
        if (p.getYears() != 0) {
            parts.add(p.getYears() + INSECABLE + (p.getYears() > 1 ? "ans" : "an"));
        }
        if (p.getMonths() != 0) {
            parts.add(p.getMonths() + INSECABLE + "mois");
        }
        if (p.getDays() != 0 || parts.isEmpty()) {
            parts.add(jours(p.getDays()));
        }
        return String.join(" et ", parts);
    }

    static String jours(long n) {
        return n + INSECABLE + (Math.abs(n) > 1 ? "jours" : "jour");
    }
}
