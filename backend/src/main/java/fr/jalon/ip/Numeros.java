package fr.jalon.ip;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Readable references, one series a year: {@code IP-2026-0412}, {@code INF-2026-0987}. Numbers never repeat and may skip. */
@Component
public class Numeros {

    private final JdbcClient jdbc;

    Numeros(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String ip(int annee) {
        return suivant("ip", annee);
    }

    public String information(int annee) {
        return suivant("inf", annee);
    }

    private String suivant(String serie, int annee) {
        long numero = jdbc.sql("select nextval(:sequence::regclass)").param("sequence", "numero_" + serie + "_" + annee)
                .query(Long.class).single();
        return "%s-%d-%04d".formatted(serie.toUpperCase(java.util.Locale.ROOT), annee, numero);
    }
}
