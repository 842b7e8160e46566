package fr.jalon.mesure.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Berceau;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a service that exercises measures sees and works: its own measures, and nothing else of the same children. */
@TestIntegration
@TestPropertySource(properties = "jalon.essai=accueil")
class ServiceHabiliteIT {

    private static final String ICI = "cdas-redon";
    private static final String SERVICE = "svc-familial";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private ChantierAccueil chantier;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private UUID service;
    private UUID enfant;
    private UUID mesure;
    private UUID ailleurs;
    private LocalDate jour;

    @BeforeEach
    void une_mesure_affectee_et_une_autre_ailleurs() {
        service = gens.de(Role.SERVICE_HABILITE, SERVICE);
        jour = horloge.aujourdhui();
        enfant = berceau.enfant("Penduff", "Goulven", "2015-05-04", ICI);
        mesure = chantier.placement(enfant, ICI, SERVICE, jour.minusDays(40));
        ailleurs = chantier.placement(berceau.enfant("Penduff", "Nolwenn", "2013-05-04", ICI), ICI, "svc-cde", jour.minusDays(30));
    }

    @Test
    void it_lists_opens_starts_modulates_reports_and_places_its_own_measure() throws Exception {
        mvc.perform(get("/api/mesures").param("taille", "200").with(gens.comme(service))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[*].id", hasItem(mesure.toString()))).andExpect(jsonPath("$.lignes[*].id", not(hasItem(ailleurs.toString()))));
        ouvrir(mesure).andExpect(status().isOk()).andExpect(jsonPath("$.enfant.affiche", containsString("Goulven")))
                .andExpect(jsonPath("$.enfant.visible").value(false)).andExpect(jsonPath("$.ipId").value(nullValue()))
                .andExpect(jsonPath("$.possibles", hasItem("DEMARRER"))).andExpect(jsonPath("$.possibles", not(hasItem("TERMINER"))));
        agir("/demarrage", "\"le\":\"" + jour.minusDays(10) + "\"").andExpect(status().isOk()).andExpect(jsonPath("$.etat").value("EXERCEE"));
        agir("/modulations", "\"le\":\"" + jour.minusDays(5) + "\",\"lieu\":\"LIEU_ACCUEIL\",\"compteRendu\":\"Rencontre de tous\"").andExpect(status().isOk());
        agir("/rapports", "\"le\":\"" + jour.minusDays(1) + "\",\"nature\":\"SITUATION\",\"texte\":\"Va bien\"").andExpect(status().isOk());
        agir("/accueil/lieux", "\"nature\":\"PRINCIPAL\",\"type\":\"FAMILLE_ACCUEIL\",\"du\":\"" + jour.minusDays(10) + "\"").andExpect(status().isCreated());
        agir("/fin", "\"le\":\"" + jour + "\",\"motif\":\"TERME\",\"suite\":\"AUCUNE\"").andExpect(status().isForbidden());
        agir("/renouvellement", "\"le\":\"" + jour + "\",\"autorite\":\"JUGE_ENFANTS\",\"duree\":\"P1Y\"").andExpect(status().isForbidden());
    }

    @Test
    void its_tasks_are_those_of_its_measures_and_no_other() throws Exception {
        String liste = mvc.perform(get("/api/taches").with(gens.comme(service))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(liste).contains(mesure.toString()).doesNotContain(ailleurs.toString());
    }

    @Test
    void another_service_s_measure_does_not_exist_whatever_is_asked_of_it_and_each_refusal_is_journaled() throws Exception {
        ouvrir(ailleurs).andExpect(status().isNotFound());
        for (String adresse : List.of("/api/dessins/MESURE/" + ailleurs, "/api/mesures/" + ailleurs + "/accueil",
                "/api/mesures/" + ailleurs + "/personnes?genre=MESURE")) {
            mvc.perform(get(adresse).with(gens.comme(service))).andExpect(status().isNotFound());
        }
        mvc.perform(post("/api/mesures/" + ailleurs + "/demarrage").with(gens.comme(service)).contentType("application/json")
                .content("{\"version\":0,\"le\":\"" + jour + "\"}")).andExpect(status().isNotFound());
        assertThat(refus(ailleurs)).hasSize(5);
    }

    @Test
    void the_child_s_file_its_timeline_its_documents_and_its_ip_do_not_exist_for_it() throws Exception {
        UUID ip = chantier.faire(() -> jdbc.sql("select id from information_preoccupante order by recue_le desc limit 1").query(UUID.class).optional().orElse(null));
        for (String adresse : List.of("/api/enfants/" + enfant, "/api/enfants/" + enfant + "/frise", "/api/enfants/" + enfant + "/entourage")) {
            mvc.perform(get(adresse).with(gens.comme(service))).andExpect(status().isNotFound());
        }
        assertThat(refus(enfant)).hasSizeGreaterThanOrEqualTo(3);
        mvc.perform(get("/api/documents").param("sujetType", "ENFANT").param("sujetId", enfant.toString()).with(gens.comme(service))).andExpect(status().isNotFound());
        mvc.perform(multipart("/api/documents").file(new MockMultipartFile("fichier", "a.pdf", "application/pdf", "%PDF-1.7\n".getBytes()))
                .param("sujetType", "ENFANT").param("sujetId", enfant.toString()).param("genre", "COURRIER").with(gens.comme(service))).andExpect(status().isNotFound());
        mvc.perform(get("/api/ip/" + (ip == null ? UUID.randomUUID() : ip)).with(gens.comme(service))).andExpect(status().isNotFound());
        mvc.perform(get("/api/ip").param("numero", "").with(gens.comme(service))).andExpect(jsonPath("$.lignes", hasSize(0)));
    }

    @Test
    void it_searches_no_child_and_finds_its_own_measures_by_number() throws Exception {
        mvc.perform(post("/api/enfants/recherche").with(gens.comme(service)).contentType("application/json")
                .content("{\"q\":\"penduff goulven\",\"naissance\":null,\"partiel\":false,\"limite\":5}")).andExpect(status().isForbidden());
        chercher("penduff goulven").andExpect(status().isOk()).andExpect(jsonPath("$.enfants", hasSize(0))).andExpect(jsonPath("$.dossiers", hasSize(0)));
        chercher(numero(mesure)).andExpect(jsonPath("$.dossiers[*].id", contains(mesure.toString())));
        chercher(numero(ailleurs)).andExpect(jsonPath("$.dossiers", hasSize(0)));
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and genre = 'RECHERCHE'").param(service).query(Long.class).single()).isEqualTo(3);
        assertThat(jdbc.sql("select quoi from journal_acces where utilisateur_id = ? and genre = 'REFUS'").param(service).query(String.class).list())
                .containsExactly("enfant.rechercher");
    }

    @Test
    void nothing_of_the_territory_or_of_the_counts_is_open_to_it() throws Exception {
        for (String adresse : List.of("/api/pilotage", "/api/indicateurs")) {
            int statut = mvc.perform(get(adresse).with(gens.comme(service))).andReturn().getResponse().getStatus();
            assertThat(statut).as(adresse).isIn(403, 404);
        }
        mvc.perform(get("/api/mesures/preparation").param("enfant", enfant.toString()).with(gens.comme(service))).andExpect(status().isForbidden());
        mvc.perform(get("/api/attente").with(gens.comme(service))).andExpect(content().string(not(containsString("Nolwenn"))));
    }

    @Test
    void once_the_measure_is_over_it_is_out_of_its_sight() throws Exception {
        chantier.demarrer(mesure, jour.minusDays(20));
        ouvrir(mesure).andExpect(status().isOk());
        UUID ref = gens.de(Role.REF, ICI);
        mvc.perform(post("/api/mesures/" + mesure + "/fin").with(gens.comme(ref)).contentType("application/json").content("{\"version\":" + version()
                + ",\"le\":\"" + jour + "\",\"motif\":\"MAINLEVEE\",\"suite\":\"AUCUNE\"}")).andExpect(status().isOk());
        ouvrir(mesure).andExpect(status().isNotFound());
        mvc.perform(get("/api/mesures/" + mesure + "/accueil").with(gens.comme(service))).andExpect(status().isNotFound());
    }

    private ResultActions ouvrir(UUID id) throws Exception {
        return mvc.perform(get("/api/mesures/" + id).with(gens.comme(service)));
    }

    private ResultActions agir(String suite, String champs) throws Exception {
        return mvc.perform(post("/api/mesures/" + mesure + suite).with(gens.comme(service)).contentType("application/json").content("{\"version\":" + version() + "," + champs + "}"));
    }

    private ResultActions chercher(String q) throws Exception {
        return mvc.perform(post("/api/enfants/recherche-globale").with(gens.comme(service)).contentType("application/json")
                .content("{\"q\":\"" + q + "\",\"naissance\":null,\"partiel\":true,\"limite\":6}"));
    }

    private List<String> refus(UUID sujet) {
        return jdbc.sql("select quoi from journal_acces where sujet_id = ? and genre = 'REFUS'").param(sujet).query(String.class).list();
    }

    private String numero(UUID id) {
        return jdbc.sql("select numero from mesure where id = ?").param(id).query(String.class).single();
    }

    private long version() {
        return jdbc.sql("select version from mesure where id = ?").param(mesure).query(Long.class).single();
    }
}
