package fr.jalon.mesure.attente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestIntegration
class CapacitesIT {

    private static final String ICI = "cdas-fictif-2";

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

    @Autowired
    private Departement departement;

    private String service;
    private LocalDate jour;
    private UUID administrateur;

    @BeforeEach
    void ouvrirUnService() {
        service = "svc-essai-" + UUID.randomUUID();
        jdbc.sql("insert into unite(id, nom, type) values (?, 'Service d’essai', 'SERVICE')").param(service).update();
        departement.oublier();
        jour = horloge.aujourdhui();
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
    }

    /** Contrat départemental, fiche 19 : 36 et 320 places de MEP, 56 + 30 + 78 + 5 de PAD, 312 d’AEDFG, 801 ouvertes depuis 2020. */
    @Test
    void an_empty_database_is_born_with_the_places_the_contract_prints_by_year() {
        assertThat(ouvertes("MEP", 2019)).isEqualTo(36);
        assertThat(ouvertes("MEP", 2020)).isEqualTo(320);
        assertThat(ouvertes("PAD", 2020)).isEqualTo(56);
        assertThat(ouvertes("PAD", 2021)).isEqualTo(30);
        assertThat(ouvertes("PAD", 2022)).isEqualTo(78);
        assertThat(ouvertes("PAD", 2023)).isEqualTo(5);
        assertThat(ouvertes("AEDFG", 2021)).isEqualTo(312);
        assertThat(jdbc.sql("select sum(places) from capacite where du >= date '2020-01-01' and du < date '2024-01-01' and source like '%contrat%'")
                .query(Integer.class).single()).isEqualTo(801);
    }

    private int ouvertes(String produit, int annee) {
        return jdbc.sql("select sum(places) from capacite where produit = ? and extract(year from du) = ? and source like '%contrat%'")
                .params(produit, annee).query(Integer.class).single();
    }

    @Test
    void rows_open_on_a_day_add_up_and_any_past_day_can_be_read_again() throws Exception {
        ouvrir(administrateur, saisie(10, jour.minusYears(2), jour.minusYears(1))).andExpect(status().isCreated());
        ouvrir(administrateur, saisie(4, jour.minusMonths(3), null)).andExpect(status().isCreated());
        ouvrir(administrateur, saisie(5, jour.minusMonths(2), null)).andExpect(status().isCreated());
        ouvrir(administrateur, saisie(7, jour.plusMonths(1), null)).andExpect(status().isCreated());

        assertThat(placesAu(jour)).isEqualTo("9");
        assertThat(placesAu(jour.minusMonths(18))).isEqualTo("10");
        assertThat(placesAu(jour.minusMonths(6))).isEmpty();
        assertThat(placesAu(jour.plusMonths(2))).isEqualTo("16");
        assertThat(jdbc.sql("select count(*) from evenement where type = 'capacite.modifiee' and dimensions ->> 'service' = ?").param(service)
                .query(Long.class).single()).isEqualTo(4);
    }

    @Test
    void a_past_occupancy_is_that_of_the_periods_of_the_day_and_todays_that_of_the_measures() throws Exception {
        ouvrir(administrateur, saisie(10, jour.minusYears(2), null)).andExpect(status().isCreated());
        periode("EXERCEE", jour.minusDays(100), jour.minusDays(10));
        periode("EXERCEE", jour.minusDays(50), null);
        periode("ATTENTE_EXERCICE", jour.minusDays(60), jour.minusDays(50));
        new MesuresEcrites(jdbc, jour).attend(ICI).etat("EXERCEE").service(service).depuis(50).terme(12).ecrire();

        mvc.perform(get("/api/attente/places?le=" + jour.minusDays(55)).with(gens.comme(gens.de(Role.REF, ICI)))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].exercees").value(1))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].reservees").value(1))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].libres").value(8));
        mvc.perform(get("/api/attente/places?unite=" + ICI).with(gens.comme(gens.de(Role.REF, ICI))))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].exercees").value(1))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].libresIci").value(9))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].occupation").value(10))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].termes30").value(1));
    }

    @Test
    void ending_places_that_children_are_on_asks_why_and_a_stale_version_is_told() throws Exception {
        ouvrir(administrateur, saisie(1, jour.minusYears(1), null)).andExpect(status().isCreated());
        UUID ligne = jdbc.sql("select id from capacite where service_id = ?").param(service).query(UUID.class).single();
        new MesuresEcrites(jdbc, jour).attend(ICI).etat("EXERCEE").service(service).depuis(50).ecrire();

        finir(ligne, Map.of("version", 0, "au", jour.minusYears(2))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        finir(ligne, Map.of("version", 0)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        finir(ligne, Map.of("version", 0, "au", jour)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("PLACES_OCCUPEES"));
        finir(ligne, Map.of("version", 0, "au", jour, "motifs", Map.of("PLACES_OCCUPEES", "Fermeture du service."))).andExpect(status().isNoContent());
        finir(ligne, Map.of("version", 0, "au", jour)).andExpect(status().isConflict());
        finir(UUID.randomUUID(), Map.of("version", 0, "au", jour)).andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_is_told_at_its_field_all_at_once() throws Exception {
        Map<String, Object> fausse = new HashMap<>(Map.of("service", "nulle-part", "produit", "INCONNU", "unite", "ailleurs", "places", -1,
                "du", jour, "au", jour.minusDays(1)));
        ouvrir(administrateur, fausse).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ").value(org.hamcrest.Matchers.containsInAnyOrder("service", "produit", "unite", "places", "au")));
    }

    @Test
    void places_are_kept_by_who_administers_or_supervises_the_departement() throws Exception {
        ouvrir(gens.de(Role.SUPERVISEUR, null), saisie(3, jour, null)).andExpect(status().isCreated());
        ouvrir(gens.de(Role.SUPERVISEUR, ICI), saisie(3, jour, null)).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("tout le département")));
        ouvrir(gens.de(Role.REF, ICI), saisie(3, jour, null)).andExpect(status().isForbidden());
        mvc.perform(get("/api/attente/capacites").with(gens.comme(gens.de(Role.REF, ICI)))).andExpect(status().isForbidden());
        mvc.perform(get("/api/attente/capacites").with(gens.comme(administrateur))).andExpect(status().isOk())
                .andExpect(jsonPath("$.services[?(@.code == 'svc-apase')].libelle").value("APASE"));
    }

    private void periode(String genre, LocalDate debut, LocalDate fin) {
        jdbc.sql("""
                insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, unite_id, dimensions, debut, fin)
                values (gen_random_uuid(), gen_random_uuid(), :genre, 'MESURE', gen_random_uuid(), :unite,
                    jsonb_build_object('service', cast(:service as text), 'produit', 'MEP'), :debut, :fin)""")
                .param("genre", genre).param("unite", ICI).param("service", service).param("debut", debut).param("fin", fin).update();
    }

    private String placesAu(LocalDate le) throws Exception {
        var lignes = json.readTree(mvc.perform(get("/api/attente/places?le=" + le).with(gens.comme(gens.de(Role.REF, ICI)))).andReturn().getResponse()
                .getContentAsString());
        for (var l : lignes) {
            if (service.equals(l.get("service").asText())) {
                return l.get("places").asText();
            }
        }
        return "";
    }

    private Map<String, Object> saisie(int places, LocalDate du, LocalDate au) {
        Map<String, Object> s = new HashMap<>(Map.of("service", service, "produit", "MEP", "places", places, "du", du));
        s.put("au", au);
        return s;
    }

    private ResultActions ouvrir(UUID qui, Map<String, Object> corps) throws Exception {
        return mvc.perform(post("/api/attente/capacites").with(gens.comme(qui)).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(corps)));
    }

    private ResultActions finir(UUID ligne, Map<String, Object> corps) throws Exception {
        return mvc.perform(post("/api/attente/capacites/" + ligne + "/fin").with(gens.comme(administrateur)).contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(corps)));
    }
}
