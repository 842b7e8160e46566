package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestIntegration
class FusionIT {

    private static final String ICI = "cdas-redon";
    private static final String AUTRE = "cdas-semnon";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private RechercheEnfants recherche;
    @Autowired
    private IndexNomsDerive index;
    @Autowired
    private JdbcClient jdbc;

    private UUID superviseur;

    @BeforeEach
    void un_superviseur() {
        superviseur = gens.de(Role.SUPERVISEUR, null);
    }

    @Test
    void effects_are_shown_first_then_two_files_are_one_and_the_undo_leaves_everything_as_before() throws Exception {
        UUID conserve = berceau.enfant("Daoudalle", "Ewen", "2015-03-02", ICI);
        UUID absorbe = berceau.enfant("Daoudal", "Ewen", "2015-03-02", AUTRE);
        UUID ip = ipDe(absorbe, AUTRE);
        Map<String, Object> avant = etat(conserve, absorbe);

        mvc.perform(get("/api/enfants/" + conserve + "/reunions/effets/" + absorbe).with(gens.comme(superviseur))).andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", hasItem("IP"))).andExpect(jsonPath("$[*].code", hasItem("UNITES")));
        String fusion = reunion(conserve, absorbe, "Même enfant, nom mal orthographié");

        assertThat(dossiers.canonique(absorbe)).isEqualTo(conserve);
        assertThat(dossiers.identites(conserve)).isEqualTo(Set.of(conserve, absorbe));
        // Found by either spelling, once; the IP is read at the kept file; the other address opens it too.
        assertThat(trouves("daoudal ewen")).containsExactly(conserve);
        mvc.perform(get("/api/enfants/" + absorbe).with(gens.comme(superviseur))).andExpect(jsonPath("$.id").value(conserve.toString()))
                .andExpect(jsonPath("$.enCours[0].id").value(ip.toString())).andExpect(jsonPath("$.reunions[0].id").value(fusion));
        mvc.perform(get("/api/enfants/" + absorbe + "/frise").with(gens.comme(superviseur)))
                .andExpect(jsonPath("$.faits[*].libelle", hasItem("Dossiers réunis")));
        // The unit that followed the other file opens the one that stands for it.
        mvc.perform(get("/api/enfants/" + conserve).with(gens.comme(gens.de(Role.REF, AUTRE)))).andExpect(status().isOk());

        mvc.perform(post("/api/reunions/" + fusion + "/annulation").with(gens.comme(superviseur)).contentType("application/json").content("{}"))
                .andExpect(status().isNoContent());
        assertThat(etat(conserve, absorbe)).isEqualTo(avant);
        assertThat(trouves("daoudal ewen")).containsExactlyInAnyOrder(conserve, absorbe);
        mvc.perform(get("/api/enfants/" + conserve).with(gens.comme(gens.de(Role.REF, AUTRE)))).andExpect(status().isNotFound());
        mvc.perform(post("/api/reunions/" + fusion + "/annulation").with(gens.comme(superviseur)).contentType("application/json").content("{}"))
                .andExpect(status().isConflict());
    }

    @Test
    void the_index_of_names_equals_its_source_through_merge_and_undo_and_is_made_again_from_it() throws Exception {
        UUID a = berceau.enfant("Peuziat", "Loeva", "2016-01-02", ICI);
        UUID b = berceau.enfant("Peuzia", "Loeva", "2016-01-02", ICI);
        String fusion = reunion(a, b, "Même enfant");
        assertThat(ecarts(a, b)).isEmpty();
        jdbc.sql("delete from enfant_mot where enfant_id = ?").param(a).update();
        assertThat(ecarts(a, b)).containsExactly(a.toString());
        IdentiteCourante.en(Identite.systeme("essai"), index::reconstruire);
        assertThat(ecarts(a, b)).isEmpty();
        mvc.perform(post("/api/reunions/" + fusion + "/annulation").with(gens.comme(superviseur)).contentType("application/json").content("{}"))
                .andExpect(status().isNoContent());
        assertThat(ecarts(a, b)).isEmpty();
    }

    @Test
    void once_somebody_acted_an_undo_asks_why() throws Exception {
        UUID a = berceau.enfant("Lozachmeur", "Tifenn", "2014-05-06", ICI);
        UUID b = berceau.enfant("Lozachmeur", "Tiphaine", "2014-05-06", ICI);
        String fusion = reunion(a, b, "Même enfant");
        UUID agent = gens.de(Role.RESPONSABLE_CDAS, ICI);
        mvc.perform(post("/api/enfants/" + a + "/noms").with(gens.comme(agent)).contentType("application/json").content("{\"nom\":\"Autre\",\"prenoms\":\"\"}"))
                .andExpect(status().isNoContent());
        mvc.perform(post("/api/enfants/" + a + "/foyers").with(gens.comme(agent)).contentType("application/json")
                .content("{\"foyer\":{\"commune\":\"Redon\",\"adresseProtegee\":false},\"principal\":true}")).andExpect(status().isNoContent());
        mvc.perform(post("/api/reunions/" + fusion + "/annulation").with(gens.comme(superviseur)).contentType("application/json").content("{}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("ACTES_DEPUIS"));
        mvc.perform(post("/api/reunions/" + fusion + "/annulation").with(gens.comme(superviseur)).contentType("application/json")
                .content("{\"motifs\":{\"ACTES_DEPUIS\":\"Deux jumelles\"}}")).andExpect(status().isNoContent());
        assertThat(dossiers.canonique(b)).isEqualTo(b);
    }

    @Test
    void a_merge_asks_for_the_right_a_reason_and_the_version_read() throws Exception {
        UUID a = berceau.enfant("Le Bozec", "Alan", "2012-01-01", ICI);
        UUID b = berceau.enfant("Le Bozec", "Allan", "2012-01-01", ICI);
        UUID c = berceau.enfant("Le Bozec", "Alann", "2012-01-01", AUTRE);
        UUID evaluateur = gens.de(Role.EVALUATEUR, ICI);
        reunir(evaluateur, a, b, 0, "motif").andExpect(status().isForbidden());
        UUID responsable = gens.de(Role.RESPONSABLE_CDAS, ICI);
        reunir(responsable, a, c, 0, "motif").andExpect(status().isNotFound());
        reunir(responsable, a, b, 0, " ").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        reunir(responsable, a, a, 0, "motif").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("absorbe"));
        reunir(responsable, a, b, 7, "motif").andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.quoi").isNotEmpty());
        reunir(responsable, a, b, 0, "motif").andExpect(status().isCreated());
        // A child already merged is merged no further.
        reunir(superviseur, c, b, 1, "motif").andExpect(status().isConflict());
    }

    @Test
    void a_restricted_file_stays_restricted_once_merged_and_its_holders_keep_it() throws Exception {
        UUID a = berceau.enfant("Kervella", "Iwan", "2013-01-01", ICI);
        UUID b = berceau.enfant("Kervela", "Iwan", "2013-01-01", ICI);
        UUID designe = gens.de(Role.RESPONSABLE_CDAS, ICI);
        jdbc.sql("update enfant set restreint = true where id = ?").param(b).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(b, designe).update();
        reunir(superviseur, a, b, 0, "motif").andExpect(status().isNotFound());
        String fusion = JsonPath.read(reunir(designe, a, b, 0, "motif").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id");
        mvc.perform(get("/api/enfants/" + a).with(gens.comme(superviseur))).andExpect(status().isNotFound());
        mvc.perform(get("/api/enfants/" + a).with(gens.comme(designe))).andExpect(status().isOk()).andExpect(jsonPath("$.identite.restreint").value(true));
        mvc.perform(post("/api/reunions/" + fusion + "/annulation").with(gens.comme(designe)).contentType("application/json").content("{}"))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/enfants/" + a).with(gens.comme(superviseur))).andExpect(status().isOk()).andExpect(jsonPath("$.identite.restreint").value(false));
    }

    @Test
    void probable_duplicates_are_listed_until_somebody_says_that_they_are_two() throws Exception {
        UUID a = berceau.enfant("Coatanlem", "Mael", "2017-08-09", ICI);
        UUID b = berceau.enfant("Coatanlem", "Maël", "2017-08-09", ICI);
        UUID responsable = gens.de(Role.RESPONSABLE_CDAS, ICI);
        String paire = "$.paires[?(@.a=='%s'||@.b=='%s')]".formatted(a, a);
        mvc.perform(get("/api/doublons").with(gens.comme(responsable))).andExpect(jsonPath(paire + ".memeNaissance").value(true));
        mvc.perform(get("/api/doublons").with(gens.comme(gens.de(Role.RESPONSABLE_CDAS, AUTRE)))).andExpect(jsonPath(paire).isEmpty());
        String ecarter = "{\"a\":\"%s\",\"b\":\"%s\",\"motif\":\"%s\"}";
        mvc.perform(post("/api/doublons/ecarter").with(gens.comme(responsable)).contentType("application/json").content(ecarter.formatted(b, a, "")))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/api/doublons/ecarter").with(gens.comme(responsable)).contentType("application/json").content(ecarter.formatted(b, a, "Cousins")))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/doublons").with(gens.comme(responsable))).andExpect(jsonPath(paire).isEmpty());
    }

    /** Of these two only: other tests write children their own way in the same database. */
    private List<String> ecarts(UUID a, UUID b) {
        return IdentiteCourante.en(Identite.systeme("essai"), index::ecarts).stream().map(e -> e.cle()).filter(Set.of(a.toString(), b.toString())::contains).toList();
    }

    private UUID ipDe(UUID enfant, String unite) {
        UUID information = UUID.randomUUID();
        UUID ip = UUID.randomUUID();
        jdbc.sql("""
                with i as (insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat)
                    values (:i, 'INF-ESSAI-' || :i, now(), now(), 'TELEPHONE', 'INFORMATION', 'ECOLE', 'faits', :u, 'QUALIFIEE') returning id)
                insert into information_preoccupante(id, numero, information_initiale_id, recue_le, qualifiee_le, unite_pilote, etat)
                select :ip, 'IP-ESSAI-' || :ip, i.id, now(), now(), :u, 'EN_EVALUATION' from i""").param("i", information).param("ip", ip).param("u", unite).update();
        jdbc.sql("insert into mineur_concerne(id, ip_id, enfant_id) values (?, ?, ?)").params(UUID.randomUUID(), ip, enfant).update();
        return ip;
    }

    /** All that the merge may touch, row by row, apart from versions and from what the merge itself keeps as its own history. */
    private Map<String, Object> etat(UUID... enfants) {
        Map<String, Object> etat = new java.util.LinkedHashMap<>();
        String[] ids = java.util.Arrays.stream(enfants).map(UUID::toString).toArray(String[]::new);
        List<String> tables = List.of("select id, nom, prenoms, restreint, fusionne_vers from enfant where id", "select * from enfant_mot where enfant_id",
                "select * from enfant_recherche where enfant_id", "select * from enfant_restriction where enfant_id",
                "select sujet_id, unite_id, titre from sujet_unite where sujet_id", "select * from doublon_probable where enfant_a",
                "select * from mineur_concerne where enfant_id", "select * from nom_alternatif where enfant_id");
        for (String table : tables) {
            List<String> lignes = new ArrayList<>(jdbc.sql(table + " = any (cast(? as uuid[]))").param(ids).query().listOfRows().stream().map(Object::toString).toList());
            lignes.sort(null);
            etat.put(table, lignes);
        }
        return etat;
    }

    private List<UUID> trouves(String ligne) {
        return gens.en(superviseur, () -> recherche.rechercher(ligne, null, false, 10)).cartes().stream().map(CarteEnfant::id).toList();
    }

    private String reunion(UUID conserve, UUID absorbe, String motif) throws Exception {
        return JsonPath.read(reunir(superviseur, conserve, absorbe, 0, motif).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id");
    }

    private ResultActions reunir(UUID qui, UUID conserve, UUID absorbe, long version, String motif) throws Exception {
        return mvc.perform(post("/api/enfants/" + conserve + "/reunions").with(gens.comme(qui)).contentType("application/json")
                .content("{\"version\":0,\"absorbe\":\"%s\",\"versionAbsorbe\":%d,\"motif\":\"%s\"}".formatted(absorbe, version, motif)));
    }
}
