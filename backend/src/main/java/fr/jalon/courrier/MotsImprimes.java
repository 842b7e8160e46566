package fr.jalon.courrier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import fr.jalon.commun.temps.EnFrancais;

/** What a page of {@code imprimes/} calls to write French: {@code ${mots.jour(date)}}. */
public final class MotsImprimes {

    private final ZoneId zone;

    MotsImprimes(ZoneId zone) {
        this.zone = zone;
    }

    /** « 1er mars 2026 », with no-break spaces; empty when there is no date. */
    public String jour(LocalDate jour) {
        return jour == null ? "" : EnFrancais.jour(jour).replace(' ', '\u00a0');
    }

    public String jour(Instant instant) {
        return instant == null ? "" : jour(instant.atZone(zone).toLocalDate());
    }

    /** « 14 h 30 », « 9 h ». */
    public String heure(LocalTime heure) {
        return heure == null ? "" : heure.getHour() + "\u00a0h" + (heure.getMinute() == 0 ? "" : "\u00a0%02d".formatted(heure.getMinute()));
    }

    /** The paragraphs of what somebody typed, one a line that is not empty. */
    public List<String> paragraphes(String texte) {
        return texte == null ? List.of() : Arrays.stream(texte.split("\\R")).map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** Whether there is anything to print. */
    public boolean dit(String texte) {
        return texte != null && !texte.isBlank();
    }
}
