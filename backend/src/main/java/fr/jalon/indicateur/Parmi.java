package fr.jalon.indicateur;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps readings to some ids: a request marks with {@code /*parmi colonne liste*\/} where it may be kept to one, and reads all when there is
 * none.
 */
final class Parmi {

    static final Parmi TOUT = new Parmi(Map.of());

    private static final Pattern MARQUE = Pattern.compile("/\\*parmi ([a-z_.]+) ([a-z]+)\\*/");

    private final Map<String, Collection<UUID>> listes;

    Parmi(Map<String, Collection<UUID>> listes) {
        this.listes = new LinkedHashMap<>(listes);
    }

    Parmi avec(String liste, Collection<UUID> ids) {
        if (this == TOUT) {
            return TOUT;
        }
        Parmi autre = new Parmi(listes);
        autre.listes.put(liste, ids);
        return autre;
    }

    List<Collection<UUID>> listes(String... noms) {
        return tout() ? List.of() : Stream.of(noms).map(n -> listes.getOrDefault(n, List.of())).toList();
    }

    /** That list was asked for, or everything is read. */
    boolean demande(String liste) {
        return tout() || listes.containsKey(liste);
    }

    boolean tout() {
        return this == TOUT;
    }

    JdbcClient.StatementSpec requete(JdbcClient jdbc, String sql) {
        if (tout()) {
            return jdbc.sql(sql);
        }
        Matcher m = MARQUE.matcher(sql);
        StringBuilder texte = new StringBuilder();
        Map<String, String> valeurs = new LinkedHashMap<>();
        while (m.find()) {
            String colonne = m.group(1);
            // A sub-select is worked out once for the request; a cast would be again for each row that is filtered rather than looked up.
            String dans = colonne + " = any (cast((select cast(:parmi_" + m.group(2) + " as uuid[])) as uuid[]))";
            // Each half of the versions of periods has its own index.
            m.appendReplacement(texte, colonne.startsWith("p.") ? "and (p.connu_au is null and " + dans + " or p.connu_au is not null and " + dans + ")" : "and " + dans);
            valeurs.put("parmi_" + m.group(2), tableau(listes.get(m.group(2))));
        }
        m.appendTail(texte);
        JdbcClient.StatementSpec requete = jdbc.sql(texte.toString());
        valeurs.forEach(requete::param);
        return requete;
    }

    static String tableau(Collection<UUID> ids) {
        StringBuilder texte = new StringBuilder(2 + 37 * ids.size()).append('{');
        for (UUID id : ids) {
            texte.append(texte.length() == 1 ? "" : ",").append(id);
        }
        return texte.append('}').toString();
    }
}
