package fr.jalon.mesure.attente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The reads of the board, on rows written by hand: figures told exactly, sight, pages. */
@TestIntegration
class AttenteIT {

    private static final String ICI = "cdas-fictif-5";
    private static final String AILLEURS = "cdas-fictif-6";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;
    @Autowired
    private ObjectMapper json;

    private MesuresEcrites mesures;
    private RequestPostProcessor ref;

    @BeforeEach
    void peupler() {
        mesures = new MesuresEcrites(jdbc, horloge.aujourdhui());
        mesures.effacer(ICI, AILLEURS);
        ref = gens.comme(gens.de(Role.REF, ICI));
    }

    @AfterEach
    void nettoyer() {
        mesures.effacer(ICI, AILLEURS);
    }

    @Test
    void the_board_counts_what_a_hand_would_count() throws Exception {
        UUID decision = UUID.randomUUID();
        mesures.attend(ICI).cadre("JUDICIAIRE").depuis(400).terme(-35).ecrire();
        mesures.attend(ICI).cadre("JUDICIAIRE").depuis(320).terme(40).service("svc-apase").ecrire();
        mesures.attend(ICI).cadre("ADMINISTRATIF").depuis(300).terme(41).decision(decision).ne(horloge.aujourdhui().minusMonths(8)).ecrire();
        mesures.attend(ICI).cadre("ADMINISTRATIF").depuis(300).decision(decision).ecrire();
        mesures.attend(ICI).etat("ATTENTE_ACCORD").cadre("ADMINISTRATIF").depuis(20).terme(345).ecrire();
        mesures.attend(ICI).etat("EXERCEE").cadre("ADMINISTRATIF").depuis(200).terme(100).ecrire();
        mesures.attend(AILLEURS).cadre("ADMINISTRATIF").depuis(10).ecrire();

        mvc.perform(get("/api/attente").with(ref)).andExpect(status().isOk())
                .andExpect(jsonPath("$.attendent").value(4)).andExpect(jsonPath("$.accord").value(1))
                .andExpect(jsonPath("$.sansService").value(3)).andExpect(jsonPath("$.moinsDeDeuxAns").value(1))
                .andExpect(jsonPath("$.enFratrie").value(2)).andExpect(jsonPath("$.derriere").value(2))
                .andExpect(jsonPath("$.depassees").value(0)).andExpect(jsonPath("$.ageMedian").value(310))
                .andExpect(jsonPath("$.agePlusAncien").value(400))
                .andExpect(jsonPath("$.bandes[?(@.code == 'DEPASSE')].nombre").value(1))
                .andExpect(jsonPath("$.bandes[?(@.code == 'J40')].nombre").value(1))
                .andExpect(jsonPath("$.bandes[?(@.code == 'J90')].nombre").value(1))
                .andExpect(jsonPath("$.bandes[?(@.code == 'SANS_TERME')].nombre").value(1))
                .andExpect(jsonPath("$.cadres[?(@.code == 'JUDICIAIRE')].nombre").value(2))
                .andExpect(jsonPath("$.services[?(@.code == '-')].nombre").value(3))
                .andExpect(jsonPath("$.unites.length()").value(1)).andExpect(jsonPath("$.lignes[0].jours").value(-35))
                .andExpect(jsonPath("$.lignes[0].position").value(1)).andExpect(jsonPath("$.lignes[2].freres").value(1));
        mvc.perform(get("/api/attente?accord=true").with(ref)).andExpect(jsonPath("$.attendent").value(1));
    }

    @Test
    void every_share_opens_a_list_as_long_as_it_says() throws Exception {
        String[] cadres = {"JUDICIAIRE", "ADMINISTRATIF"};
        String[] produits = {"MEP", "PAD", "AEDFG"};
        int[] termes = {-200, -1, 0, 40, 41, 90, 91, 180, 181, 400};
        for (int i = 0; i < 60; i++) {
            mesures.attend(i % 7 == 0 ? AILLEURS : ICI).cadre(cadres[i % 2]).produit(produits[i % 3]).depuis(200 + i * 3 % 50)
                    .terme(termes[i % termes.length]).service(i % 5 == 0 ? "svc-apase" : null).ecrire();
        }
        RequestPostProcessor superviseur = gens.comme(gens.de(Role.SUPERVISEUR, null));
        for (String filtre : List.of("", "&produit=MEP", "&cadre=JUDICIAIRE&service=-", "&bande=J40", "&unite=" + ICI)) {
            JsonNode tableau = lire("/api/attente?tri=TERME" + filtre, superviseur);
            for (String part : List.of("bandes:bande", "unites:unite", "produits:produit", "cadres:cadre", "services:service")) {
                String critere = part.split(":")[1];
                String sans = filtre.replaceAll("&" + critere + "=[^&]*", "");
                for (JsonNode p : tableau.get(part.split(":")[0])) {
                    assertThat(lire("/api/attente?tri=TERME" + sans + "&" + critere + "=" + p.get("code").asText(), superviseur).get("attendent").asLong())
                            .as(filtre + " " + critere + " " + p.get("code")).isEqualTo(p.get("nombre").asLong());
                }
            }
        }
    }

    @Test
    void pages_follow_each_other_in_each_sort_without_losing_or_repeating_a_measure() throws Exception {
        for (int i = 0; i < 23; i++) {
            mesures.attend(ICI).depuis(100 + i % 4).terme(i % 5 == 0 ? null : 30 + i % 3).ecrire();
        }
        for (TriAttente tri : TriAttente.values()) {
            List<String> vues = new ArrayList<>();
            String apres = "";
            do {
                JsonNode page = lire("/api/attente?taille=5&tri=" + tri + "&apres=" + apres, ref);
                assertThat(page.get("attendent").asLong()).isEqualTo(23);
                page.get("lignes").forEach(l -> vues.add(l.get("id").asText()));
                apres = page.get("suivante").isNull() ? null : page.get("suivante").asText();
            } while (apres != null);
            assertThat(vues).hasSize(23).doesNotHaveDuplicates();
        }
        mvc.perform(get("/api/attente?apres=nimporte").with(ref)).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void brothers_and_sisters_of_two_decisions_are_marked_and_a_broken_tie_is_not() throws Exception {
        UUID a = mesures.attend(ICI).depuis(50).ecrire();
        UUID b = mesures.attend(ICI).depuis(40).ecrire();
        UUID c = mesures.attend(ICI).depuis(30).ecrire();
        mesures.fratrie(a, b, false);
        mesures.fratrie(b, c, true);

        JsonNode lignes = lire("/api/attente", ref).get("lignes");
        assertThat(lignes.findValuesAsText("freres")).containsExactly("1", "1", "0");
    }

    @Test
    void a_place_proposed_by_the_house_itself_or_before_this_wait_began_is_read_all_the_same() throws Exception {
        UUID ancienne = mesures.attend(ICI).depuis(90).ecrire();
        UUID recente = mesures.attend(ICI).depuis(30).ecrire();
        UUID revenue = mesures.attend(ICI).depuis(10).ecrire();
        for (UUID m : List.of(recente, revenue)) {
            jdbc.sql("insert into attente_rang(mesure_id, rang, motif, propose_le) values (?, 1, 'Essai', ?)")
                    .params(m, java.sql.Timestamp.from(horloge.maintenant().minusSeconds(86_400L * 20))).update();
        }

        JsonNode lignes = lire("/api/attente", ref).get("lignes");
        assertThat(lignes.findValuesAsText("id")).containsExactly(recente.toString(), ancienne.toString(), revenue.toString());
        assertThat(lignes.get(0).get("proposition").get("par").isNull()).isTrue();
        assertThat(lignes.get(2).get("proposition").isNull()).isTrue();
    }

    @Test
    void each_sees_the_waiting_list_of_their_territory_and_a_service_or_an_evaluator_none() throws Exception {
        mesures.attend(AILLEURS).depuis(12).ecrire();

        mvc.perform(get("/api/attente").with(ref)).andExpect(jsonPath("$.attendent").value(0));
        mvc.perform(get("/api/attente?unite=" + AILLEURS).with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(jsonPath("$.attendent").value(1));
        for (Role role : List.of(Role.EVALUATEUR, Role.OBSERVATOIRE, Role.ADMINISTRATEUR)) {
            mvc.perform(get("/api/attente").with(gens.comme(gens.de(role, role == Role.EVALUATEUR ? ICI : null)))).andExpect(status().isForbidden());
        }
        RequestPostProcessor service = gens.comme(gens.de(Role.SERVICE_HABILITE, "svc-apase"));
        for (String adresse : List.of("", "/places", "/exercees", "/exercees/mesures")) {
            mvc.perform(get("/api/attente" + adresse).with(service)).andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail").value(containsString("liste d’attente")));
        }
    }

    @Test
    void exercised_measures_are_told_by_product_and_service_with_the_terms_ahead() throws Exception {
        mesures.attend(ICI).etat("EXERCEE").service("svc-apase").depuis(300).terme(30).ecrire();
        mesures.attend(ICI).etat("EXERCEE").service("svc-apase").depuis(300).terme(90).ecrire();
        mesures.attend(ICI).etat("SUSPENDUE").service("svc-apase").depuis(300).terme(91).ecrire();
        mesures.attend(ICI).etat("EXERCEE").service("svc-apase").depuis(400).terme(-1).ecrire();
        mesures.attend(ICI).etat("EXERCEE").produit("AEDFG").exercice("UNITE").depuis(100).ecrire();
        mesures.attend(AILLEURS).etat("EXERCEE").service("svc-apase").depuis(300).terme(3).ecrire();

        mvc.perform(get("/api/attente/exercees").with(ref)).andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].produit").value("AEDFG")).andExpect(jsonPath("$[0].serviceNom").value("CDAS"))
                .andExpect(jsonPath("$[1].exercees").value(3)).andExpect(jsonPath("$[1].suspendues").value(1))
                .andExpect(jsonPath("$[1].termePasse").value(1)).andExpect(jsonPath("$[1].termes30").value(1))
                .andExpect(jsonPath("$[1].termes90").value(2));
    }

    @Test
    void every_figure_of_the_exercised_measures_opens_the_list_it_counts_page_after_page() throws Exception {
        for (int i = 0; i < 24; i++) {
            mesures.attend(ICI).etat(i % 5 == 0 ? "SUSPENDUE" : "EXERCEE").service(i % 3 == 0 ? "svc-semo" : "svc-apase").depuis(400)
                    .terme(i % 7 == 0 ? null : -20 + 8 * i).ecrire();
        }
        mesures.attend(AILLEURS).etat("EXERCEE").service("svc-apase").depuis(400).terme(3).ecrire();
        for (JsonNode l : lire("/api/attente/exercees", ref)) {
            Map<String, String> figures = Map.of("EXERCEES", "exercees", "SUSPENDUES", "suspendues", "TERME_PASSE", "termePasse", "TERMES_30", "termes30",
                    "TERMES_90", "termes90");
            for (Map.Entry<String, String> f : figures.entrySet()) {
                JsonNode page = lire("/api/attente/exercees/mesures?taille=200&produit=MEP&service=" + l.get("service").asText() + "&tranche=" + f.getKey(), ref);
                assertThat(page.get("total").asInt()).as(f.getKey()).isEqualTo(l.get(f.getValue()).asInt()).isEqualTo(page.get("lignes").size());
            }
        }
        List<String> vues = new ArrayList<>();
        String apres = "";
        do {
            JsonNode page = lire("/api/attente/exercees/mesures?taille=5&apres=" + apres, ref);
            assertThat(page.get("total").asInt()).isEqualTo(24);
            page.get("lignes").forEach(m -> vues.add(m.get("id").asText()));
            apres = page.get("suivante").isNull() ? null : page.get("suivante").asText();
        } while (apres != null);
        assertThat(vues).hasSize(24).doesNotHaveDuplicates();
        mvc.perform(get("/api/attente/exercees/mesures?apres=x_y").with(ref)).andExpect(status().isUnprocessableEntity());
    }

    private JsonNode lire(String adresse, RequestPostProcessor qui) throws Exception {
        return json.readTree(mvc.perform(get(adresse).with(qui)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
