package fr.jalon.ip.reception;

import static fr.jalon.ip.reception.Accueil.connu;
import static fr.jalon.ip.reception.Accueil.enfant;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is asked twice in the life of a file. */
@TestIntegration
class DejaConnuIT {

    private static final String UNITE = "cdas-redon";

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID assistante;
    private UUID zoe;
    private UUID malo;

    @BeforeEach
    void recevoir() throws Exception {
        assistante = gens.de(Role.ASSISTANTE_IP, UNITE);
        Map<String, Object> saisie = accueil.saisie();
        Map<String, Object> famille = famille(enfant("Lemoine", "Zoé", "2016-05-04"), enfant("Lemoine", "Malo", "2019-02-11"));
        famille.put("titulaires", List.of(
                Map.of("cle", "m", "nouveau", Map.of("nom", "Lemoine", "prenoms", "Anne", "telephone", "06 00 00 00 01"), "qualite", "MERE", "exercice", "CONJOINT"),
                Map.of("cle", "p", "nouveau", Map.of("nom", "Essai", "prenoms", "Paul"), "qualite", "PERE", "exercice", "CONJOINT", "enfants", List.of("e0"))));
        famille.put("foyers", List.of(
                Map.of("cle", "f1", "principal", true, "adultes", List.of("m"), "nouveau", Map.of("adresse", "2 rue cachée", "codePostal", "35600",
                        "commune", "Redon", "uniteId", UNITE, "adresseProtegee", true)),
                Map.of("cle", "f2", "principal", false, "adultes", List.of("p"), "enfants", List.of("e0"),
                        "nouveau", Map.of("adresse", "5 rue connue", "codePostal", "35000", "commune", "Rennes"))));
        saisie.put("famille", famille);
        UUID information = accueil.recevoir(assistante, saisie);
        List<UUID> enfants = jdbc.sql("select enfant_id from information_mineur where information_id = ? order by ordre").param(information)
                .query(UUID.class).list();
        zoe = enfants.get(0);
        malo = enfants.get(1);
    }

    @Test
    void what_a_file_says_is_offered_and_a_withheld_address_is_not_told() throws Exception {
        JsonNode connu = entourage(zoe);
        assertThat(connu.get("source").asText()).isEqualTo("Zoé Lemoine");
        assertThat(connu.get("titulaires").findValuesAsText("affiche")).containsExactlyInAnyOrder("Anne Lemoine", "Paul Essai");
        JsonNode principal = connu.get("foyers").get(0);
        assertThat(principal.get("adresseProtegee").asBoolean()).isTrue();
        assertThat(principal.get("adresse").isNull() && principal.get("unite").isNull()).isTrue();
        assertThat(principal.get("adultes").get(0).get("affiche").asText()).isEqualTo("Anne Lemoine");
        assertThat(connu.get("foyers").get(1).get("adresse").asText()).isEqualTo("5 rue connue, 35000 Rennes");
        assertThat(connu.get("proches").get(0).get("enfantId").asText()).isEqualTo(malo.toString());
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and genre = 'OUVERTURE' and sujet_id = ?")
                .params(assistante, zoe).query(Long.class).single()).isOne();
    }

    @Test
    void another_territory_learns_nothing_of_it() throws Exception {
        accueil.lire(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres"), "/api/enfants/" + zoe + "/entourage").andExpect(status().isNotFound());
    }

    @Test
    void a_child_out_of_sight_is_not_named_by_its_id_and_is_told_like_one_that_does_not_exist() throws Exception {
        UUID ailleurs = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        Map<String, Object> saisie = accueil.saisie();
        for (UUID id : List.of(zoe, UUID.randomUUID())) {
            saisie.put("famille", famille(enfant("Essai", "Neuf", "2018-01-02"), connu(id)));
            accueil.poster(ailleurs, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.erreurs.length()").value(1)).andExpect(jsonPath("$.erreurs[0].champ").value("famille.enfants[1].enfantId"))
                    .andExpect(jsonPath("$.erreurs[0].message").value("Cet enfant n’est pas dans les dossiers que vous pouvez ouvrir : cherchez-le à nouveau."));
        }
        assertThat(jdbc.sql("select unite_id from sujet_unite where sujet_type = 'ENFANT' and sujet_id = ?").param(zoe).query(String.class).list())
                .containsExactly(UNITE);
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and genre = 'REFUS' and sujet_id = ?").params(ailleurs, zoe)
                .query(Long.class).single()).isOne();
    }

    @Test
    void an_adult_or_a_home_out_of_sight_is_not_named_by_its_id_and_is_told_like_one_that_does_not_exist() throws Exception {
        JsonNode connu = entourage(zoe);
        UUID ailleurs = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        for (String adulte : List.of(adulte(connu, "Anne Lemoine"), UUID.randomUUID().toString())) {
            Map<String, Object> saisie = accueil.saisie();
            Map<String, Object> famille = famille(enfant("Essai", "Neuf", "2018-01-02"));
            famille.put("titulaires", List.of(Map.of("cle", "m", "adulteId", adulte, "qualite", "MERE", "exercice", "CONJOINT")));
            saisie.put("famille", famille);
            accueil.poster(ailleurs, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.erreurs[0].champ").value("famille.titulaires[0].adulteId"));
        }
        for (String foyer : List.of(connu.get("foyers").get(0).get("foyerId").asText(), UUID.randomUUID().toString())) {
            Map<String, Object> saisie = accueil.saisie();
            Map<String, Object> famille = famille(enfant("Essai", "Neuf", "2018-01-02"));
            famille.put("foyers", List.of(Map.of("cle", "f", "foyerId", foyer, "principal", true)));
            saisie.put("famille", famille);
            accueil.poster(ailleurs, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.erreurs[0].champ").value("famille.foyers[0].foyerId"));
        }
    }

    @Test
    void the_page_of_an_information_tells_no_withheld_address() throws Exception {
        UUID information = jdbc.sql("select information_id from information_mineur where enfant_id = ?").param(zoe).query(UUID.class).single();
        accueil.lire(assistante, "/api/informations/" + information).andExpect(status().isOk())
                .andExpect(jsonPath("$.foyers[?(@.adresseProtegee == true)].adresse", everyItem(nullValue())))
                .andExpect(jsonPath("$.foyers[?(@.adresseProtegee == true)].commune", everyItem(nullValue())))
                .andExpect(jsonPath("$.foyers[?(@.adresseProtegee == false)].commune", hasItem("Rennes")));
    }

    @Test
    void a_restricted_child_is_named_by_its_holders_only() throws Exception {
        jdbc.sql("update enfant set restreint = true where id = ?").param(zoe).update();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(connu(zoe)));
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("famille.enfants[0].enfantId"));
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(zoe, assistante).update();
        accueil.recevoir(assistante, saisie);
    }

    @Test
    void what_is_kept_is_not_doubled_and_serves_another_child_of_the_form() throws Exception {
        JsonNode connu = entourage(zoe);
        String mere = adulte(connu, "Anne Lemoine");
        String foyer = connu.get("foyers").get(0).get("foyerId").asText();
        Map<String, Object> saisie = accueil.saisie();
        Map<String, Object> famille = famille(connu(zoe), enfant("Lemoine", "Iris", "2024-01-05"));
        // The same adult named twice for one child is one tie.
        famille.put("titulaires", List.of(Map.of("cle", "m", "adulteId", mere, "qualite", "MERE", "exercice", "CONJOINT"),
                Map.of("cle", "m2", "adulteId", mere, "qualite", "MERE", "exercice", "CONJOINT")));
        famille.put("foyers", List.of(Map.of("cle", "f", "foyerId", foyer, "principal", true, "adultes", List.of("m"))));
        saisie.put("famille", famille);
        UUID information = accueil.recevoir(assistante, saisie);

        UUID iris = jdbc.sql("select enfant_id from information_mineur where information_id = ? and ordre = 1").param(information).query(UUID.class).single();
        for (UUID enfant : List.of(zoe, iris)) {
            assertThat(jdbc.sql("select count(*) from autorite_parentale where enfant_id = ? and adulte_id = ?::uuid").params(enfant, mere)
                    .query(Long.class).single()).isOne();
            assertThat(jdbc.sql("select principal from foyer_enfant where enfant_id = ? and foyer_id = ?::uuid and au is null").params(enfant, foyer)
                    .query(Boolean.class).list()).containsExactly(true);
        }
        assertThat(jdbc.sql("select count(*) from foyer_adulte where foyer_id = ?::uuid and adulte_id = ?::uuid").params(foyer, mere)
                .query(Long.class).single()).isOne();
    }

    @Test
    void somebody_who_left_a_home_is_said_so_with_a_date_and_the_file_remembers() throws Exception {
        JsonNode connu = entourage(zoe);
        String second = connu.get("foyers").get(1).get("foyerId").asText();
        String principal = connu.get("foyers").get(0).get("foyerId").asText();
        Map<String, Object> saisie = accueil.saisie();
        Map<String, Object> famille = famille(connu(zoe));
        famille.put("departs", List.of(Map.of("foyerId", second, "le", "2999-01-01")));
        saisie.put("famille", famille);
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("famille.departs[0].le"));

        famille.put("departs", List.of(Map.of("foyerId", second, "le", "2026-01-15"),
                Map.of("foyerId", principal, "adulteId", adulte(connu, "Anne Lemoine"))));
        accueil.recevoir(assistante, saisie);

        assertThat(jdbc.sql("select au::text from foyer_enfant where enfant_id = ? and foyer_id = ?::uuid").params(zoe, second).query(String.class).single())
                .isEqualTo("2026-01-15");
        assertThat(entourage(zoe).get("foyers").findValuesAsText("foyerId")).containsExactly(principal);
        assertThat(jdbc.sql("select au is not null from foyer_adulte where foyer_id = ?::uuid").param(principal).query(Boolean.class).single()).isTrue();
    }

    @Test
    void an_earlier_ip_about_other_children_is_found_by_number_or_child_and_linked() throws Exception {
        UUID information = accueil.recevoir(assistante);
        UUID ancienne = accueil.qualifier(assistante, jdbc.sql("select information_id from information_mineur where enfant_id = ?").param(zoe)
                .query(UUID.class).single());
        String numero = jdbc.sql("select numero from information_preoccupante where id = ?").param(ancienne).query(String.class).single();
        String chemin = "/api/informations/" + information + "/ip-anterieures";
        accueil.poster(assistante, chemin, Map.of("numero", numero)).andExpect(jsonPath("$[0].id").value(ancienne.toString()))
                .andExpect(jsonPath("$[0].enfants[0]").value("Zoé Lemoine")).andExpect(jsonPath("$[0].joignable").value(true));
        accueil.poster(assistante, chemin, Map.of("enfantId", malo)).andExpect(jsonPath("$[0].id").value(ancienne.toString()));
        accueil.poster(assistante, chemin, Map.of()).andExpect(jsonPath("$").isEmpty());
        accueil.poster(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres"), chemin, Map.of("numero", numero)).andExpect(status().isNotFound());

        UUID ip = accueil.qualifier(assistante, information, Map.of("ipId", ancienne));
        assertThat(jdbc.sql("select suite_de from ip_liee where ip_id = ?").param(ip).query(UUID.class).list()).containsExactly(ancienne);
    }

    private JsonNode entourage(UUID enfant) throws Exception {
        return accueil.lu(assistante, "/api/enfants/" + enfant + "/entourage");
    }

    private static String adulte(JsonNode connu, String affiche) {
        for (JsonNode t : connu.get("titulaires")) {
            if (t.get("affiche").asText().equals(affiche)) {
                return t.get("adulteId").asText();
            }
        }
        throw new AssertionError(affiche);
    }
}
