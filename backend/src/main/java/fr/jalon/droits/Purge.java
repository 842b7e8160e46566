package fr.jalon.droits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the files of a set of children: rows, words, documents, drafts, what the engine kept. What was counted stays: events and periods
 * hold ids and codes, the children's rows their birth and no name, the journal its sealed lines.
 */
@Component
class Purge {

    private final CatalogueDonnees catalogue;
    private final ClesDesDossiers cles;
    private final JdbcClient jdbc;

    Purge(CatalogueDonnees catalogue, ClesDesDossiers cles, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.cles = cles;
        this.jdbc = jdbc;
    }

    /** @return lines erased or emptied, by table, in the order of names */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<String, Long> effacer(Set<UUID> enfants, Instant maintenant) {
        Cles siennes = cles.dUnEnsemble(enfants);
        Map<String, Object> parametres = new HashMap<>(siennes.parametres());
        parametres.put("maintenant", Timestamp.from(maintenant));
        Map<String, Long> comptes = new TreeMap<>(catalogue.effacerAilleurs(siennes));
        // Words that stay in a kept row go first: their conditions read the rows that go.
        for (TableDuDossier t : catalogue.tables()) {
            if (t.sort() == TableDuDossier.Sort.VIDEE) {
                compter(comptes, t.nom(), vider(t, parametres));
            }
        }
        for (TableDuDossier t : catalogue.aEffacer()) {
            compter(comptes, t.nom(), jdbc.sql("delete from " + t.nom() + " t where (" + t.condition() + ") and (" + t.effaceSi() + ")").params(parametres).update());
        }
        verifier(parametres);
        return comptes;
    }

    /** Looked at again before the certificate says so: a row that stayed undoes everything. */
    private void verifier(Map<String, Object> parametres) {
        for (TableDuDossier t : catalogue.aEffacer()) {
            long restent = jdbc.sql("select count(*) from " + t.nom() + " t where (" + t.condition() + ") and (" + t.effaceSi() + ")").params(parametres).query(Long.class).single();
            if (restent > 0) {
                throw new IllegalStateException(t.nom() + " garde " + restent + " lignes");
            }
        }
    }

    private long vider(TableDuDossier t, Map<String, Object> parametres) {
        return t.remplacement().startsWith("select ") ? jdbc.sql(t.remplacement()).params(parametres).query(Long.class).single()
                : jdbc.sql("update " + t.nom() + " t set " + t.remplacement() + " where " + t.condition()).params(parametres).update();
    }

    private static void compter(Map<String, Long> comptes, String table, long lignes) {
        if (lignes > 0) {
            comptes.merge(table, lignes, Long::sum);
        }
    }
}
