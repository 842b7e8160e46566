package fr.jalon.acces.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Forged filters, sorts, cursors and sizes: each query parameter of each reading of the OpenAPI documents is given what it should not hold.
 * Nothing breaks, nothing of the database is told, and nobody learns more than an honest question would.
 */
@TestIntegration
class FiltresForgesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FORGES = List.of("'; drop table tache; --", "nom desc, (select 1)", "1 or 1=1", "%", "\\", "\u0000", "-1", "99999999999999999999",
            "2147483647", "../../etc/passwd", "${jndi:ldap://x}", "<script>", "9999-99-99", "é".repeat(3000), "eyJrIjpbInggb3IgMT0xIl19", "[]", "{}", "null");

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private SpringDocConfigProperties reglages;

    @Test
    void whatever_a_filter_holds_nothing_breaks_and_nothing_of_the_database_is_told() throws Exception {
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        List<UUID> gensDe = List.of(superviseur, gens.de(Role.ADMINISTRATEUR, null), gens.de(Role.OBSERVATOIRE, null), gens.de(Role.REF, "cdas-redon"));
        List<String> fautes = new ArrayList<>();
        int essais = 0;
        for (SpringDocConfigProperties.GroupConfig groupe : reglages.getGroupConfigs()) {
            JsonNode document = JSON.readTree(mvc.perform(get("/api/openapi/" + groupe.getGroup()).with(gens.comme(superviseur))).andReturn().getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
            for (var chemin : document.path("paths").properties()) {
                JsonNode lecture = chemin.getValue().path("get");
                List<String> noms = new ArrayList<>();
                lecture.path("parameters").forEach(p -> {
                    if (p.path("in").asText().equals("query")) {
                        noms.add(p.path("name").asText());
                    }
                });
                for (String nom : noms) {
                    for (int i = 0; i < FORGES.size(); i++) {
                        essais++;
                        // Each forged value by somebody else in turn: four times as many calls would say no more.
                        MockHttpServletResponse r = lire(chemin.getKey(), noms, nom, FORGES.get(i), gensDe.get((essais + i) % gensDe.size()));
                        String texte = r.getContentAsString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                        if (r.getStatus() >= 500 || texte.contains("sqlstate") || texte.contains("syntax error") || texte.contains("java.lang") || texte.contains("sqlexception")) {
                            fautes.add(chemin.getKey() + " ? " + nom + " = " + FORGES.get(i).substring(0, Math.min(30, FORGES.get(i).length())) + " : " + r.getStatus());
                        }
                    }
                }
            }
        }
        assertThat(fautes).isEmpty();
        assertThat(essais).as("filters there are").isGreaterThan(500);
    }

    private MockHttpServletResponse lire(String chemin, List<String> noms, String forge, String valeur, UUID qui) throws Exception {
        var demande = get(ChampsInconnusIT.adresse(chemin)).with(gens.comme(qui));
        for (String nom : noms) {
            String autre = switch (nom) {
                case "sujetType" -> "IP";
                case "taille" -> "10";
                default -> null;
            };
            if (nom.equals(forge)) {
                demande.queryParam(nom, valeur);
            } else if (autre != null) {
                demande.queryParam(nom, autre);
            }
        }
        return mvc.perform(demande).andReturn().getResponse();
    }
}
