package fr.jalon.commun.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one insert of several rows out of the same insert written several times. Rows join the first of them, so what a later statement
 * refers to is there even sooner; no row passes a statement that changes or erases rows.
 */
final class Regroupement {

    record Ordre(String sql, List<Object> parametres) {
    }

    /** {@code insert into t(…) values (?, …)}, perhaps {@code on conflict do nothing}. */
    private static final Pattern LIGNE = Pattern.compile("(?is)\\s*(insert into\\s+\\w+\\s*\\([^()]*\\)\\s*values\\s*)(\\(.*\\))(\\s*(?:on conflict do nothing)?)\\s*");

    private record Forme(String debut, String ligne, String fin) {

        String sql(int lignes) {
            return debut + String.join(", ", java.util.Collections.nCopies(lignes, ligne)) + fin;
        }
    }

    private static final Forme AUCUNE = new Forme("", "", "");
    private static final Map<String, Forme> FORMES = new ConcurrentHashMap<>();

    private Regroupement() {
    }

    static List<Ordre> de(List<Ordre> ordres) {
        List<String> textes = new ArrayList<>();
        List<List<Object>> parametres = new ArrayList<>();
        List<Integer> lignes = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (Ordre o : ordres) {
            Forme forme = FORMES.computeIfAbsent(o.sql(), Regroupement::forme);
            Integer place = forme == AUCUNE ? null : places.get(o.sql());
            if (place != null) {
                parametres.get(place).addAll(o.parametres());
                lignes.set(place, lignes.get(place) + 1);
                continue;
            }
            if (forme != AUCUNE) {
                places.put(o.sql(), textes.size());
            } else if (!o.sql().stripLeading().regionMatches(true, 0, "insert", 0, 6)) {
                places.clear();
            }
            textes.add(o.sql());
            parametres.add(new ArrayList<>(o.parametres()));
            lignes.add(1);
        }
        List<Ordre> resultat = new ArrayList<>();
        for (int i = 0; i < textes.size(); i++) {
            resultat.add(new Ordre(lignes.get(i) == 1 ? textes.get(i) : FORMES.get(textes.get(i)).sql(lignes.get(i)), parametres.get(i)));
        }
        return resultat;
    }

    static Ordre ordre(String sql, Object... parametres) {
        return new Ordre(sql, Arrays.asList(parametres));
    }

    private static Forme forme(String sql) {
        Matcher m = LIGNE.matcher(sql);
        // A row said to be updated may be written twice on purpose.
        return m.matches() && !sql.toLowerCase(Locale.ROOT).contains("do update") ? new Forme(m.group(1), m.group(2), m.group(3)) : AUCUNE;
    }
}
