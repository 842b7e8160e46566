package fr.jalon.tache;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How late a task is, in the words of the list. A hold of the parquet is counted apart, whatever the date. */
public enum Bande {
    RETARD, J15, J30, OK, CONSIGNE, AUCUNE;

    static Bande de(LocalDate dateLegale, boolean enConsigne, LocalDate aujourdhui) {
        if (enConsigne) {
            return CONSIGNE;
        }
        if (dateLegale == null) {
            return AUCUNE;
        }
        long jours = ChronoUnit.DAYS.between(aujourdhui, dateLegale);
        return jours < 0 ? RETARD : jours <= 15 ? J15 : jours <= 30 ? J30 : OK;
    }

    /** The same rule for the database; {@code :jour}, {@code :jour15} and {@code :jour30} are bound by the query. */
    String condition() {
        return switch (this) {
            case CONSIGNE -> "t.en_consigne";
            case AUCUNE -> "(not t.en_consigne and t.date_tri = date '9999-12-31')";
            case RETARD -> "(not t.en_consigne and t.date_tri < :jour)";
            case J15 -> "(not t.en_consigne and t.date_tri >= :jour and t.date_tri <= :jour15)";
            case J30 -> "(not t.en_consigne and t.date_tri > :jour15 and t.date_tri <= :jour30)";
            case OK -> "(not t.en_consigne and t.date_tri > :jour30 and t.date_tri < date '9999-12-31')";
        };
    }
}
