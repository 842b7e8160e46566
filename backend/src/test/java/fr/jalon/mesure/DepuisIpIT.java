package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/** The decision on an IP goes on as measures: its minors and its aid are the form's first answers. */
@TestIntegration
class DepuisIpIT {

    @Autowired
    private Affaires affaires;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Atelier atelier;

    @Test
    void the_aid_decided_on_an_ip_prefills_the_measure_of_its_minor_and_no_other() throws Exception {
        Affaire a = affaires.aDecider();
        Map<String, Object> corps = affaires.decision(a);
        Map<String, Object> lea = new LinkedHashMap<>(Affaires.droitCommun(a.lea()));
        lea.put("issue", "AIDE_ADMINISTRATIVE");
        lea.put("natureAide", "MEP_ADMINISTRATIVE");
        corps.put("mineurs", List.of(lea, Affaires.justice(a.tom())));
        corps.put("motifs", Map.of("ECART_PROPOSITION#1", "Accord de la famille."));
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/decision", corps).andExpect(status().isOk());

        JsonNode p = accueil.lu(a.ref(), "/api/mesures/preparation?ip=" + a.ip());
        assertThat(p.get("aides")).hasSize(1);
        assertThat(p.at("/aides/0/produit").asText()).isEqualTo("MEP");
        assertThat(p.at("/enfants/0/titulaires")).hasSize(2);
        UUID enfant = UUID.fromString(p.at("/aides/0/enfantId").asText());

        Map<String, Object> d = atelier.administrative(0, enfant);
        d.put("ipId", a.ip());
        UUID m = atelier.ouvrir(a.ref(), d).get(0);
        assertThat(atelier.ou(m)).containsExactly("ATTENTE_ACCORD", "recueillir-accord cdas-redon");
        assertThat(atelier.page(a.ref(), m).get("ipId").asText()).isEqualTo(a.ip().toString());
        assertThat(accueil.lu(a.ref(), "/api/mesures/preparation?ip=" + a.ip()).at("/aides/0/mesureId").asText()).isEqualTo(m.toString());

        Map<String, Object> autre = atelier.administrative(0, atelier.enfant());
        autre.put("ipId", a.ip());
        autre.put("motifs", Map.of("TITULAIRES_INCONNUS#1", "x", "SERVICE_SANS_PRODUIT", "x", "SERVICE_COMPLET", "x"));
        atelier.refusee(a.ref(), autre).andExpect(jsonPath("$.erreurs[0].champ").value("enfants[0]"));
    }
}
