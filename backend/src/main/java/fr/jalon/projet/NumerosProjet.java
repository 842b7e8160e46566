package fr.jalon.projet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Readable references of projets, one series a year: {@code PPE-2026-0412}, whatever the département calls them. */
@Component
class NumerosProjet {

    private static final Pattern LU = Pattern.compile("(?i)\\s*ppef?[ -]*(?:((?:19|20)\\d\\d)[ -]+)?0*(\\d{1,6})\\s*");
    private static final int PREMIERE_ANNEE = 1995;

    private final JdbcClient jdbc;

    NumerosProjet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String suivant(int annee) {
        int serie = Math.max(PREMIERE_ANNEE, annee);
        long numero = jdbc.sql("select nextval(:sequence::regclass)").param("sequence", "numero_ppe_" + serie).query(Long.class).single();
        return "PPE-%d-%04d".formatted(serie, numero);
    }

    /** The references a hurried hand may mean; empty when it is no reference of a projet. */
    static List<String> lus(String texte, int annee) {
        Matcher m = LU.matcher(texte.toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            return List.of();
        }
        int de = m.group(1) == null ? PREMIERE_ANNEE : Integer.parseInt(m.group(1));
        int a = m.group(1) == null ? annee : de;
        List<String> references = new ArrayList<>();
        for (int an = de; an <= a; an++) {
            references.add("PPE-%d-%04d".formatted(an, Integer.parseInt(m.group(2))));
        }
        return references;
    }
}
