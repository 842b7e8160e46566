package fr.jalon.echeance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * A period and the way it is counted. The only place where a due date is computed: from the origin, in one step, without any shift
 * for week-ends or holidays (no text extends the procedural roll-over to the duties of the département).
 */
record Delai(Calcul calcul, String periode) {

    /**
     * The end of a period.
     *
     * @param jour last day to act, whole
     * @param instant the hour, for a period in hours; null otherwise
     */
    record Terme(LocalDate jour, Instant instant) {

        /** The moment after which it is late. */
        Instant limite(ZoneId zone) {
            return instant != null ? instant : jour.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    Delai {
        verifier(calcul, periode);
    }

    Terme terme(Origine origine, ZoneId zone) {
        return switch (calcul) {
            case INSTANT -> {
                Instant depart = origine.instant() != null ? origine.instant() : origine.jour().atStartOfDay(zone).toInstant();
                Instant fin = depart.plus(Duration.parse(periode));
                yield new Terme(fin.atZone(zone).toLocalDate(), fin);
            }
            case JOURS -> new Terme(origine.jour().plusDays(Period.parse(periode).getDays()), null);
            case MOIS -> new Terme(origine.jour().plusMonths(Period.parse(periode).toTotalMonths()), null);
            case ANNIVERSAIRE -> new Terme(origine.jour().plusYears(Period.parse(periode).getYears()), null);
            case AVANT -> new Terme(origine.jour().minus(Period.parse(periode)), null);
        };
    }

    /** @throws IllegalArgumentException in French, when the period is not one this calculation can count */
    private static void verifier(Calcul calcul, String periode) {
        try {
            boolean possible = switch (calcul) {
                case INSTANT -> Duration.parse(periode).toSeconds() > 0;
                case JOURS -> {
                    Period p = Period.parse(periode);
                    yield p.toTotalMonths() == 0 && p.getDays() >= 0;
                }
                case MOIS -> {
                    Period p = Period.parse(periode);
                    yield p.getDays() == 0 && p.toTotalMonths() > 0;
                }
                case ANNIVERSAIRE -> {
                    Period p = Period.parse(periode);
                    yield p.getDays() == 0 && p.getMonths() == 0 && p.getYears() > 0;
                }
                case AVANT -> {
                    Period p = Period.parse(periode);
                    yield !p.isNegative() && (p.getDays() == 0) != (p.toTotalMonths() == 0);
                }
            };
            if (!possible) {
                throw new IllegalArgumentException("La durée « " + periode + " » ne se compte pas ainsi");
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("La durée « " + periode + " » est illisible", e);
        }
    }
}
