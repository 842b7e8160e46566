package fr.jalon.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.TableDuDossier;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the packages say of their tables, compared with the database: a new table or a new column is answered for, or this fails. */
@TestIntegration
class CatalogueIT {

    @Autowired
    private CatalogueDonnees catalogue;
    @Autowired
    private JdbcClient jdbc;

    private Set<String> tablesDeLaBase() {
        return new TreeSet<>(jdbc.sql("select tablename from pg_tables where schemaname = 'public'").query(String.class).list());
    }

    @Test
    void every_table_is_answered_for_once_and_none_that_does_not_exist() {
        List<String> dites = catalogue.tables().stream().map(TableDuDossier::nom).toList();
        assertThat(new HashSet<>(dites)).as("said twice").hasSameSizeAs(dites);
        Set<String> siennes = tablesDeLaBase();
        siennes.removeIf(t -> catalogue.prefixesAilleurs().stream().anyMatch(t::startsWith));
        assertThat(new TreeSet<>(dites)).as("each table of the database says what is given of it and what becomes of it: see fr.jalon.commun.donnees").isEqualTo(siennes);
    }

    @Test
    void every_column_of_what_is_given_is_said_or_kept_silent_on_purpose() {
        List<String> fautes = new ArrayList<>();
        for (TableDuDossier t : catalogue.tables()) {
            if (t.exportee()) {
                Set<String> base = new LinkedHashSet<>(jdbc.sql("select column_name from information_schema.columns where table_schema = 'public' and table_name = ?")
                        .param(t.nom()).query(String.class).list());
                Set<String> oubliees = new TreeSet<>(base);
                oubliees.removeAll(t.colonnes());
                Set<String> inventees = new TreeSet<>(t.colonnes());
                inventees.removeAll(base);
                if (!oubliees.isEmpty() || !inventees.isEmpty()) {
                    fautes.add(t.nom() + " : oubliées " + oubliees + ", inventées " + inventees);
                }
            }
        }
        assertThat(fautes).isEmpty();
    }

    @Test
    void what_is_kept_or_silent_says_why() {
        assertThat(catalogue.tables()).filteredOn(t -> !t.exportee() || t.sort() != TableDuDossier.Sort.EFFACEE)
                .allSatisfy(t -> assertThat(t.raison()).as(t.nom()).isNotBlank());
    }

    @Test
    void a_kept_row_has_no_column_of_free_text() {
        // Codes, numbers and hashes of these tables, read one by one; a text column that comes later has to be looked at.
        Map<String, Set<String>> codes = new HashMap<>();
        codes.put("evenement", Set.of("type", "unite_id", "element"));
        codes.put("evenement_sujet", Set.of("sujet_type"));
        codes.put("enfant_trait", Set.of("sexe"));
        codes.put("periode", Set.of("genre", "sujet_type", "unite_id"));
        codes.put("journal_acces", Set.of("genre", "sujet_type", "quoi", "acteur", "roles", "unites"));
        codes.put("elimination_enfant", Set.of());
        codes.put("elimination_dossier", Set.of("sujet_type", "reference", "genre", "issue", "sort_final"));
        for (TableDuDossier t : catalogue.tables()) {
            if (t.sort() == TableDuDossier.Sort.GARDEE) {
                Set<String> textes = jdbc.sql("select column_name from information_schema.columns where table_schema = 'public' and table_name = ? and data_type = 'text'")
                        .param(t.nom()).query(String.class).list().stream().collect(Collectors.toSet());
                assertThat(textes).as(t.nom()).isEqualTo(codes.get(t.nom()));
            }
        }
    }

    @Test
    void every_reading_and_every_erasure_is_a_statement_the_database_understands() {
        Cles personne = new Cles(Set.of(UUID.randomUUID()), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("nom"));
        Map<String, Object> p = personne.parametres();
        for (TableDuDossier t : catalogue.exportees()) {
            assertThat(jdbc.sql(t.lecture()).params(p).query().listOfRows()).as(t.nom()).isEmpty();
        }
        List<TableDuDossier> ordre = catalogue.aEffacer();
        assertThat(ordre).hasSize((int) catalogue.tables().stream().filter(t -> t.sort() == TableDuDossier.Sort.EFFACEE).count());
        for (TableDuDossier t : ordre) {
            jdbc.sql("select count(*) from " + t.nom() + " t where (" + t.condition() + ") and (" + t.effaceSi() + ")").params(p).query(Long.class).single();
        }
        List<String> noms = ordre.stream().map(TableDuDossier::nom).toList();
        assertThat(noms.indexOf("mesure_acte")).isLessThan(noms.indexOf("mesure"));
        assertThat(noms.indexOf("lieu_accueil")).isLessThan(noms.indexOf("mesure_acte"));
        assertThat(noms.indexOf("autorite_parentale")).isLessThan(noms.indexOf("adulte"));
    }
}
