package fr.jalon.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When people of a synthetic département work: on week days, from half past eight to six. */
final class Agenda {

    private Agenda() {
    }

    /** That day, or the Monday after a week-end. */
    static LocalDate ouvre(LocalDate jour) {
        return jour.getDayOfWeek() == DayOfWeek.SATURDAY ? jour.plusDays(2) : jour.getDayOfWeek() == DayOfWeek.SUNDAY ? jour.plusDays(1) : jour;
    }

    static Instant aUneHeure(LocalDate jour, Hasard hasard, ZoneId zone) {
        return jour.atTime(LocalTime.of(8, 30).plusMinutes(hasard.entre(0, 560))).atZone(zone).toInstant();
    }
}
