package fr.jalon.projet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Readable references of projets, one series a year, under the département's own word: {@code PPE-2026-0412}, {@code PPEF-2026-0412}. */
@Component
public class NumerosProjet {

    private static final Pattern LU = Pattern.compile("\\s*PPEF?[ -]*(?:((?:19|20)\\d\\d)[ -]+)?0*(\\d{1,6})\\s*");
    private static final int PREMIERE_ANNEE = 1995;

    private final JdbcClient jdbc;
    private final Departement departement;

    NumerosProjet(JdbcClient jdbc, Departement departement) {
        this.jdbc = jdbc;
        this.departement = departement;
    }

    String suivant(int annee) {
        int serie = Math.max(PREMIERE_ANNEE, annee);
        long numero = jdbc.sql("select nextval(:sequence::regclass)").param("sequence", "numero_ppe_" + serie).query(Long.class).single();
        return reference(departement.profil().mot("projet"), serie, numero);
    }

    /** @param mot what the département calls its projets */
    public static String reference(String mot, int annee, long numero) {
        return "%s-%d-%04d".formatted(mot.toUpperCase(Locale.ROOT), annee, numero);
    }

    /** The references a hurried hand may mean; those numbered before the word of the département was used among them. Empty when it is no reference of a projet. */
    List<String> lus(String texte, int annee) {
        Matcher m = LU.matcher(texte.toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            return List.of();
        }
        int de = m.group(1) == null ? PREMIERE_ANNEE : Integer.parseInt(m.group(1));
        int a = m.group(1) == null ? annee : de;
        Set<String> mots = new LinkedHashSet<>(List.of(departement.profil().mot("projet"), "PPE"));
        List<String> references = new ArrayList<>();
        for (int an = de; an <= a; an++) {
            for (String mot : mots) {
                references.add(reference(mot, an, Long.parseLong(m.group(2))));
            }
        }
        return references;
    }
}
