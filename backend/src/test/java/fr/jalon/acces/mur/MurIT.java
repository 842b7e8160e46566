package fr.jalon.acces.mur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.essai.BaseDEssai;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;

/**
 * Row-level security table by table, the application's rule left out: plain SQL as the application's role, under an identity. Which tables are
 * under a policy is read from the catalogue, and every other one has its reason here: a new table without either fails.
 */
@TestIntegration
class MurIT {

    private static final String REDON = "cdas-redon";
    /** No file of any other test is there. */
    private static final String AILLEURS = "cdas-sans-dossier";
    private static final String ENGIN = "act\\_%";

    /** Tables without a policy, and why none is needed. */
    private static final Map<String, String> EXEMPTEES = Map.ofEntries(
            Map.entry("absence", "about colleagues"),
            Map.entry("alerte_recherche", "ids and days: who looked for a restricted child, told to those named on it"),
            Map.entry("alerte_recherche_vue", "ids: which of these somebody read"),
            Map.entry("brouillon", "encrypted with a key outside the database, bound to its author"),
            Map.entry("capacite", "places of a service"),
            Map.entry("commande_recue", "answers already given, by sender and key, for a day"),
            Map.entry("conservation_regle", "the retention table"),
            Map.entry("contrat_arrete", "the contract's table: figures"),
            Map.entry("contrat_mot", "the contract's table: words about figures"),
            Map.entry("controle_table", "figures of the nightly check"),
            Map.entry("courriel_sortant", "ids, template and codes: no name, no address"),
            Map.entry("delegation_signature", "who may sign: about colleagues"),
            Map.entry("demo_lot", "the demonstration's progress"),
            Map.entry("demo_semis", "the demonstration's progress"),
            Map.entry("droits_demande", "requests of the people concerned: under the rule alone so far (the officer follows those of every unit)"),
            Map.entry("droits_marque", "marks on pieces of such a request: under the rule alone so far"),
            Map.entry("droits_remise", "the copy given for such a request, encrypted: under the rule alone so far"),
            Map.entry("echeance", "ids, codes and dates: counted by supervisors and read by the legal clock"),
            Map.entry("echeance_regle", "rules of the clock"),
            Map.entry("echeance_retenue", "ids, codes and dates"),
            Map.entry("elimination", "proposals of elimination: numbers, visa, counts"),
            Map.entry("elimination_dossier", "ids, codes and dates"),
            Map.entry("elimination_enfant", "ids"),
            Map.entry("enfant_restriction", "ids: who is named on a restricted file, asked before anybody may read it"),
            Map.entry("enfant_trait", "sex and birth by id, without a name: counts are made of it"),
            Map.entry("evenement", "codes and dates, no name and no word: counts are made of it"),
            Map.entry("evenement_sujet", "ids: which events are about what"),
            Map.entry("famille_accueil", "number and places of a foster home, without a name"),
            Map.entry("fiche_recit", "the contract's table: words about actions"),
            Map.entry("fiche_responsable", "about colleagues"),
            Map.entry("filtre_enregistre", "somebody's saved filters"),
            Map.entry("habilitation_manuelle", "about colleagues"),
            Map.entry("horloge", "business time"),
            Map.entry("indicateur_import", "the contract's table: figures"),
            Map.entry("indicateur_valeur", "the contract's table: figures"),
            Map.entry("indicateur_catalogue", "definitions of the counts"),
            Map.entry("indicateur_cloture", "counts"),
            Map.entry("indicateur_cumul", "counts"),
            Map.entry("indicateur_delta", "counts"),
            Map.entry("indicateur_formule", "counts"),
            Map.entry("indicateur_exercice", "years declared final"),
            Map.entry("journal_acces", "ids and codes, insert-only, sealed; searched by the officer alone"),
            Map.entry("journal_sceau", "seals"),
            Map.entry("journal_verification", "figures of the verifications"),
            Map.entry("mot_connu", "every word ever seen in a name, with nobody's id"),
            Map.entry("periode", "codes and dates, no name and no word: counts are made of it"),
            Map.entry("olinpe_identifiant", "ids, and the identifiers the national observatory gave"),
            Map.entry("olinpe_avis_lu", "about colleagues: who read which report"),
            Map.entry("olinpe_rapport", "figures of a month, of the whole département"),
            Map.entry("olinpe_rapport_variable", "figures by variable and unit: no id of a file, no name"),
            Map.entry("place_verrou", "locks of places"),
            Map.entry("processus_instance", "which engine instance carries which subject"),
            Map.entry("profil", "the département's profile"),
            Map.entry("rappel", "ids, codes and dates"),
            Map.entry("rappel_vu", "ids"),
            Map.entry("rapport_etape", "steps of the observatory's report"),
            Map.entry("revue_compte", "about colleagues"),
            Map.entry("schema_etape", "steps of the département's plan"),
            Map.entry("shedlock", "scheduled works"),
            Map.entry("spring_session", "sessions, of the framework"),
            Map.entry("spring_session_attributes", "sessions, of the framework"),
            Map.entry("sujet_unite", "the rule of sight itself: ids and units"),
            Map.entry("tache", "ids, codes and dates: names are joined for the page shown"),
            Map.entry("tache_lue", "ids"),
            Map.entry("tache_suivi", "ids: who holds a step"),
            Map.entry("tache_visible", "ids, codes and dates"),
            Map.entry("unite", "the département's units"),
            Map.entry("utilisateur", "colleagues"),
            Map.entry("utilisateur_role", "their duties"));

    /** Codes and dates of a restricted file are still counted by whoever sees its unit; its names and words are not read. */
    private static final Set<String> COMPTEES = Set.of("autonomie", "autonomie_repere", "attente_rang", "avant_acte", "evaluateur", "information_mineur",
            "information_preoccupante", "ip_liee", "mandat", "mesure", "mesure_referent", "mineur_concerne", "projet", "remise_rapport");

    @Value("${spring.datasource.url}")
    private String url;

    private Connection base;
    private UnDossierPartout dossier;

    @BeforeEach
    void un_dossier_dans_chaque_table() throws SQLException {
        base = BaseDEssai.superutilisateur(url.substring(url.lastIndexOf('/') + 1));
        base.setAutoCommit(false);
        dossier = new UnDossierPartout(base);
        dossier.ecrire(UnDossierPartout.sousPolitique(base), REDON);
        dossier.executer("set local role jalon_app");
    }

    @AfterEach
    void sans_trace() throws SQLException {
        base.rollback();
        base.close();
    }

    @Test
    void every_table_is_under_a_policy_or_says_why_not() throws SQLException {
        Set<String> tables = new TreeSet<>(UnDossierPartout.textes(base,
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '" + ENGIN + "'"));
        Set<String> protegees = new TreeSet<>(UnDossierPartout.sousPolitique(base));
        assertThat(protegees).hasSizeGreaterThan(60).doesNotContainAnyElementsOf(EXEMPTEES.keySet());
        tables.removeAll(protegees);
        tables.removeAll(EXEMPTEES.keySet());
        assertThat(tables).as("a new table of files takes a policy (R__mur.sql), another its reason here").isEmpty();
    }

    @Test
    void each_policy_speaks_of_reading_changing_and_erasing() throws SQLException {
        for (String table : UnDossierPartout.sousPolitique(base)) {
            assertThat(UnDossierPartout.textes(base, "select cmd from pg_policies where schemaname = 'public' and tablename = '" + table + "' and permissive = 'PERMISSIVE'"))
                    .as(table).containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE", "DELETE");
        }
    }

    @Test
    void whoever_follows_the_file_reads_each_of_its_rows() throws SQLException {
        agir(UUID.randomUUID(), REDON, false, false);
        assertThat(lues()).isEqualTo(ecrites());
    }

    @Test
    void somebody_of_another_unit_reads_none_of_them_whatever_the_query() throws SQLException {
        agir(UUID.randomUUID(), AILLEURS, false, false);
        assertThat(lues()).isEmpty();
    }

    @Test
    void somebody_of_another_unit_changes_and_erases_none_of_them() throws SQLException {
        agir(UUID.randomUUID(), AILLEURS, false, false);
        for (Map.Entry<String, String> l : dossier.lignes().entrySet()) {
            if (sousPolitique(l.getKey()) && UnDossierPartout.textes(base, "select has_table_privilege('" + l.getKey() + "', 'DELETE')::text").contains("true")) {
                String ou = " where ctid = '" + l.getValue() + "'";
                assertThat(touchees("delete from " + l.getKey() + ou)).as(l.getKey()).isZero();
            }
        }
        assertThat(touchees("update enfant set nom = 'X'")).isZero();
        assertThat(touchees("update information_entrante set faits = 'X'")).isZero();
        assertThat(touchees("delete from mesure_acte")).isZero();
    }

    @Test
    void nobody_is_an_error_and_not_an_empty_answer() throws SQLException {
        for (Map.Entry<String, String> l : dossier.lignes().entrySet()) {
            if (sousPolitique(l.getKey())) {
                Savepoint avant = base.setSavepoint();
                assertThatThrownBy(() -> UnDossierPartout.textes(base, "select 1 from " + l.getKey())).as(l.getKey()).isInstanceOf(SQLException.class)
                        .hasMessageContaining("Personne n’agit");
                base.rollback(avant);
            }
        }
    }

    @Test
    void the_house_reads_every_row() throws SQLException {
        agir(null, "", true, true);
        assertThat(lues()).hasSize((int) dossier.lignes().keySet().stream().filter(this::sousPolitique).count());
    }

    @Test
    void a_restricted_file_is_read_by_those_named_on_it_alone_and_counted_without_a_word() throws SQLException {
        UUID nomme = UUID.randomUUID();
        dossier.executer("reset role");
        dossier.executer("update enfant set restreint = true where id = '" + dossier.id("enfant") + "'");
        dossier.executer("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values ('" + dossier.id("enfant") + "', '" + nomme + "', now())");
        dossier.executer("insert into mineur_concerne(id, ip_id, enfant_id) values (gen_random_uuid(), '" + dossier.id("information_preoccupante") + "', '"
                + dossier.id("enfant") + "') on conflict do nothing");
        dossier.relire("enfant");
        dossier.executer("set local role jalon_app");

        agir(UUID.randomUUID(), REDON, false, false);
        assertThat(lues()).isSubsetOf(COMPTEES);
        agir(UUID.randomUUID(), "", true, false);
        assertThat(lues()).isSubsetOf(COMPTEES).isNotEmpty();
        agir(nomme, REDON, false, false);
        assertThat(lues()).isEqualTo(ecrites());
    }

    @Test
    void counting_reads_codes_and_dates_of_every_unit_and_neither_a_name_nor_a_word() throws SQLException {
        agir(UUID.randomUUID(), AILLEURS, false, false);
        dossier.executer("select set_config('jalon.compte', 'oui', true)");
        assertThat(lues()).isSubsetOf(COMPTEES).contains("mesure", "projet", "autonomie", "information_preoccupante");
    }

    /** Rows as they stood before an act are for acts alone. */
    private Set<String> ecrites() {
        return dossier.lignes().keySet().stream().filter(this::sousPolitique).filter(t -> !t.equals("avant_acte")).collect(Collectors.toSet());
    }

    private boolean sousPolitique(String table) {
        return !table.equals("evenement");
    }

    private void agir(UUID qui, String unites, boolean departement, boolean maison) throws SQLException {
        dossier.executer("select set_config('jalon.acteur', '" + (qui == null ? "essai" : qui) + "', true), set_config('jalon.unites', '" + unites
                + "', true), set_config('jalon.departement', '" + (departement ? "oui" : "non") + "', true), set_config('jalon.maison', '" + (maison ? "oui" : "")
                + "', true), set_config('jalon.ouverts', '', true), set_config('jalon.proches', '', true), set_config('jalon.compte', '', true)");
    }

    /** Tables of which the row of the file is read. */
    private Set<String> lues() throws SQLException {
        Set<String> lues = new TreeSet<>();
        for (Map.Entry<String, String> l : dossier.lignes().entrySet()) {
            if (sousPolitique(l.getKey()) && !UnDossierPartout.textes(base, "select 1 from " + l.getKey() + " where ctid = '" + l.getValue() + "'").isEmpty()) {
                lues.add(l.getKey());
            }
        }
        return lues;
    }

    private int touchees(String sql) throws SQLException {
        try (var ordre = base.createStatement()) {
            return ordre.executeUpdate(sql);
        }
    }
}
