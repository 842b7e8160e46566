package fr.jalon.ip.fiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The list of IPs and its filters. */
@TestIntegration
class ListeIpIT extends FicheDEssai {

    @Test
    void the_list_is_what_each_filter_says_page_after_page() throws Exception {
        List<String> etats = List.of("A_CONFIER", "EN_EVALUATION", "A_DECIDER", "TRAITEE");
        for (int i = 0; i < 12; i++) {
            Sujet autre = chantier.enEvaluation(ICI, i % 3 == 0 ? AILLEURS : ICI);
            jdbc.sql("update information_preoccupante set etat = ?, recue_le = ? where id = ?")
                    .params(etats.get(i % 4), Timestamp.from(Instant.now().minus(i % 5, ChronoUnit.DAYS)), autre.id()).update();
            jdbc.sql("update tache set date_legale = ?, en_consigne = ? where sujet_id = ?")
                    .params(horloge.aujourdhui().plusDays(i - 6L), i % 4 == 0, autre.id()).update();
        }
        for (RequestPostProcessor qui : List.of(evaluateur, gens.comme(gens.de(Role.SUPERVISEUR, null)))) {
            for (String etat : List.of("", "&etat=A_CONFIER", "&etat=TRAITEE")) {
                for (String retard : List.of("", "&retard=true")) {
                    for (String suite : List.of("", "&ouvertes=true", "&unite=" + ICI, "&unite=" + AILLEURS + "&ouvertes=true")) {
                        verifierListe("taille=7" + etat + retard + suite, qui);
                    }
                }
            }
        }
        String numero = jdbc.sql("select numero from information_preoccupante where id = ?").param(ip.id()).query(String.class).single();
        assertThat(lire("/api/ip?numero=" + numero.toLowerCase(), evaluateur).get("lignes")).hasSize(1);
        mvc.perform(get("/api/ip?apres=nimporte").with(evaluateur)).andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/api/ip?etat=INCONNU").with(evaluateur)).andExpect(status().isBadRequest());
        mvc.perform(get("/api/ip/filtres").with(evaluateur)).andExpect(jsonPath("$.unites", hasSize(1)))
                .andExpect(jsonPath("$.etats[*].libelle", hasItem("En évaluation")));
    }

    /** Walks every page; the total, the order and each line's state are what was asked. */
    private void verifierListe(String criteres, RequestPostProcessor qui) throws Exception {
        List<String> vues = new ArrayList<>();
        String apres = "";
        Instant precedente = Instant.MAX;
        long total;
        do {
            JsonNode page = lire("/api/ip?" + criteres + "&apres=" + apres, qui);
            total = page.get("total").asLong();
            for (JsonNode l : page.get("lignes")) {
                Instant recue = Instant.parse(l.get("recueLe").asText());
                assertThat(recue).isBeforeOrEqualTo(precedente);
                precedente = recue;
                vues.add(l.get("id").asText());
                if (criteres.contains("retard")) {
                    assertThat(l.get("jours").asInt()).isNegative();
                    assertThat(l.get("enConsigne").asBoolean()).isFalse();
                }
                if (criteres.contains("ouvertes")) {
                    assertThat(l.get("etat").asText()).isNotIn("TRAITEE", "CLOSE_SANS_DECISION");
                }
            }
            apres = page.get("suivante").isNull() ? null : page.get("suivante").asText();
        } while (apres != null);
        assertThat(vues).as(criteres).doesNotHaveDuplicates().hasSize((int) total);
    }
}
