package fr.jalon.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        long numero = jdbc.sql("select nextval(cast(? as regclass))").param("numero_" + serie + "_" + annee).query(Long.class).single();
        String chiffres = Long.toString(numero);
        return serie.toUpperCase(java.util.Locale.ROOT) + "-" + annee + "-" + "0".repeat(Math.max(0, 4 - chiffres.length())) + chiffres;
    }

    private static final Pattern LU = Pattern.compile("(?i)\\s*(ip|inf)?[ -]*(?:(20\\d\\d)[ -]+)?0*(\\d{1,6})\\s*");
    private static final int PREMIERE_ANNEE = 2010;

    /** The references a hurried hand may mean: « IP-2026-0412 » is one, « 412 » is one a year and series. Empty when it is no reference. */
    public static List<String> lus(String texte, int annee) {
        Matcher m = LU.matcher(texte);
        if (!m.matches()) {
            return List.of();
        }
        List<String> series = m.group(1) == null ? List.of("IP", "INF") : List.of(m.group(1).toUpperCase(java.util.Locale.ROOT));
        int de = m.group(2) == null ? PREMIERE_ANNEE : Integer.parseInt(m.group(2));
        int a = m.group(2) == null ? annee : de;
        List<String> references = new ArrayList<>();
        for (int an = de; an <= a; an++) {
            for (String serie : series) {
                references.add("%s-%d-%04d".formatted(serie, an, Integer.parseInt(m.group(3))));
            }
        }
        return references;
    }
}
