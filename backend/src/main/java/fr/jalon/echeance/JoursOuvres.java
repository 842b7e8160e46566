package fr.jalon.echeance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * Working days of a zone: neither Saturday, Sunday nor a public holiday. The zone is France, alone or followed by the code of a
 * département ({@code fr}, {@code fr-67}, {@code fr-974}), as the profile writes it.
 */
final class JoursOuvres {

    /** What jollyday does not hold: the day of the abolition of slavery overseas (loi 83-550). */
    private static final Map<String, MonthDay> ABOLITION = Map.of("971", MonthDay.of(5, 27), "972", MonthDay.of(5, 22),
            "973", MonthDay.of(6, 10), "974", MonthDay.of(12, 20), "976", MonthDay.of(4, 27));

    private final HolidayManager feries;
    private final String[] partie;
    private final Map<Integer, Set<LocalDate>> parAnnee = new ConcurrentHashMap<>();

    JoursOuvres(String zone) {
        String[] morceaux = zone.split("-");
        this.feries = HolidayManager.getInstance(ManagerParameters.create(morceaux[0]));
        this.partie = morceaux.length > 1 ? new String[] {morceaux[1]} : new String[0];
    }

    boolean ferie(LocalDate jour) {
        return parAnnee.computeIfAbsent(jour.getYear(), this::feries).contains(jour);
    }

    private Set<LocalDate> feries(int annee) {
        Set<Holiday> connus = feries.getHolidays(Year.of(annee), partie);
        Set<LocalDate> jours = connus.stream().map(Holiday::getDate).collect(Collectors.toSet());
        if (partie.length > 0 && ABOLITION.containsKey(partie[0])) {
            jours.add(ABOLITION.get(partie[0]).atYear(annee));
        }
        if (partie.length > 0 && partie[0].equals("57")) {
            // Moselle keeps Good Friday like the two Alsatian départements (C. trav. L3134-13); jollyday gives it the 26th of December only.
            connus.stream().filter(f -> f.getPropertiesKey().endsWith("EASTER_MONDAY")).forEach(f -> jours.add(f.getDate().minusDays(3)));
        }
        return jours;
    }

    boolean ouvre(LocalDate jour) {
        return jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY && !ferie(jour);
    }

    /** The last working day on or before: never later than any defensible reading of the legal date. */
    LocalDate dernierOuvre(LocalDate jour) {
        LocalDate d = jour;
        while (!ouvre(d)) {
            d = d.minusDays(1);
        }
        return d;
    }
}
