package fr.jalon.echeance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;

/**
 * One alert of a due date.
 *
 * @param code ISO period before the due date, as the rule writes it
 * @param prevueLe when it is to be told
 */
record Alerte(Echeance echeance, Regle regle, String code, Instant prevueLe) {

    /** People read their list when they arrive. */
    static final LocalTime HEURE = LocalTime.of(7, 0);

    static Alerte de(Echeance e, Regle regle, String code, ZoneId zone) {
        Instant prevue = code.contains("T")
                ? (e.instantLegal() != null ? e.instantLegal() : e.dateLegale().atTime(HEURE).atZone(zone).toInstant()).minus(Duration.parse(code))
                : e.dateLegale().minus(Period.parse(code)).atTime(HEURE).atZone(zone).toInstant();
        return new Alerte(e, regle, code, prevue);
    }

    /** Whether the due date has passed when this alert is to be told. */
    boolean apresTerme(ZoneId zone) {
        return prevueLe.isAfter(new Delai.Terme(echeance.dateLegale(), echeance.instantLegal()).limite(zone));
    }

    /**
     * Weakest first: what is passed is stronger than what comes, a legal duty than a target of the département, then the due date that
     * is the most overdue or the nearest, then the one that governs what people have to do now, then the last alert of it.
     */
    static Comparator<Alerte> force(ZoneId zone, Set<String> etapesOuvertes) {
        return Comparator.comparing((Alerte a) -> a.apresTerme(zone)).thenComparing(a -> a.regle().legale())
                .thenComparing(a -> a.echeance().dateLegale(), Comparator.reverseOrder())
                .thenComparing(a -> a.echeance().etapes().stream().anyMatch(etapesOuvertes::contains)).thenComparing(Alerte::prevueLe)
                .thenComparing(a -> a.echeance().id());
    }
}
