package fr.jalon.acces.mur;

import static fr.jalon.ip.reception.Accueil.enfant;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.dossier.Berceau;
import fr.jalon.essai.BaseDEssai;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that live: what the application's data source gives to plain SQL, the rule left out, as they move between units. */
@TestIntegration
class MurDesDossiersIT {

    private static final String ICI = "cdas-redon";
    private static final String LOIN = "cdas-fougeres";
    private static final String AILLEURS = "cdas-semnon";

    private static final String IP = "select count(*) from information_preoccupante where id = ?";
    private static final String FAITS = "select count(*) from information_entrante where ip_id = ? and faits <> ''";
    private static final String NOMS = "select count(*) from enfant e join mineur_concerne m on m.enfant_id = e.id where m.ip_id = ?";

    @Autowired
    private Accueil accueil;
    @Autowired
    private Berceau berceau;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private DataSource source;
    @Autowired
    private PlatformTransactionManager transactions;
    @Value("${spring.datasource.url}")
    private String url;

    private UUID assistante;

    @BeforeEach
    void arriver() {
        assistante = gens.de(Role.ASSISTANTE_IP, ICI);
    }

    @Test
    void a_file_moved_to_another_unit_is_read_there_and_no_longer_by_the_former() throws Exception {
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        accueil.confier(assistante, ip, LOIN, Map.of()).andExpect(status().isNoContent());
        UUID avant = gens.de(Role.EVALUATEUR, LOIN);
        UUID apres = gens.de(Role.EVALUATEUR, AILLEURS);
        for (String sql : List.of(IP, FAITS, NOMS)) {
            assertThat(lit(avant, sql, ip)).as(sql).isOne();
            assertThat(lit(apres, sql, ip)).as(sql).isZero();
        }

        long version = jdbc.sql("select version from information_preoccupante where id = ?").param(ip).query(Long.class).single();
        accueil.poster(assistante, "/api/ip/" + ip + "/unite", Map.of("version", version, "unite", AILLEURS, "motif", "Déménagement."))
                .andExpect(status().isNoContent());

        for (String sql : List.of(IP, FAITS, NOMS)) {
            assertThat(lit(avant, sql, ip)).as(sql).isZero();
            assertThat(lit(apres, sql, ip)).as(sql).isOne();
        }
    }

    @Test
    void a_mandate_to_a_second_unit_opens_the_file_to_it_and_to_nobody_else() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        Map<String, Object> famille = famille(enfant("Kerboull", "Maiwenn", "2016-05-04"));
        famille.put("foyers", List.of(Map.of("cle", "f1", "principal", true, "nouveau", Map.of("commune", "Redon", "uniteId", ICI)),
                Map.of("cle", "f2", "principal", false, "nouveau", Map.of("commune", "Fougères", "uniteId", LOIN))));
        saisie.put("famille", famille);
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante, saisie));
        UUID seconde = gens.de(Role.EVALUATEUR, LOIN);
        assertThat(lit(seconde, IP, ip)).isZero();

        accueil.confier(assistante, ip, ICI, Map.of("uniteAssociee", LOIN)).andExpect(status().isNoContent());

        for (String sql : List.of(IP, FAITS, NOMS)) {
            assertThat(lit(seconde, sql, ip)).as(sql).isOne();
            assertThat(lit(gens.de(Role.EVALUATEUR, ICI), sql, ip)).as(sql).isOne();
            assertThat(lit(gens.de(Role.EVALUATEUR, AILLEURS), sql, ip)).as(sql).isZero();
        }
        String adresses = "select count(*) from foyer f join foyer_enfant fe on fe.foyer_id = f.id join mineur_concerne m on m.enfant_id = fe.enfant_id where m.ip_id = ?";
        assertThat(lit(seconde, adresses, ip)).isEqualTo(2);
        assertThat(lit(gens.de(Role.EVALUATEUR, AILLEURS), adresses, ip)).isZero();
    }

    @Test
    void a_match_on_a_restricted_file_is_silent_under_the_search_too_and_reaches_those_named() throws Exception {
        UUID enfant = berceau.enfant("Quemenerven", "Tifenn", "2014-03-05", ICI);
        UUID designe = gens.de(Role.REF, ICI);
        UUID collegue = gens.de(Role.REF, ICI);
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        String nom = "select count(*) from enfant where id = ? and nom <> ''";
        String mots = "select count(*) from enfant_mot where enfant_id = ?";
        assertThat(lit(collegue, nom, enfant)).isOne();
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(enfant, designe).update();

        accueil.poster(collegue, "/api/enfants/recherche", Map.of("q", "quemenerven tifenn 05/03/2014")).andExpect(status().isOk())
                .andExpect(jsonPath("$.cartes.length()").value(0));
        for (UUID qui : List.of(collegue, direction)) {
            assertThat(lit(qui, nom, enfant)).isZero();
            assertThat(lit(qui, mots, enfant)).isZero();
        }
        assertThat(lit(designe, nom, enfant)).isOne();
        accueil.lire(designe, "/api/enfants/alertes").andExpect(jsonPath("$[0].enfantId").value(enfant.toString()));
    }

    @Test
    void an_exceptional_access_opens_that_child_and_ends() {
        UUID enfant = berceau.enfant("Goasdoue", "Ewenn", "2013-02-03", LOIN);
        UUID agent = gens.de(Role.REF, ICI);
        String nom = "select count(*) from enfant where id = ?";
        assertThat(lit(agent, nom, enfant)).isZero();
        jdbc.sql("insert into acces_exceptionnel(id, enfant_id, utilisateur_id, motif, unites, du, au) values (gen_random_uuid(), ?, ?, repeat('x', 20), ?, now(), now() + interval '1 hour')")
                .params(enfant, agent, ICI).update();
        assertThat(lit(agent, nom, enfant)).isOne();
        jdbc.sql("update acces_exceptionnel set du = du - interval '2 hours', au = au - interval '2 hours' where utilisateur_id = ?").param(agent).update();
        assertThat(lit(agent, nom, enfant)).isZero();
    }

    @Test
    void the_settings_of_somebody_end_with_their_transaction() {
        UUID agent = gens.de(Role.REF, ICI);
        UUID enfant = berceau.enfant("Le Guevel", "Nolann", "2013-02-03", ICI);
        assertThat(lit(agent, "select count(*) from enfant where id = ?", enfant)).isOne();
        for (String reglage : List.of("acteur", "unites", "departement", "maison", "ouverts", "proches", "compte")) {
            assertThat(JdbcClient.create(source).sql("select coalesce(current_setting('jalon." + reglage + "', true), '')").query(String.class).single()).isEmpty();
        }
    }

    /** Trigram operators are not leakproof: under a policy they would lose their index. The function stands over the wall, its tables' owner being its own. */
    @Test
    void fuzzy_search_stays_on_its_index() throws Exception {
        assertThat(jdbc.sql("""
                select p.prosecdef and p.proowner = (select relowner from pg_class where oid = 'mot_connu'::regclass)
                    and not (select rolname = 'jalon_app' from pg_roles where oid = p.proowner)
                from pg_proc p where p.proname = 'chercher_enfants'""").query(Boolean.class).single()).isTrue();
        for (String table : List.of("mot_connu", "enfant_mot", "enfant_recherche", "enfant")) {
            assertThat(jdbc.sql("select relforcerowsecurity from pg_class where oid = ?::regclass").param(table).query(Boolean.class).single()).as(table).isFalse();
        }
        berceau.enfant("Kerdranvat", "Solenn", "2012-01-01", ICI);
        try (Connection base = BaseDEssai.superutilisateur(url.substring(url.lastIndexOf('/') + 1))) {
            base.setAutoCommit(false);
            base.createStatement().execute("set local role jalon_proprietaire");
            base.createStatement().execute("insert into mot_connu(mot, cle, variantes) select md5(g::text), 'x', '{}' from generate_series(1, 20000) g");
            base.createStatement().execute("analyze mot_connu");
            base.createStatement().execute("set local enable_seqscan = off");
            String plan = String.join("\n", UnDossierPartout.textes(base, "explain select m.mot from mot_connu m where m.mot % 'kerdranva'"));
            assertThat(plan).contains("mot_connu_trigrammes");
            String porteurs = String.join("\n", UnDossierPartout.textes(base, "explain select em.enfant_id from enfant_mot em where em.mot = 'kerdranvat'"));
            assertThat(porteurs).contains("enfant_mot_pkey").doesNotContain("sujet_unite");
            base.rollback();
        }
    }

    @Test
    void the_house_has_an_identity_of_its_own_and_reads_what_its_work_needs() {
        UUID enfant = berceau.enfant("Troadecel", "Awen", "2013-02-03", LOIN);
        Long lu = IdentiteCourante.en(Identite.systeme("moteur"), () -> new TransactionTemplate(transactions).execute(
                s -> JdbcClient.create(source).sql("select count(*) from enfant where id = ?").param(enfant).query(Long.class).single()));
        assertThat(lu).isOne();
    }

    private long lit(UUID qui, String sql, UUID id) {
        return gens.en(qui, () -> new TransactionTemplate(transactions).execute(s -> JdbcClient.create(source).sql(sql).param(id).query(Long.class).single()));
    }
}
