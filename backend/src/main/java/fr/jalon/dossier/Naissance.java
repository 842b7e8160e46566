package fr.jalon.dossier;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

import fr.jalon.commun.Refus;

/**
 * When a child was born, as well as it is known. What is not known is not invented: a month, a year or « vers 2014 » stay so, and
 * an unborn child has only an expected date.
 *
 * @param le first day of the month or of the year when only these are known; null for INCONNUE and A_NAITRE
 * @param termePrevu expected date of birth, kept after the birth is recorded
 */
public record Naissance(Precision precision, LocalDate le, LocalDate termePrevu) {

    public enum Precision {
        EXACTE, MOIS, ANNEE, VERS, INCONNUE, A_NAITRE
    }

    /** Years on each side of « vers ». */
    static final int MARGE_VERS = 2;

    public Naissance {
        if (precision == null) {
            throw Refus.champ("naissance.precision", "Indiquez si la date de naissance est exacte, approximative ou inconnue.");
        }
        boolean sansDate = precision == Precision.INCONNUE || precision == Precision.A_NAITRE;
        if (!sansDate && le == null) {
            throw Refus.champ("naissance.le", "Indiquez la date de naissance, ou choisissez « Inconnue ».");
        }
        if (sansDate) {
            le = null;
        } else if (precision == Precision.MOIS) {
            le = le.withDayOfMonth(1);
        } else if (precision != Precision.EXACTE) {
            le = le.withDayOfYear(1);
        }
    }

    public static Naissance exacte(LocalDate le) {
        return new Naissance(Precision.EXACTE, le, null);
    }

    public static Naissance annee(int annee) {
        return new Naissance(Precision.ANNEE, LocalDate.of(annee, 1, 1), null);
    }

    public static Naissance vers(int annee) {
        return new Naissance(Precision.VERS, LocalDate.of(annee, 1, 1), null);
    }

    public static Naissance inconnue() {
        return new Naissance(Precision.INCONNUE, null, null);
    }

    public static Naissance aNaitre(LocalDate termePrevu) {
        return new Naissance(Precision.A_NAITRE, null, termePrevu);
    }

    public boolean aNaitre() {
        return precision == Precision.A_NAITRE;
    }

    /** First day the birth may have been, or null when nothing is known. */
    public LocalDate auPlusTot() {
        return precision == Precision.VERS ? le.minusYears(MARGE_VERS) : le;
    }

    /** Last day the birth may have been, or null when nothing is known. */
    public LocalDate auPlusTard() {
        return switch (precision) {
            case EXACTE -> le;
            case MOIS -> YearMonth.from(le).atEndOfMonth();
            case ANNEE -> le.plusYears(1).minusDays(1);
            case VERS -> le.plusYears(MARGE_VERS + 1L).minusDays(1);
            default -> null;
        };
    }

    /** Only an exact date may shorten a delay or count a birthday. */
    public boolean exacte() {
        return precision == Precision.EXACTE;
    }

    /**
     * Whether the child is certainly under two: the profile may shorten the delay then. When the date is approximate, the youngest age
     * possible is taken, since a shorter delay protects.
     */
    public boolean moinsDeDeuxAns(LocalDate aujourdhui) {
        return auPlusTard() != null && Period.between(auPlusTard().isAfter(aujourdhui) ? aujourdhui : auPlusTard(), aujourdhui).getYears() < 2;
    }

    /** Age as people say it: months under two, « environ » when the date is not exact. */
    public String age(LocalDate aujourdhui) {
        if (precision == Precision.A_NAITRE) {
            return "à naître";
        }
        if (precision == Precision.INCONNUE) {
            return "âge inconnu";
        }
        LocalDate reference = precision == Precision.EXACTE ? le : precision == Precision.MOIS ? le.plusDays(14) : le.plusMonths(6);
        Period age = reference.isAfter(aujourdhui) ? Period.ZERO : Period.between(reference, aujourdhui);
        String texte = texte(age, reference, aujourdhui);
        return exacte() ? texte : "environ\u00a0" + texte;
    }

    private static String texte(Period age, LocalDate reference, LocalDate aujourdhui) {
        if (age.getYears() >= 2) {
            return age.getYears() + "\u00a0ans";
        }
        long mois = age.toTotalMonths();
        if (mois > 0) {
            return mois + "\u00a0mois";
        }
        long jours = Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(reference, aujourdhui));
        return jours + (jours > 1 ? "\u00a0jours" : "\u00a0jour");
    }
}
