package fr.jalon.droits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.DossierTenu;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything the packages said of their tables, together: what is given in its order, what is erased in an order the keys allow. */
@Component
class CatalogueDonnees {

    /** A reference that must be gone before what it points at. */
    private static final String LIENS = """
            select cast(cast(conrelid as regclass) as text) as de, cast(cast(confrelid as regclass) as text) as vers from pg_constraint
            where contype = 'f' and not condeferrable and conrelid <> confrelid""";

    private final List<DonneesDuDossier> donnees;
    private final List<TableDuDossier> tables;
    private final JdbcClient jdbc;

    CatalogueDonnees(List<DonneesDuDossier> donnees, JdbcClient jdbc) {
        this.donnees = List.copyOf(donnees);
        this.tables = donnees.stream().flatMap(d -> d.tables().stream()).toList();
        this.jdbc = jdbc;
    }

    List<TableDuDossier> tables() {
        return tables;
    }

    Set<String> prefixesAilleurs() {
        Set<String> prefixes = new LinkedHashSet<>();
        donnees.forEach(d -> prefixes.addAll(d.prefixesAilleurs()));
        return prefixes;
    }

    /** What is given, chapter after chapter, each package's tables in the order it says them. */
    List<TableDuDossier> exportees() {
        return tables.stream().filter(TableDuDossier::exportee).sorted(Comparator.comparing(TableDuDossier::chapitre)).toList();
    }

    List<DossierTenu> dossiers(Cles cles) {
        return donnees.stream().flatMap(d -> d.dossiers(cles).stream()).toList();
    }

    Map<String, Long> effacerAilleurs(Cles cles) {
        Map<String, Long> comptes = new HashMap<>();
        donnees.forEach(d -> comptes.putAll(d.effacerAilleurs(cles)));
        return comptes;
    }

    /** Tables whose rows go, what refers before what is referred to; those others may still need come last, in the same order. */
    List<TableDuDossier> aEffacer() {
        Map<String, Set<String>> referents = new HashMap<>();
        jdbc.sql(LIENS).query(l -> {
            referents.computeIfAbsent(l.getString("vers"), k -> new LinkedHashSet<>()).add(l.getString("de"));
        });
        List<TableDuDossier> effacees = tables.stream().filter(t -> t.sort() == TableDuDossier.Sort.EFFACEE)
                .sorted(Comparator.comparing(TableDuDossier::enDernier)).toList();
        Map<String, TableDuDossier> parNom = new HashMap<>();
        effacees.forEach(t -> parNom.put(t.nom(), t));
        List<TableDuDossier> ordre = new ArrayList<>();
        Set<String> vues = new LinkedHashSet<>();
        effacees.forEach(t -> placer(t.nom(), parNom, referents, vues, ordre, new ArrayDeque<>()));
        return ordre;
    }

    private static void placer(String nom, Map<String, TableDuDossier> parNom, Map<String, Set<String>> referents, Set<String> vues, List<TableDuDossier> ordre,
            Deque<String> chemin) {
        if (!parNom.containsKey(nom) || vues.contains(nom)) {
            return;
        }
        if (chemin.contains(nom)) {
            throw new IllegalStateException("Des tables se réfèrent l’une à l’autre : " + chemin);
        }
        chemin.push(nom);
        referents.getOrDefault(nom, Set.of()).forEach(r -> placer(r, parNom, referents, vues, ordre, chemin));
        chemin.pop();
        vues.add(nom);
        ordre.add(parNom.get(nom));
    }
}
