package fr.jalon.mesure;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The child's file that a measure opens closes to a territory that no longer leads it, unless the territory has another reason. */
@TestIntegration
class RegardMesureIT {

    private static final String AUTRE = "cdas-fougeres";

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID enfant;
    private UUID agent;
    private UUID agentDAvant;
    private UUID mesure;

    @BeforeEach
    void une_mesure_ouverte_par_un_territoire_qui_ne_suivait_pas_l_enfant() throws Exception {
        enfant = atelier.enfant();
        agentDAvant = gens.de(Role.EVALUATEUR, Atelier.UNITE);
        agent = gens.de(Role.EVALUATEUR, AUTRE);
        // The territory that will open the measure does not follow the child yet; the departement's whole REF writes it there.
        UUID ref = gens.de(Role.REF, null);
        Map<String, Object> d = new LinkedHashMap<>(atelier.judiciaire(20, enfant));
        d.put("uniteId", AUTRE);
        mesure = atelier.ouvrir(ref, d).get(0);
        accueil.lire(agent, "/api/enfants/" + enfant).andExpect(status().isOk());
    }

    private void transferer(String unite) throws Exception {
        atelier.fait(gens.de(Role.REF, null), mesure, "transfert", "genre", "UNITE", "le", atelier.ilYA(1), "uniteId", unite, "motivation",
                "La famille a déménagé.", "motifs", Map.of("SERVICE_SANS_PRODUIT", "Convention en cours.", "SERVICE_COMPLET", "Ordonnance."));
    }

    @Test
    void a_measure_that_goes_to_another_territory_takes_the_sight_of_the_child_with_it() throws Exception {
        transferer("cdas-semnon");
        accueil.lire(agent, "/api/enfants/" + enfant).andExpect(status().isNotFound());
        accueil.lire(gens.de(Role.EVALUATEUR, "cdas-semnon"), "/api/enfants/" + enfant).andExpect(status().isOk());
        // Whoever followed the child before the measure still does.
        accueil.lire(agentDAvant, "/api/enfants/" + enfant).andExpect(status().isOk());
    }

    @Test
    void a_territory_that_leads_another_measure_of_the_child_keeps_the_file() throws Exception {
        Map<String, Object> d = new LinkedHashMap<>(atelier.placement(5, enfant));
        d.put("uniteId", AUTRE);
        atelier.ouvrir(gens.de(Role.REF, null), d);
        transferer("cdas-semnon");
        accueil.lire(agent, "/api/enfants/" + enfant).andExpect(status().isOk());
    }

    @Test
    void a_measure_entered_by_mistake_leaves_the_file_open_to_nobody() throws Exception {
        UUID ref = gens.de(Role.REF, null);
        accueil.poster(ref, "/api/mesures/" + mesure + "/annulation", Map.of("version",
                jdbc.sql("select version from mesure where id = ?").param(mesure).query(Long.class).single(), "motif", "Erreur d’enfant."))
                .andExpect(status().is2xxSuccessful());
        accueil.lire(agent, "/api/enfants/" + enfant).andExpect(status().isNotFound());
        accueil.lire(agentDAvant, "/api/enfants/" + enfant).andExpect(status().isOk());
    }
}
