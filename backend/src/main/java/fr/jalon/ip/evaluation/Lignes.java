package fr.jalon.ip.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a row gives, absent values included. */
final class Lignes {

    private Lignes() {
    }

    static Instant instant(ResultSet l, String colonne) throws SQLException {
        Timestamp valeur = l.getTimestamp(colonne);
        return valeur == null ? null : valeur.toInstant();
    }

    static LocalDate jour(ResultSet l, String colonne) throws SQLException {
        return l.getObject(colonne, LocalDate.class);
    }

    static UUID id(ResultSet l, String colonne) throws SQLException {
        return l.getObject(colonne, UUID.class);
    }
}
