package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.processus.Chantier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TestIntegration
class PilotageIT {

    /** Two teams no other test uses, so that figures can be told exactly. */
    private static final String ICI = "cdas-fictif-7";
    private static final String AILLEURS = "cdas-fictif-8";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Chantier chantier;
    @Autowired
    private Horloge horloge;
    @Autowired
    private ObjectMapper json;

    private RequestPostProcessor superviseur;

    @BeforeEach
    void peupler() {
        nettoyer();
        IdentiteCourante.poser(Identite.systeme("essai"));
        superviseur = gens.comme(gens.de(Role.SUPERVISEUR, ICI));
    }

    @AfterEach
    void nettoyer() {
        jdbc.sql("delete from tache where id like 'pilotage-%' or unite_id in (?, ?)").params(ICI, AILLEURS).update();
        jdbc.sql("delete from tache_suivi where tache_id not in (select id from tache)").update();
        jdbc.sql("delete from sujet_unite where unite_id in (?, ?)").params(ICI, AILLEURS).update();
        IdentiteCourante.poser(null);
    }

    @Test
    void figures_bars_units_and_steps_are_what_a_hand_would_count() throws Exception {
        tache(ICI, "designer", -3, false);
        tache(ICI, "designer", 0, false);
        tache(ICI, "decider", 15, false);
        tache(ICI, "decider", 16, false);
        tache(ICI, "evaluer", -100, true);
        tache(ICI, "evaluer", null, false);
        tache(AILLEURS, "evaluer", -1, false);

        mvc.perform(get("/api/pilotage").with(superviseur)).andExpect(status().isOk())
                .andExpect(jsonPath("$.chiffres[?(@.code == 'TOUS')].nombre").value(6))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'RETARD')].nombre").value(1))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'J15')].nombre").value(2))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'J30')].nombre").value(3))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'SANS_EVALUATEURS')].nombre").value(2))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'A_DECIDER')].nombre").value(2))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'CONSIGNE')].nombre").value(1))
                .andExpect(jsonPath("$.chiffres[?(@.code == 'RETARD_CONSIGNE')].nombre").value(1))
                .andExpect(jsonPath("$.barres[?(@.code == 'RETARD_PLUS_90')].retenus").value(1))
                .andExpect(jsonPath("$.barres[?(@.code == 'SANS_DATE')].nombre").value(1))
                .andExpect(jsonPath("$.unites.length()").value(1)).andExpect(jsonPath("$.unites[0].nom").value("CDAS secteur fictif G"))
                .andExpect(jsonPath("$.etapes[0].id").value("designer")).andExpect(jsonPath("$.constat").value(containsString("1 dossier est en retard")));
    }

    @Test
    void every_figure_opens_a_list_as_long_as_it_says_whatever_the_filters() throws Exception {
        int[] jours = {-200, -91, -90, -61, -60, -31, -30, -1, 0, 15, 16, 30, 31, 60, 61, 300};
        for (String etape : List.of("designer", "evaluer", "decider")) {
            for (int j : jours) {
                tache(ICI, etape, j, j % 3 == 0);
            }
            tache(ICI, etape, null, false);
        }
        tache(AILLEURS, "decider", -5, false);
        JsonNode tableau = lire("/api/pilotage", superviseur);
        for (Chiffre chiffre : Chiffre.values()) {
            assertThat(liste("?chiffre=" + chiffre, superviseur)).as(chiffre.name()).isEqualTo(nombre(tableau, "chiffres", chiffre.name()));
            for (Tranche tranche : Tranche.values()) {
                long dansLesDeux = liste("?chiffre=" + chiffre + "&tranche=" + tranche, superviseur);
                assertThat(dansLesDeux).isLessThanOrEqualTo(nombre(tableau, "barres", tranche.name()));
            }
            for (JsonNode etape : tableau.get("etapes")) {
                assertThat(liste("?chiffre=" + chiffre + "&etape=" + etape.get("id").asText(), superviseur))
                        .as(chiffre + " " + etape.get("id")).isEqualTo(etape.get("chiffres").get(chiffre.name()).asLong());
            }
        }
        for (Tranche tranche : Tranche.values()) {
            assertThat(liste("?tranche=" + tranche, superviseur)).as(tranche.name()).isEqualTo(nombre(tableau, "barres", tranche.name()));
        }
        assertThat(Arrays.stream(Tranche.values()).mapToLong(t -> nombre(tableau, "barres", t.name())).sum()).isEqualTo(51);
    }

    @Test
    void pages_follow_each_other_without_losing_or_repeating_a_file() throws Exception {
        for (int i = 0; i < 23; i++) {
            tache(ICI, "evaluer", i % 4 == 0 ? null : i % 5, false);
        }
        List<String> vus = new ArrayList<>();
        String apres = "";
        do {
            JsonNode page = lire("/api/pilotage/dossiers?taille=5&apres=" + apres, superviseur);
            assertThat(page.get("total").asLong()).isEqualTo(23);
            page.get("dossiers").forEach(d -> vus.add(d.get("tacheId").asText()));
            apres = page.get("suivante").isNull() ? null : page.get("suivante").asText();
        } while (apres != null);
        assertThat(vus).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void a_file_says_days_used_and_left_and_who_holds_it() throws Exception {
        Sujet ip = chantier.enEvaluation(ICI, ICI);
        jdbc.sql("update information_preoccupante set recue_le = ? where id = ?")
                .params(Timestamp.from(horloge.aujourdhui().minusDays(40).atTime(9, 0).atZone(horloge.zone()).toInstant()), ip.id()).update();
        jdbc.sql("update tache set date_legale = ? where sujet_id = ?").params(horloge.aujourdhui().plusDays(50), ip.id()).update();
        UUID evaluateur = gens.de(Role.EVALUATEUR, ICI);
        mvc.perform(get("/api/pilotage/dossiers").with(superviseur)).andExpect(jsonPath("$.dossiers[0].titulaire").value(org.hamcrest.Matchers.nullValue()));
        String tache = jdbc.sql("select id from tache where sujet_id = ?").param(ip.id()).query(String.class).single();
        mvc.perform(post("/api/pilotage/affectations").with(superviseur).contentType("application/json")
                .content("{\"taches\":[\"" + tache + "\"],\"utilisateurId\":\"" + evaluateur + "\"}")).andExpect(status().isNoContent());

        mvc.perform(get("/api/pilotage/dossiers").with(superviseur)).andExpect(jsonPath("$.dossiers[0].joursEcoules").value(40))
                .andExpect(jsonPath("$.dossiers[0].joursRestants").value(50)).andExpect(jsonPath("$.dossiers[0].titulaireId").value(evaluateur.toString()))
                .andExpect(jsonPath("$.dossiers[0].etapeLibelle").value("Évaluer et rendre le rapport"));
        mvc.perform(get("/api/pilotage/charges?unite=" + ICI).with(superviseur))
                .andExpect(jsonPath("$.personnes[?(@.id == '" + evaluateur + "')].dossiers").value(1));
        mvc.perform(get("/api/pilotage/charges").with(superviseur)).andExpect(jsonPath("$.unites[0].prises").value(1))
                .andExpect(jsonPath("$.unites[0].libres").value(0));
        assertThat(liste("?titulaire=" + evaluateur, superviseur)).isOne();
        assertThat(liste("?libres=true", superviseur)).isZero();
    }

    @Test
    void days_used_left_and_late_are_added_up_by_team_and_people_are_counted_over_the_whole_territory() throws Exception {
        UUID evaluateur = gens.de(Role.EVALUATEUR, ICI);
        int[][] recusEtLegales = {{40, 50}, {100, -10}, {3, 87}};
        String premiere = null;
        for (int[] r : recusEtLegales) {
            Sujet ip = chantier.enEvaluation(ICI, ICI);
            jdbc.sql("update information_preoccupante set recue_le = ? where id = ?")
                    .params(Timestamp.from(horloge.aujourdhui().minusDays(r[0]).atTime(23, 30).atZone(horloge.zone()).toInstant()), ip.id()).update();
            jdbc.sql("update tache set date_legale = ? where sujet_id = ?").params(horloge.aujourdhui().plusDays(r[1]), ip.id()).update();
            premiere = premiere != null ? premiere : jdbc.sql("select id from tache where sujet_id = ?").param(ip.id()).query(String.class).single();
        }
        affecter(superviseur, evaluateur, premiere, premiere, 204);
        for (String adresse : List.of("/api/pilotage/jours", "/api/pilotage/jours?unite=" + ICI)) {
            mvc.perform(get(adresse).with(superviseur)).andExpect(status().isOk()).andExpect(jsonPath("$.length()").value(1))
                    .andExpect(jsonPath("$[0].id").value(ICI)).andExpect(jsonPath("$[0].dossiers").value(3))
                    .andExpect(jsonPath("$[0].consommes").value(143)).andExpect(jsonPath("$[0].restants").value(137))
                    .andExpect(jsonPath("$[0].retard").value(10));
        }
        mvc.perform(get("/api/pilotage/charges/personnes").with(superviseur)).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == '" + evaluateur + "')].dossiers").value(1)).andExpect(jsonPath("$[0].id").isEmpty())
                .andExpect(jsonPath("$[0].dossiers").value(2)).andExpect(jsonPath("$[0].retard").value(1));
    }

    @Test
    void several_files_change_hands_at_once_or_none_does() throws Exception {
        String un = tacheReelle(ICI);
        String deux = tacheReelle(ICI);
        UUID evaluateur = gens.de(Role.EVALUATEUR, ICI);
        mvc.perform(get("/api/pilotage/affectables?taches=" + un + "," + deux).with(superviseur))
                .andExpect(jsonPath("$[?(@.id == '" + evaluateur + "')]").exists());
        affecter(superviseur, evaluateur, un, deux, 204);
        assertThat(titulaires(un, deux)).containsOnly(evaluateur);

        String loin = tacheReelle(AILLEURS);
        UUID autre = gens.de(Role.EVALUATEUR, ICI);
        affecter(superviseur, autre, un, loin, 403);
        affecter(superviseur, gens.de(Role.REF, ICI), un, deux, 422);
        assertThat(titulaires(un, deux)).containsOnly(evaluateur);
        mvc.perform(post("/api/pilotage/affectations").with(superviseur).contentType("application/json")
                .content("{\"taches\":[],\"utilisateurId\":\"" + autre + "\"}")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void supervision_is_asked_at_each_address_and_somebody_elses_unit_is_refused() throws Exception {
        String tache = tacheReelle(ICI);
        for (Role role : Role.values()) {
            if (role == Role.SUPERVISEUR) {
                continue;
            }
            RequestPostProcessor autre = gens.comme(gens.de(role, ICI));
            for (String adresse : List.of("", "/dossiers", "/charges", "/charges/personnes", "/jours", "/motifs", "/motifs/dossiers?code=CHARGE", "/affectables?taches=" + tache)) {
                mvc.perform(get("/api/pilotage" + adresse).with(autre)).andExpect(status().isForbidden());
            }
            affecter(autre, UUID.randomUUID(), tache, tache, 403);
        }
        for (String adresse : List.of("?", "/dossiers?", "/charges?", "/jours?", "/motifs?", "/motifs/dossiers?code=CHARGE&")) {
            mvc.perform(get("/api/pilotage" + adresse + "unite=" + AILLEURS).with(superviseur)).andExpect(status().isForbidden());
        }
    }

    @Test
    void the_whole_departement_sees_what_each_territory_sees() throws Exception {
        tache(ICI, "evaluer", -3, false);
        tache(AILLEURS, "evaluer", -3, false);
        RequestPostProcessor direction = gens.comme(gens.de(Role.SUPERVISEUR, null));
        JsonNode tableau = lire("/api/pilotage", direction);
        Set<String> unites = new HashSet<>();
        tableau.get("unites").forEach(u -> unites.add(u.get("id").asText()));
        assertThat(unites).contains(ICI, AILLEURS);
        assertThat(liste("?chiffre=RETARD&unite=" + AILLEURS, direction)).isOne();
        assertThat(liste("?chiffre=RETARD", direction)).isEqualTo(nombre(tableau, "chiffres", "RETARD"));
    }

    @Test
    void a_task_of_my_unit_on_a_file_i_may_not_see_is_not_counted() throws Exception {
        tache(ICI, "evaluer", 5, false);
        jdbc.sql("delete from sujet_unite where unite_id = ?").param(ICI).update();
        assertThat(liste("", superviseur)).isZero();
        assertThat(nombre(lire("/api/pilotage", superviseur), "chiffres", "TOUS")).isZero();
    }

    @Test
    void reasons_of_late_reports_are_counted_and_open_their_files() throws Exception {
        Sujet ip = chantier.enEvaluation(ICI, ICI);
        remise(ip, "EVALUATEUR_ABSENT", Instant.now());
        Sujet autre = chantier.enEvaluation(ICI, ICI);
        remise(autre, "EVALUATEUR_ABSENT", Instant.now());
        remise(chantier.enEvaluation(ICI, ICI), "CHARGE", Instant.now().minus(java.time.Duration.ofDays(500)));
        remise(chantier.enEvaluation(AILLEURS, AILLEURS), "CHARGE", Instant.now());

        mvc.perform(get("/api/pilotage/motifs").with(superviseur)).andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].libelle").value("Évaluateur absent")).andExpect(jsonPath("$[0].nombre").value(2));
        mvc.perform(get("/api/pilotage/motifs/dossiers?code=EVALUATEUR_ABSENT").with(superviseur)).andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.dossiers.length()").value(2)).andExpect(jsonPath("$.dossiers[0].motif").value("Évaluateur absent"));
    }

    private void remise(Sujet ip, String motif, Instant le) {
        jdbc.sql("insert into remise_rapport(id, ip_id, rendu_le, saisie_le, motif_depassement) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), ip.id(), Timestamp.from(le), Timestamp.from(le), motif).update();
    }

    private void affecter(RequestPostProcessor qui, UUID a, String un, String deux, int statut) throws Exception {
        mvc.perform(post("/api/pilotage/affectations").with(qui).contentType("application/json")
                .content("{\"taches\":[\"" + un + "\",\"" + deux + "\"],\"utilisateurId\":\"" + a + "\"}")).andExpect(status().is(statut));
    }

    private List<UUID> titulaires(String... taches) {
        return jdbc.sql("select titulaire_id from tache_suivi where tache_id = any(?)").param(taches).query(UUID.class).list();
    }

    private String tacheReelle(String unite) {
        return jdbc.sql("select id from tache where sujet_id = ?").param(chantier.enEvaluation(unite, unite).id()).query(String.class).single();
    }

    /** A row of the list without file behind it: figures read nothing else. */
    private void tache(String unite, String etape, Integer jours, boolean consigne) {
        UUID sujet = UUID.randomUUID();
        jdbc.sql("""
                insert into tache(id, sujet_type, sujet_id, ip_id, cle, etape, etape_rang, mission, unite_id, reference, cree_le, date_legale, en_consigne)
                values (?, 'IP', ?, ?, 'information-preoccupante', ?, 1, 'evaluation', ?, 'IP-ESSAI', now(), ?, ?)""")
                .params("pilotage-" + sujet, sujet, sujet, etape, unite, jours == null ? null : horloge.aujourdhui().plusDays(jours), consigne).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('IP', ?, ?, 'PILOTE')").params(sujet, unite).update();
    }

    private long liste(String criteres, RequestPostProcessor qui) throws Exception {
        JsonNode page = lire("/api/pilotage/dossiers" + criteres + (criteres.isEmpty() ? "?" : "&") + "taille=200", qui);
        if (page.get("suivante").isNull()) {
            assertThat(page.get("dossiers")).hasSize(page.get("total").asInt());
        }
        return page.get("total").asLong();
    }

    private static long nombre(JsonNode tableau, String ou, String code) {
        for (JsonNode c : tableau.get(ou)) {
            if (c.get("code").asText().equals(code)) {
                return c.get("nombre").asLong();
            }
        }
        throw new AssertionError(code);
    }

    private JsonNode lire(String adresse, RequestPostProcessor qui) throws Exception {
        return json.readTree(mvc.perform(get(adresse).with(qui)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
