package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The schéma of Charente-Maritime followed fiche by fiche: its calendar, its steps, its rows counted. */
@TestIntegration
@TestPropertySource(properties = "jalon.departement=17")
class SchemaIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;

    private JsonNode fiche(UUID qui, int numero) throws Exception {
        return accueil.lu(qui, "/api/schema").get("fiches").get(numero - 1);
    }

    private static Map<String, Object> etape(long version, Object etat, Object le, String texte) {
        Map<String, Object> d = new HashMap<>();
        d.put("version", version);
        d.put("etat", etat);
        d.put("le", le);
        d.put("texte", texte);
        return d;
    }

    @Test
    void the_twenty_fiches_stand_with_their_calendar_and_every_counted_row_of_them() throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        JsonNode page = accueil.lu(observatoire, "/api/schema");
        assertThat(page.get("fiches")).hasSize(20);
        JsonNode cessec = fiche(observatoire, 5);
        assertThat(cessec.get("du").asInt()).isEqualTo(2025);
        assertThat(cessec.get("au").asInt()).isEqualTo(2026);
        assertThat(cessec.get("lignes")).anyMatch(l -> l.get("code").asText().equals("17-F05-01") && l.get("comptee").asBoolean());
        page.get("fiches").forEach(f -> f.get("lignes").forEach(l -> {
            if (l.get("comptee").asBoolean()) {
                l.get("valeurs").forEach(v -> assertThat(v.get("valeur").isNull() && v.get("raison").isNull()).as(l.get("code").asText()).isFalse());
            }
        }));
    }

    @Test
    void a_step_is_dated_moves_the_fiche_and_is_cancelled_with_its_reason() throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        String adresse = "/api/schema/fiches/7/etapes";
        long version = fiche(observatoire, 7).get("version").asLong();
        accueil.poster(observatoire, adresse, etape(version, "EN_COURS", horloge.aujourdhui().plusDays(1), "Lancement.")).andExpect(jsonPath("$.erreurs[0].champ").value("le"));
        accueil.poster(observatoire, adresse, etape(version, "EN_COURS", horloge.aujourdhui(), " ")).andExpect(jsonPath("$.erreurs[0].champ").value("texte"));
        accueil.poster(observatoire, adresse, etape(version, "FAITE", horloge.aujourdhui(), "Guide remis aux référents.")).andExpect(status().isNoContent());
        accueil.poster(observatoire, adresse, etape(version, "EN_COURS", horloge.aujourdhui(), "Lu avant.")).andExpect(status().isConflict());
        JsonNode faite = fiche(observatoire, 7);
        assertThat(faite.get("etat").asText()).isEqualTo("FAITE");
        String id = faite.get("etapes").get(0).get("id").asText();
        accueil.poster(observatoire, adresse + "/" + id + "/annulation", Map.of("version", version + 1, "motif", "Autre fiche.")).andExpect(status().isNoContent());
        assertThat(fiche(observatoire, 7).get("etat").asText()).isEqualTo("A_LANCER");
        assertThat(fiche(observatoire, 7).get("etapes").get(0).get("annuleeMotif").asText()).isEqualTo("Autre fiche.");
        accueil.poster(observatoire, "/api/schema/fiches/99/etapes", etape(0, "FAITE", horloge.aujourdhui(), "Rien.")).andExpect(status().isNotFound());
        UUID agent = gens.de(Role.REF, "dt-saintes");
        accueil.lire(agent, "/api/schema").andExpect(status().isForbidden());
        accueil.poster(gens.de(Role.SUPERVISEUR, null), adresse, etape(version, "FAITE", horloge.aujourdhui(), "Non.")).andExpect(status().isForbidden());
    }

    @Test
    void every_calendar_is_within_its_schema() {
        assertThat(PlanSchema.lire("17").orElseThrow().fiches()).hasSize(20);
        assertThat(PlanSchema.lire("22").orElseThrow().fiches()).hasSize(47);
        assertThat(PlanSchema.lire("61").orElseThrow().fiches()).hasSize(12);
        assertThat(PlanSchema.lire("35")).isEmpty();
    }
}
