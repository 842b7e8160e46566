package fr.jalon.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.TableDuDossier;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.commun.temps.VoyageDansLeTemps;
import fr.jalon.courrier.ImprimerieDEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.journal.VerificationJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a file whose time is over to its certificate; and what the whole database then holds of it. */
@TestIntegration
class EliminationIT {

    @Autowired
    private DossierEntier entiers;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;
    @Autowired
    private VoyageDansLeTemps temps;
    @Autowired
    private CatalogueDonnees catalogue;
    @Autowired
    private ClesDesDossiers cles;
    @Autowired
    private VerificationJournal verification;
    @Autowired
    private List<TableDerivee> tables;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JdbcClient jdbc;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;

    private DossierEntier.Entier e;
    private UUID propose;
    private UUID execute;
    private UUID administrateur;

    @BeforeEach
    void un_dossier_clos_depuis_quarante_jours() throws Exception {
        e = entiers.clos();
        temps.avancer(40);
        propose = gens.de(Role.SUPERVISEUR, null);
        execute = gens.de(Role.SUPERVISEUR, null);
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
    }

    @AfterEach
    void revenir() throws Exception {
        jdbc.sql("update conservation_regle set remplacee_le = now() where source = 'ADMINISTRATEUR'").update();
        jdbc.sql("update conservation_regle set remplacee_le = null where source = 'COMMUN'").update();
        jdbc.sql("update horloge set jours = 0").update();
        // Read again at once.
        temps.avancer(0);
    }

    private void regler(String duree, boolean aValider) throws Exception {
        for (JsonNode r : accueil.lu(administrateur, "/api/conservation/regles")) {
            Map<String, Object> edition = new LinkedHashMap<>();
            edition.put("versionId", r.get("versions").get(0).get("id").asText());
            edition.put("depart", "FIN");
            edition.put("duree", duree);
            edition.put("sortFinal", "ELIMINATION");
            edition.put("reference", "Accord des Archives du 3 mars");
            edition.put("aValider", aValider);
            edition.put("du", horloge.aujourdhui().toString());
            edition.put("motif", "Essai.");
            accueil.poster(administrateur, "/api/conservation/regles/" + r.get("enVigueur").get("code").asText(), edition).andExpect(status().isNoContent());
        }
    }

    private UUID proposee() throws Exception {
        return accueil.id(accueil.poster(propose, "/api/conservation/eliminations", Map.of("enfants", List.of(e.lea()))).andExpect(status().isCreated()), "id");
    }

    private Map<String, Object> version(UUID id, Object... champs) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", jdbc.sql("select version from elimination where id = ?").param(id).query(Long.class).single());
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return corps;
    }

    private void viser(UUID id) throws Exception {
        accueil.poster(administrateur, "/api/conservation/eliminations/" + id + "/visa", version(id, "accorde", true, "par", "Directrice des Archives", "le",
                horloge.aujourdhui().toString(), "reference", "Visa 2026-17")).andExpect(status().isNoContent());
    }

    @Test
    void nothing_is_proposed_under_a_length_nobody_validated() throws Exception {
        regler("P1M", true);
        accueil.poster(propose, "/api/conservation/eliminations", Map.of("enfants", List.of(e.lea()))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].message").value(containsString("n’est pas validée")));
        assertThat(echus()).contains("n’est pas validée");
    }

    @Test
    void nothing_is_proposed_before_its_time_while_something_is_open_or_while_a_brother_needs_the_shared_file() throws Exception {
        regler("P2M", false);
        refusee("se conserve jusqu’au");
        assertThat(echus()).doesNotContain(e.lea().toString());
        jdbc.sql("update conservation_regle set duree = 'P1M' where source = 'ADMINISTRATEUR' and remplacee_le is null").update();
        assertThat(echus()).contains(e.lea().toString()).contains(e.tom().toString());
        jdbc.sql("""
                insert into mesure(id, numero, enfant_id, decision_id, origine, cadre, base_legale, produit, etat, unite_id, autorite, decidee_le, saisie_le)
                values (?, ?, ?, gen_random_uuid(), 'ORDONNANCE', 'JUDICIAIRE', 'AEMO', 'MEP', 'ATTENTE_EXERCICE', 'cdas-redon', 'JUGE_ENFANTS', current_date, now())""")
                .params(UUID.randomUUID(), "MES-ESSAI-" + e.mot(), e.tom()).update();
        refusee("MES-ESSAI-" + e.mot() + " est encore en cours");
        jdbc.sql("delete from mesure where numero = ?").param("MES-ESSAI-" + e.mot()).update();
        Map<String, Object> demande = new LinkedHashMap<>(Map.of("enfantId", e.tom(), "genre", "ACCES", "qualite", "TITULAIRE", "demandeur", "Essai", "recueLe",
                horloge.aujourdhui().toString()));
        accueil.poster(propose, "/api/droits/demandes", demande).andExpect(status().isCreated());
        refusee("une demande de la personne");
    }

    private void refusee(String pourquoi) throws Exception {
        accueil.poster(propose, "/api/conservation/eliminations", Map.of("enfants", List.of(e.lea()))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("enfants")).andExpect(jsonPath("$.erreurs[0].message").value(containsString(pourquoi)));
    }

    private String echus() throws Exception {
        StringBuilder tout = new StringBuilder();
        String apres = "";
        do {
            JsonNode page = accueil.lu(propose, "/api/conservation/echus" + (apres.isEmpty() ? "" : "?apres=" + apres));
            tout.append(page.get("ensembles"));
            apres = page.get("suite").isNull() ? "" : page.get("suite").asText();
        } while (!apres.isEmpty());
        return tout.toString();
    }

    @Test
    void the_archives_may_refuse_and_then_nothing_is_executed() throws Exception {
        regler("P1M", false);
        UUID id = proposee();
        accueil.poster(execute, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isConflict());
        accueil.poster(administrateur, "/api/conservation/eliminations/" + id + "/visa", version(id, "accorde", false, "par", "Archives", "le", horloge.aujourdhui().toString()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        accueil.poster(administrateur, "/api/conservation/eliminations/" + id + "/visa", version(id, "accorde", false, "par", "Archives", "le", horloge.aujourdhui().toString(),
                "motif", "À verser.")).andExpect(status().isNoContent());
        accueil.poster(execute, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isConflict());
        assertThat(jdbc.sql("select nom from enfant where id = ?").param(e.lea()).query(String.class).single()).isEqualTo(e.nom());
        // Refused, it may be proposed again one day.
        proposee();
    }

    @Test
    void a_file_that_is_handed_to_the_archives_waits_for_its_transfer() throws Exception {
        regler("P1M", false);
        jdbc.sql("update conservation_regle set sort_final = 'VERSEMENT' where source = 'ADMINISTRATEUR' and remplacee_le is null and genre = 'MESURE'").update();
        UUID id = proposee();
        Map<String, Object> visa = version(id, "accorde", true, "par", "Archives", "le", horloge.aujourdhui().toString(), "reference", "V1");
        accueil.poster(administrateur, "/api/conservation/eliminations/" + id + "/visa", visa).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", org.hamcrest.Matchers.hasItems("versementLe", "versementReference")));
        visa.put("versementLe", horloge.aujourdhui().toString());
        visa.put("versementReference", "Bordereau 1234 W");
        accueil.poster(administrateur, "/api/conservation/eliminations/" + id + "/visa", visa).andExpect(status().isNoContent());
    }

    @Test
    void what_opened_since_the_proposal_stops_everything() throws Exception {
        regler("P1M", false);
        UUID id = proposee();
        viser(id);
        jdbc.sql("""
                insert into mesure(id, numero, enfant_id, decision_id, origine, cadre, base_legale, produit, etat, unite_id, autorite, decidee_le, saisie_le)
                values (?, ?, ?, gen_random_uuid(), 'ORDONNANCE', 'JUDICIAIRE', 'AEMO', 'MEP', 'ATTENTE_EXERCICE', 'cdas-redon', 'JUGE_ENFANTS', current_date, now())""")
                .params(UUID.randomUUID(), "MES-ESSAI-" + e.mot(), e.lea()).update();
        accueil.poster(execute, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isConflict());
        assertThat(jdbc.sql("select etat from elimination where id = ?").param(id).query(String.class).single()).isEqualTo("VISEE");
        assertThat(jdbc.sql("select nom from enfant where id = ?").param(e.lea()).query(String.class).single()).isEqualTo(e.nom());
    }

    @Test
    void whoever_proposes_never_executes_and_who_has_not_the_duty_does_neither() throws Exception {
        regler("P1M", false);
        UUID ref = gens.de(Role.REF, "cdas-redon");
        accueil.poster(ref, "/api/conservation/eliminations", Map.of("enfants", List.of(e.lea()))).andExpect(status().isForbidden());
        // The administrator executes and records; files they do not see, they do not propose.
        accueil.poster(administrateur, "/api/conservation/eliminations", Map.of("enfants", List.of(e.lea()))).andExpect(status().isNotFound());
        UUID id = proposee();
        viser(id);
        accueil.poster(propose, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isForbidden());
        accueil.poster(ref, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isForbidden());
        assertThat(accueil.lu(administrateur, "/api/conservation/eliminations/" + id).get("enfants")).isEmpty();
        assertThat(accueil.lu(propose, "/api/conservation/eliminations/" + id).get("enfants")).hasSize(2);
    }

    @Test
    void after_the_purge_no_table_holds_a_name_or_a_word_of_the_file_what_was_counted_stays_and_the_journal_verifies() throws Exception {
        regler("P1M", false);
        Map<String, List<String>> ecarts = ecarts();
        remplir();
        UUID enPlus = gens.de(Role.REF, "cdas-redon");
        jdbc.sql("insert into filtre_enregistre(id, utilisateur_id, nom, criteres) values (?, ?, 'Mon filtre', cast(? as jsonb))")
                .params(UUID.randomUUID(), enPlus, "{\"q\": \"" + e.nom().toLowerCase() + "\", \"vue\": \"UNITE\"}").update();
        jdbc.sql("insert into brouillon(utilisateur_id, formulaire, sujet_id, contenu, enregistre_le) values (?, 'essai', ?, '\\x00', now())").params(enPlus, e.affaire().ip()).update();
        jdbc.sql("""
                insert into acces_exceptionnel(id, enfant_id, utilisateur_id, motif, unites, du, au) values (?, ?, ?, ?, 'x', now(), now() + interval '1 hour')""")
                .params(UUID.randomUUID(), e.lea(), enPlus, "Appel de la famille " + e.nom() + " " + e.mot()).update();
        Set<String> avant = tablesQuiDisent(e.nom(), e.mot());
        assertThat(avant).as("the search for words finds them before").contains("enfant", "mot_connu", "information_entrante", "rapport_section", "acte_evaluation", "mesure",
                "mesure_acte", "document", "evenement_texte", "autonomie_mot", "filtre_enregistre", "acces_exceptionnel", "nom_alternatif", "ressource_entourage", "decision_mineur")
                .hasSizeGreaterThan(35);
        UUID compteur = gens.de(Role.OBSERVATOIRE, null);
        String adresse = "/api/indicateurs/annees?du=" + (horloge.aujourdhui().getYear() - 1) + "&au=" + horloge.aujourdhui().getYear();
        String comptes = accueil.lu(compteur, adresse).toString();
        List<String> instances = jdbc.sql("select instance_id from processus_instance where sujet_id = any(?)")
                .param(gens.maison(() -> cles.dUnEnsemble(Set.of(e.lea(), e.tom()))).sujets().toArray(UUID[]::new)).query(String.class).list();
        assertThat(instances).isNotEmpty();

        UUID id = proposee();
        assertThat(PdfUa.defauts(octets(propose, id, "bordereau"))).isEmpty();
        viser(id);
        accueil.poster(execute, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isNoContent());

        assertThat(tablesQuiDisent(e.nom(), e.mot())).isEmpty();
        for (String instance : instances) {
            assertThat(tablesQuiDisent(instance)).isEmpty();
        }
        assertThat(accueil.lu(compteur, adresse).toString()).isEqualTo(comptes);
        assertThat(IdentiteCourante.en(Identite.systeme("essai"), () -> verification.verifier().intact())).isTrue();
        assertThat(ecarts()).isEqualTo(ecarts);

        JsonNode vue = accueil.lu(propose, "/api/conservation/eliminations/" + id);
        assertThat(vue.get("etat").asText()).isEqualTo("EXECUTEE");
        assertThat(vue.get("enfants")).isEmpty();
        assertThat(vue.get("comptes").get("mesure").asLong()).isOne();
        assertThat(vue.get("comptes").get("act_hi_procinst").asLong()).isPositive();
        byte[] certificat = octets(administrateur, id, "certificat");
        assertThat(PdfUa.defauts(certificat)).isEmpty();
        assertThat(LectureDossier.empreinte(certificat)).isEqualTo(vue.get("certificatSha256").asText());
        assertThat(ImprimerieDEssai.texte(certificat)).contains("Certificat d’élimination").contains("Visa 2026-17").contains("information_preoccupante")
                .contains(vue.get("releveSha256").asText()).doesNotContain(e.nom());
        ImprimerieDEssai.images(certificat, "elimination-certificat");
        // What remains of the child says only that.
        assertThat(accueil.lu(propose, "/api/enfants/" + e.lea()).get("identite").get("affiche").asText()).isEqualTo("Dossier éliminé");
        assertThat(accueil.poster(propose, "/api/enfants/recherche", Map.of("q", e.nom() + " Lea")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(e.lea().toString());
        assertThat(jdbc.sql("select quoi from journal_acces where sujet_id = ? and quoi like 'elimination.%' order by id").param(e.lea()).query(String.class).list())
                .containsExactly("elimination.proposer", "elimination.viser", "elimination.executer");
        // Done once.
        accueil.poster(execute, "/api/conservation/eliminations/" + id + "/execution", version(id)).andExpect(status().isConflict());
    }

    private byte[] octets(UUID qui, UUID id, String quoi) throws Exception {
        return accueil.lire(qui, "/api/conservation/eliminations/" + id + "/" + quoi).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    }

    private Map<String, List<String>> ecarts() {
        Map<String, List<String>> ecarts = new TreeMap<>();
        IdentiteCourante.en(Identite.systeme("essai"), () -> new TransactionTemplate(transactions).execute(statut -> {
            statut.setRollbackOnly();
            // The path written straight has no act to be folded from: its own check is left to its own tests.
            tables.stream().filter(t -> !t.nom().equals("autonomies")).forEach(t -> ecarts.put(t.nom(), t.ecarts().stream().map(x -> x.cle() + " " + x.quoi()).sorted().toList()));
            return null;
        }));
        return ecarts;
    }

    /** Every column of words of every table of the file says the word too, whatever screen writes it; what a rule of the table forbids is left. */
    private void remplir() throws Exception {
        Cles siennes = gens.maison(() -> cles.dUnEnsemble(Set.of(e.lea(), e.tom())));
        try (Connection c = DriverManager.getConnection(url, proprietaire, motDePasse)) {
            c.setAutoCommit(false);
            for (TableDuDossier t : catalogue.tables()) {
                if (t.sort() != TableDuDossier.Sort.EFFACEE || t.enDernier() && t.nom().equals("mot_connu")) {
                    continue;
                }
                List<String> colonnes = new ArrayList<>(t.lignes().stream().filter(l -> l.genre() == Colonne.Genre.VALEUR).flatMap(l -> l.colonnes().stream()).toList());
                if (!t.exportee()) {
                    colonnes.addAll(List.of("texte", "note", "message"));
                }
                for (String colonne : colonnes) {
                    if (!colonne.equals("numero")) {
                        ecrire(c, t, colonne, siennes);
                    }
                }
            }
            c.commit();
        }
    }

    private void ecrire(Connection c, TableDuDossier t, String colonne, Cles siennes) throws Exception {
        try (ResultSet type = c.createStatement().executeQuery("select 1 from information_schema.columns where table_schema = 'public' and table_name = '" + t.nom()
                + "' and column_name = '" + colonne + "' and data_type = 'text'")) {
            if (!type.next()) {
                return;
            }
        }
        String condition = t.condition();
        for (Map.Entry<String, Object> p : siennes.parametres().entrySet()) {
            String valeurs = p.getValue() instanceof UUID[] ids ? "cast('{" + String.join(",", java.util.Arrays.stream(ids).map(UUID::toString).toList()) + "}' as uuid[])"
                    : "cast('{}' as text[])";
            condition = condition.replaceAll(":" + p.getKey() + "\\b", valeurs);
        }
        Savepoint ici = c.setSavepoint();
        try (Statement s = c.createStatement()) {
            s.executeUpdate("update " + t.nom() + " t set " + colonne + " = concat(" + colonne + ", ' " + e.mot() + "') where " + colonne + " is not null and (" + condition + ")");
        } catch (java.sql.SQLException interdit) {
            c.rollback(ici);
        }
    }

    /** Every row of every table, as text, read by the owner. */
    private Set<String> tablesQuiDisent(String... mots) throws Exception {
        Set<String> trouvees = new TreeSet<>();
        try (Connection c = DriverManager.getConnection(url, proprietaire, motDePasse); Statement s = c.createStatement()) {
            List<String> toutes = new ArrayList<>();
            try (ResultSet l = s.executeQuery("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (l.next()) {
                    toutes.add(l.getString(1));
                }
            }
            for (String table : toutes) {
                for (String mot : mots) {
                    try (ResultSet l = s.executeQuery("select count(*) from " + table + " t where cast(t as text) ilike '%" + mot + "%' or cast(t as text) ilike '%"
                            + java.util.HexFormat.of().formatHex(mot.getBytes(StandardCharsets.UTF_8)) + "%'")) {
                        l.next();
                        if (l.getLong(1) > 0) {
                            trouvees.add(table);
                        }
                    }
                }
            }
        }
        return trouvees;
    }
}
